import type { CaseState, OutcomeForm, QuestionType, SectionName, Urgency } from '#contract/community/cases.ts'
import { counted } from '../counted.ts'

const count = counted('en-GB')

const states: Record<CaseState, string> = {
  open: 'Open',
  'needs-information': 'Needs information',
  'working-diagnosis': 'Working diagnosis',
  resolved: 'Resolved',
  'case-study': 'Case study',
  withdrawn: 'Withdrawn',
  hidden: 'Hidden',
}

const urgencies: Record<Urgency, string> = { minutes: 'Minutes', hours: 'Hours', days: 'Days', 'no-hurry': 'No hurry' }

const questionTypes: Record<QuestionType, string> = {
  'what-is-it': 'What is it?',
  'what-next': 'What next?',
  'how-to-treat': 'How to treat?',
  'interpret-this': 'Interpret this',
  'refer-or-not': 'Refer or not?',
  'public-health': 'Public health',
}

const sections: Record<SectionName, string> = {
  chiefComplaint: 'Complaint',
  history: 'History',
  medicines: 'Medicines',
  allergies: 'Allergies',
  examination: 'Examination',
  doneSoFar: 'Done so far',
  constraints: 'Constraints',
  resources: 'Resources',
}

const confirmedBy: Record<OutcomeForm['confirmedBy'], string> = {
  pathology: 'Pathology',
  imaging: 'Imaging',
  laboratory: 'Laboratory',
  'clinical-course': 'The clinical course',
  specialist: 'A specialist',
  other: 'Otherwise',
}

const sexes: Record<'female' | 'male' | 'other', string> = { female: 'Female', male: 'Male', other: 'Other sex' }

export const cases = {
  states,
  urgencies,
  questionTypes,
  sections,
  confirmedBy,
  case: 'Case',
  yourCase: 'Your case',
  more: 'More',
  nextStep: 'The next step',
  specialtyNotSure: 'Specialty not sure',
  published: 'Published report',
  openSource: 'Read the publication',
  licence: (licence: string) => `Licence ${licence}`,

  waiting: 'waiting',
  waitingFor: (wait: string) => `${wait} waiting`,
  inTime: (wait: string) => `in ${wait}`,
  underAMinute: 'under 1 min',
  patientLeavesIn: (wait: string, time: string) => `Patient leaves in ${wait}, at ${time}`,
  patientLeavesNow: (time: string) => `Patient leaves now, at ${time}`,
  patientLeft: (time: string) => `The patient was to leave at ${time}`,

  counters: {
    label: 'How many have read this case',
    views: (views: number): string => (views === 1 ? 'view' : 'views'),
    viewed: (doctors: number): string => (doctors === 1 ? 'doctor viewed' : 'doctors viewed'),
    tookPart: (_doctors: number): string => 'took part',
    timesViewed: (views: number): string => (views === 1 ? 'time viewed' : 'times viewed'),
    doctorsTookPart: (doctors: number): string => (doctors === 1 ? 'doctor took part' : 'doctors took part'),
  },

  clock: {
    label: 'The clock of this case',
    asked: 'Asked',
    firstResponse: 'First response',
    firstAnswer: 'First answer',
    resolved: 'Resolved',
    waiting: 'Waiting',
    notYet: 'not yet',
  },

  story: 'The case',
  patient: 'Patient',
  vitals: 'Vitals',
  labs: 'Laboratory',
  suspicions: 'What the asker thinks',
  mySuspicions: 'What you think',
  suspicionsHidden: 'Others see it once the case is closed.',
  sexes,
  pregnant: 'pregnant',
  notPregnant: 'not pregnant',
  taken: { now: 'just now', before: (wait: string) => `${wait} before` },
  ageInDays: (days: number) => count(days, 'day old', 'days old'),
  ageInMonths: (months: number) => count(months, 'month old', 'months old'),
  ageInYears: (from: string, to: string) => `${from}–${to} years`,
  ageFrom: (from: string) => `${from} years or older`,
  above: 'above the range',
  below: 'below the range',
  range: (range: string) => `Range ${range}`,
  usual: 'Usual',
  workingDiagnosis: 'Working diagnosis',

  history: 'How it went',
  byModeration: 'by moderation',

  newResult: 'New result',
  update: 'Update',
  atMinute: (time: string, minute: string) => `${time} · minute ${minute}`,
  after: (time: string, wait: string) => `${time} · after ${wait}`,

  outcome: 'Outcome',
  outcomeFromAsker: 'Outcome, from the doctor who asked',
  outcomePublished: 'Outcome, as published',
  howWeKnow: 'How we know',
  course: 'Course',
  learned: 'What I learned',
  closedAfter: (wait: string, doctors: number, helped: number) =>
    `Closed after ${wait}, with ${count(doctors, 'doctor', 'doctors')} taking part; ${helped === 0 ? 'no answer marked as having helped' : count(helped, 'answer marked as having helped', 'answers marked as having helped')}.`,

  addResult: 'Add a result',
  closeCase: 'Close the case',
  reopen: 'Reopen the case',
  withdraw: 'Withdraw the case',
  stateWorkingDiagnosis: 'State a working diagnosis',
  undo: 'Undo',
  posted: 'Your case is posted.',
  postingUndone: 'Taken back: your case is a draft again.',
  cancel: 'Go back',
  sending: 'Sending',

  addResultForm: {
    title: 'Add a result',
    lead: 'Answers given before it are marked so.',
    text: 'What is new',
    textHint: 'Relative time only, no dates.',
    incomplete: 'Write what is new, or a value with its name.',
    send: 'Add to the case',
    sent: 'Added to the case.',
    kept: 'Kept on this device. It is sent once, when the network is back.',
  },

  labForm: {
    line: 'Laboratory values',
    lineHint: 'One a line, or paste several: Na 128 mmol/L (135–145), 2 h ago',
    add: 'Add',
    lineUnread: 'This line has no figure. Write the value after the name, or remove it.',
    missing: 'Missing',
    name: 'Name',
    value: 'Value',
    unit: 'Unit',
    range: 'Range',
    taken: 'Taken',
    takenNotSaid: 'Not said',
    flag: 'Against the range',
    flagNone: 'As the range says',
    flagHigh: 'Above',
    flagLow: 'Below',
    change: 'Change',
    remove: (name: string) => (name === '' ? 'Remove this value' : `Remove ${name}`),
    done: 'Done',
    full: (most: number) => `A case can hold ${most} values.`,
  },

  workingDiagnosisForm: {
    title: 'Working diagnosis',
    lead: 'What you treat for until you know. The case stays open.',
    label: 'Diagnosis',
    missing: 'Write the diagnosis you are working with.',
    send: 'State it',
    sent: 'Working diagnosis stated.',
  },

  closeForm: {
    title: 'Close the case',
    lead: (doctors: number) =>
      doctors === 0
        ? 'Three taps. Whoever reads it later learns what became of the patient.'
        : doctors === 1
          ? 'Three taps. The colleague who took part hears what became of the patient.'
          : `Three taps. All ${doctors} colleagues hear what became of the patient.`,
    what: '1. What was it?',
    other: 'Other',
    notKnown: 'Not known',
    notKnownText: 'Not known',
    diagnosis: 'Final diagnosis',
    diagnosisMissing: 'Choose or write what it was; “Not known” is an answer too.',
    who: '2. Who helped?',
    nobody: 'Nobody has answered yet.',
    how: '3. How is the patient?',
    howIs: { well: 'Well', better: 'Better', worse: 'Worse', died: 'Died' },
    howIsText: {
      well: 'The patient is well.',
      better: 'The patient is better.',
      worse: 'The patient is worse.',
      died: 'The patient died.',
    },
    tellMore: 'Tell more: how you know, the course, what you learned',
    howYouKnow: 'How do you know?',
    course: 'Course',
    learned: 'What you learned',
    send: 'Close the case',
    sent: 'The case is closed.',
  },

  reopenForm: {
    title: 'Reopen this case?',
    body: 'It is open for answers again, and its outcome is taken away.',
    keep: 'Leave it closed',
    send: 'Reopen',
    sent: 'The case is open again.',
  },

  imagesGone: (images: number) =>
    images === 1 ? 'One image was taken away to protect the patient.' : `${images} images were taken away to protect the patient.`,
  withdrawConsent: 'Withdraw consent for the images',
  withdrawConsentForm: {
    title: 'Withdraw consent for the images?',
    body: 'Every image of this case is removed for everybody, at once and for good. What was written stays.',
    keep: 'Keep them',
    send: 'Remove the images',
    sent: 'The images are gone.',
  },
  recognisableForm: {
    title: 'Can the patient be recognised?',
    body: 'A name, a face, a tattoo: the image is taken away from everybody at once. Better one too many than one too late.',
    keep: 'No, leave it',
    send: 'Yes, take it away',
    sent: 'The image is gone.',
  },

  reportedImages: {
    title: 'Reported images',
    lede: 'A colleague could recognise the patient in these. Nobody sees them until you have decided.',
    getting: 'Getting the reported images',
    failed: 'The reported images could not be fetched',
    none: {
      title: 'No image waits for you',
      body: 'When somebody says that a patient can be recognised in an image, it is hidden at once and stands here.',
    },
    notYours: { title: 'This desk is for moderators', body: 'Moderators are named by who runs this community.', action: 'To the cases' },
    own: { title: 'Another moderator looks at this one', body: 'You asked with this image, or reported it.' },
    said: {
      nobody: 'Whoever asked said: nobody can be recognised.',
      patient: 'Whoever asked said: the patient can be recognised.',
      unasked: 'Whoever asked did not say who can be recognised.',
    },
    consents: {
      'none-needed': 'Consent: none needed.',
      written: 'Consent: written.',
      'in-app': 'Consent: given in the app.',
      emergency: 'Consent: emergency.',
      unsaid: 'Consent: nothing said.',
    },
    bringBack: {
      open: 'Show it again',
      title: 'Show this image again?',
      body: 'Everybody who may read the case sees it again. Do so only if nobody can be recognised, or the patient has agreed to be.',
      keep: 'Keep it hidden',
      send: 'Show it again',
      sent: 'The image is shown again.',
    },
    remove: {
      open: 'Remove for good',
      title: 'Remove this image for good?',
      body: 'Its files go now and cannot be brought back by anybody. What was written in the case stays.',
      keep: 'Not yet',
      send: 'Remove for good',
      sent: 'The image is gone for good.',
    },
  },

  withdrawForm: {
    title: 'Withdraw this case?',
    body: (doctors: number) =>
      doctors === 0
        ? 'The story and the photos are removed for everybody, at once and for good.'
        : `The story and the photos are removed for everybody, at once and for good. What ${doctors === 1 ? 'the colleague who took part' : `the ${doctors} colleagues`} wrote stays readable to those who wrote in it, and to nobody else.`,
    keep: 'Keep it',
    send: 'Withdraw',
    sent: 'The case is withdrawn.',
  },

  needsInformation: { title: 'A colleague asks back', body: 'Answer below, or add the result: the case then counts as open again.' },
  hiddenNotice: { title: 'A moderator has hidden this case', body: 'Nobody but you sees it.' },

  gettingCase: 'Getting the case',
  notFound: {
    title: 'This case is not here',
    body: 'The address may be incomplete, or its author chose readers of other specialties.',
    action: 'To the cases',
  },
  withdrawn: {
    title: 'This case was withdrawn',
    lead: 'Its author has taken it back; the story and the photos are gone for everybody. You wrote in it: you and the others who did can still read what was said.',
    said: (comments: number) => count(comments, 'comment', 'comments'),
  },
  gone: {
    title: 'This case was withdrawn',
    body: 'Its author has taken it back; the story and the photos are gone for everybody.',
    action: 'To the cases',
  },
  failed: {
    title: 'We could not open this case',
    body: 'What you wrote is safe on this device. Try again; if it fails twice, tell your operator the code.',
  },
  offline: {
    title: 'No network',
    body: 'This case is not kept on this device. It opens when the network is back.',
  },
  offlineKept: (time: string) => `No network. You are reading what was here at ${time}.`,
}
