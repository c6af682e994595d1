import { type Static, Type } from 'typebox'
import { type VitalCode, vitals as vitalSigns } from '#atlas/measures.ts'
import { endpoint } from '../endpoint.ts'
import { ageBand, byline, id, instant, orNull, pageOf, paging, shownImage, shownText, specialtyCode, textLanguage } from '../shapes.ts'
import { shownComment } from './discussion.ts'
import { notIdentifiers } from './privacy.ts'

export const limits = {
  question: 140,
  caption: 500,
  section: 20_000,
  images: 12,
  specialties: 3,
  suspicions: 5,
  suspicion: 200,
  labs: 60,
} as const

export const mode = Type.Enum(['ask', 'share'])
export const questionType = Type.Enum(['what-is-it', 'what-next', 'how-to-treat', 'interpret-this', 'refer-or-not', 'public-health'])
export type QuestionType = Static<typeof questionType>
export const urgency = Type.Enum(['minutes', 'hours', 'days', 'no-hurry'])
export type Urgency = Static<typeof urgency>
export const caseState = Type.Enum(['open', 'needs-information', 'working-diagnosis', 'resolved', 'case-study', 'withdrawn', 'hidden'])
export type CaseState = Static<typeof caseState>
export const audience = Type.Enum(['everyone', 'specialties'])
export const consent = Type.Enum(['none-needed', 'written', 'in-app', 'emergency'])
export const sectionName = Type.Enum([
  'chiefComplaint',
  'history',
  'medicines',
  'allergies',
  'examination',
  'doneSoFar',
  'constraints',
  'resources',
])
export type SectionName = Static<typeof sectionName>
export const sectionNames: readonly SectionName[] = sectionName.enum
export const imageKind = Type.Enum(['photo', 'radiology', 'ecg', 'pathology', 'drawing', 'other'])
export const imageKinds: readonly Static<typeof imageKind>[] = imageKind.enum

const patient = Type.Object(
  {
    ageBand: orNull(ageBand),
    sex: orNull(Type.Enum(['female', 'male', 'other'])),
    pregnant: orNull(Type.Boolean()),
  },
  { additionalProperties: false },
)

const vital = Type.Object(
  {
    code: Type.Enum(vitalSigns.map((sign) => sign.code) as [VitalCode, ...VitalCode[]]),
    /** The figure in the sign's unit, with a decimal point. */
    value: Type.String({ pattern: '^-?\\d{1,5}(\\.\\d{1,3})?$' }),
  },
  { additionalProperties: false },
)

const labFigures = {
  value: Type.String({ minLength: 1, maxLength: 40 }),
  unit: Type.String({ maxLength: 40 }),
  range: orNull(Type.String({ maxLength: 40 })),
  flag: orNull(Type.Enum(['high', 'low'])),
}
/** Taken so many hours before the case was asked, or before the update that brings it. */
const hoursBefore = orNull(Type.Integer({ minimum: 0, maximum: 87_600 }))
const labAsked = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 120 }), ...labFigures, hoursBefore: Type.Optional(hoursBefore) },
  { additionalProperties: false },
)
export type LabAsked = Static<typeof labAsked>
/** As it stands in a form: half filled in, it is kept, and refused only when the case is posted. */
const labTyped = Type.Object(
  { ...labAsked.properties, name: Type.String({ maxLength: 120 }), value: Type.String({ maxLength: 40 }) },
  { additionalProperties: false },
)
/** What was typed beside the name; `words` are those parts of it that say something in words, such as `not detected`. */
const labShown = Type.Object(
  {
    name: shownText,
    ...labFigures,
    words: Type.Object({ value: orNull(shownText), unit: orNull(shownText), range: orNull(shownText) }, { additionalProperties: false }),
    hoursBefore,
  },
  { additionalProperties: false },
)

/** What it turned out to be. */
export const outcomeForm = Type.Object(
  {
    finalDiagnosis: Type.String({ minLength: 1, maxLength: 2_000 }),
    confirmedBy: Type.Enum(['pathology', 'imaging', 'laboratory', 'clinical-course', 'specialist', 'other']),
    course: Type.String({ maxLength: 40_000 }),
    learningPoint: Type.String({ maxLength: 20_000 }),
    /** Comments that helped. */
    helped: Type.Array(id, { maxItems: 100 }),
  },
  { additionalProperties: false },
)
export type OutcomeForm = Static<typeof outcomeForm>

/** What the asker fills in. Only the question, a specialty (empty: not sure) and an urgency are required to post. */
export const caseForm = Type.Object(
  {
    mode,
    language: textLanguage,
    question: Type.String({ maxLength: 20_000 }),
    questionTypes: Type.Array(questionType, { maxItems: 2 }),
    specialties: Type.Array(specialtyCode, { maxItems: limits.specialties }),
    notSure: Type.Boolean(),
    urgency: orNull(urgency),
    patientLeavesAt: orNull(instant),
    patient,
    sections: Type.Partial(
      Type.Object(
        Object.fromEntries(sectionName.enum.map((name) => [name, Type.String({ maxLength: 40_000 })])) as Record<
          SectionName,
          ReturnType<typeof Type.String>
        >,
        { additionalProperties: false },
      ),
    ),
    vitals: Type.Array(vital, { maxItems: 12 }),
    labs: Type.Array(labTyped, { maxItems: limits.labs }),
    /** Ranked; at most five can be posted, and a draft keeps what is beyond. */
    suspicions: Type.Array(Type.String({ minLength: 1, maxLength: 2_000 }), { maxItems: 40 }),
    images: Type.Array(
      Type.Object({ imageId: id, caption: Type.String({ maxLength: 2_000 }), kind: imageKind }, { additionalProperties: false }),
      { maxItems: 40 },
    ),
    consent: orNull(consent),
    audience,
    byline: Type.Enum(['anonymous', 'name']),
    /** The outcome of a case that is shared already solved (mode share). */
    outcome: orNull(outcomeForm),
    notIdentifiers,
  },
  { additionalProperties: false },
)
export type CaseForm = Static<typeof caseForm>

/** A form with nothing in it but the language it is in. */
export const blankCase: Omit<CaseForm, 'language'> = {
  mode: 'ask',
  question: '',
  questionTypes: [],
  specialties: [],
  notSure: false,
  urgency: null,
  patientLeavesAt: null,
  patient: { ageBand: null, sex: null, pregnant: null },
  sections: {},
  vitals: [],
  labs: [],
  suspicions: [],
  images: [],
  consent: null,
  audience: 'everyone',
  byline: 'anonymous',
  outcome: null,
}

export const outcomeShown = Type.Object(
  {
    finalDiagnosis: shownText,
    confirmedBy: outcomeForm.properties.confirmedBy,
    course: orNull(shownText),
    learningPoint: orNull(shownText),
    helped: Type.Array(id),
    at: instant,
  },
  { additionalProperties: false },
)

export const counters = Type.Object(
  { views: Type.Integer(), doctorsWhoViewed: Type.Integer(), doctorsWhoTookPart: Type.Integer() },
  { additionalProperties: false },
)

/** Where a published report comes from, in place of a byline. */
export const attribution = Type.Object(
  { source: Type.String(), doi: orNull(Type.String()), url: orNull(Type.String()), licence: Type.String() },
  { additionalProperties: false },
)

/** The clock of a case: when it was asked and what came when; null while it has not. */
export const caseClock = Type.Object(
  { askedAt: instant, firstResponseAt: orNull(instant), firstAnswerAt: orNull(instant), resolvedAt: orNull(instant) },
  { additionalProperties: false },
)

/** A case in a list: enough to decide whether it is mine to answer. */
export const caseInList = Type.Object(
  {
    id,
    mode,
    state: caseState,
    question: shownText,
    questionTypes: Type.Array(questionType),
    specialties: Type.Array(specialtyCode),
    urgency: orNull(urgency),
    byline: orNull(byline),
    attribution: orNull(attribution),
    clock: caseClock,
    counters,
    answers: Type.Integer(),
    comments: Type.Integer(),
    images: Type.Integer(),
    firstImage: orNull(Type.Omit(shownImage, ['caption', 'stack'], { additionalProperties: false })),
    finalDiagnosis: orNull(shownText),
  },
  { additionalProperties: false },
)
export type CaseInList = Static<typeof caseInList>

export const update = Type.Object({ id, at: instant, text: orNull(shownText), labs: Type.Array(labShown) }, { additionalProperties: false })

export const transition = Type.Object(
  { from: orNull(caseState), to: caseState, at: instant, by: Type.Enum(['asker', 'system', 'moderation']) },
  { additionalProperties: false },
)

/** A case as this reader sees it, whole: story, images, updates, outcome, and every comment. */
export const shownCase = Type.Object(
  {
    id,
    revision: Type.Integer(),
    mode,
    state: caseState,
    mine: Type.Boolean(),
    question: shownText,
    questionTypes: Type.Array(questionType),
    specialties: Type.Array(specialtyCode),
    urgency: orNull(urgency),
    patientLeavesAt: orNull(instant),
    audience,
    byline: orNull(byline),
    attribution: orNull(attribution),
    patient,
    sections: Type.Array(Type.Object({ name: sectionName, text: shownText }, { additionalProperties: false })),
    vitals: Type.Array(vital),
    labs: Type.Array(labShown),
    /** The asker's own list: for the asker always, for others once the case is closed; null while hidden. */
    suspicions: orNull(Type.Array(shownText)),
    images: Type.Array(shownImage),
    /** Images taken away because consent was withdrawn or the patient could be recognised. */
    imagesGone: Type.Integer(),
    consent: orNull(consent),
    updates: Type.Array(update),
    workingDiagnosis: orNull(shownText),
    outcome: orNull(outcomeShown),
    clock: caseClock,
    transitions: Type.Array(transition),
    counters,
    answers: Type.Integer(),
    comments: Type.Array(shownComment),
    /** Until when the asker can take posting or closing back; null when it is too late. */
    undoUntil: orNull(instant),
  },
  { additionalProperties: false },
)
export type ShownCase = Static<typeof shownCase>

/** What is left of a withdrawn case for those who wrote in it: what was said, and no word of the story. */
export const withdrawnCase = Type.Object(
  { id, askedAt: instant, withdrawnAt: instant, comments: Type.Array(shownComment) },
  { additionalProperties: false },
)
export type WithdrawnCase = Static<typeof withdrawnCase>

const caseId = Type.Object({ caseId: id }, { additionalProperties: false })

export const listCases = endpoint({
  method: 'GET',
  path: '/api/community/cases',
  who: 'member-or-lapsed',
  summary: 'Cases, as one of the four lists of home, filtered by specialty; for a lapsed member those of them that are theirs.',
  query: Type.Object(
    {
      list: Type.Enum(['for-you', 'unanswered', 'latest', 'resolved']),
      specialty: Type.Optional(specialtyCode),
      published: Type.Optional(Type.Enum(['with', 'only', 'without'], { description: 'Published case reports beside members’ cases.' })),
      ...paging,
    },
    { additionalProperties: false },
  ),
  reply: pageOf(caseInList),
  status: 200,
  errors: [],
})

const someIds = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

export const findCases = endpoint({
  method: 'GET',
  path: '/api/community/cases/by-id',
  who: 'member',
  summary: 'Some cases by their ids, those of them I may see, in no order.',
  query: Type.Object({ ids: Type.String({ pattern: `^${someIds}(?:,${someIds}){0,99}$` }) }, { additionalProperties: false }),
  reply: Type.Object({ items: Type.Array(caseInList) }, { additionalProperties: false }),
  status: 200,
  errors: [],
})

/** What stands beside the lists of home. */
export const showHome = endpoint({
  method: 'GET',
  path: '/api/community/home',
  who: 'member',
  summary: 'How many cases each list holds, my own open cases and what I have begun.',
  reply: Type.Object(
    {
      counts: Type.Object({ forYou: Type.Integer(), unanswered: Type.Integer() }, { additionalProperties: false }),
      mine: Type.Array(caseInList),
      drafts: Type.Integer(),
      /** The draft written in last. */
      lastDraft: orNull(Type.Object({ id, language: textLanguage, question: Type.String() }, { additionalProperties: false })),
    },
    { additionalProperties: false },
  ),
  status: 200,
  errors: [],
})

export const postCase = endpoint({
  method: 'POST',
  path: '/api/community/cases',
  who: 'member',
  summary: 'Posts a case. A repeat with the same key returns the first case.',
  body: Type.Object({ form: caseForm, draftId: orNull(id) }, { additionalProperties: false }),
  reply: Type.Object({ id }, { additionalProperties: false }),
  status: 201,
  limit: 20,
  errors: [
    'case.question-missing',
    'case.question-too-long',
    'privacy.identifier',
    'case.images-too-many',
    'case.consent-needed',
    'case.labs-incomplete',
    'case.suspicions-too-many',
    'byline.name-missing',
    'image.not-found',
    'image.not-reviewed',
    'image.consent-needed',
    'comment.too-long',
    'request.repeat-differs',
  ],
})

export const showCase = endpoint({
  method: 'GET',
  path: '/api/community/cases/{caseId}',
  who: 'member-or-lapsed',
  summary: 'A case, whole, in the reader’s language; for a lapsed member one of their own.',
  params: caseId,
  reply: shownCase,
  status: 200,
  errors: ['case.not-found', 'case.gone'],
})

export const tellViewed = endpoint({
  method: 'POST',
  path: '/api/community/cases/{caseId}/views',
  who: 'member',
  summary: 'The story was on screen; counts at most once per member in 30 minutes, never the asker.',
  params: caseId,
  reply: counters,
  status: 201,
  errors: ['case.not-found', 'case.gone'],
})

export const addUpdate = endpoint({
  method: 'POST',
  path: '/api/community/cases/{caseId}/updates',
  who: 'member',
  summary: 'The asker adds a dated update: text, new values or both. Answers given before it are marked so.',
  params: caseId,
  body: Type.Object(
    {
      language: textLanguage,
      text: Type.String({ maxLength: 40_000 }),
      labs: Type.Array(labAsked, { maxItems: limits.labs }),
      notIdentifiers,
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ id }, { additionalProperties: false }),
  status: 201,
  errors: [
    'case.not-found',
    'case.gone',
    'case.not-yours',
    'case.state-forbids',
    'comment.empty',
    'comment.too-long',
    'privacy.identifier',
    'request.repeat-differs',
  ],
})

export const setWorkingDiagnosis = endpoint({
  method: 'POST',
  path: '/api/community/cases/{caseId}/working-diagnosis',
  who: 'member',
  summary: 'The asker states a working diagnosis.',
  params: caseId,
  body: Type.Object(
    { language: textLanguage, text: Type.String({ minLength: 1, maxLength: 2_000 }), notIdentifiers },
    { additionalProperties: false },
  ),
  reply: Type.Object({ state: caseState }, { additionalProperties: false }),
  status: 201,
  errors: ['case.not-found', 'case.gone', 'case.not-yours', 'case.state-forbids', 'privacy.identifier'],
})

export const closeCase = endpoint({
  method: 'POST',
  path: '/api/community/cases/{caseId}/outcome',
  who: 'member',
  summary: 'The asker closes the case with its outcome.',
  params: caseId,
  body: Type.Object({ language: textLanguage, outcome: outcomeForm, notIdentifiers }, { additionalProperties: false }),
  reply: Type.Object({ state: caseState }, { additionalProperties: false }),
  status: 201,
  errors: [
    'case.not-found',
    'case.gone',
    'case.not-yours',
    'case.state-forbids',
    'comment.not-found',
    'privacy.identifier',
    'request.repeat-differs',
  ],
})

export const reopenCase = endpoint({
  method: 'POST',
  path: '/api/community/cases/{caseId}/reopening',
  who: 'member',
  summary: 'The asker reopens a resolved case.',
  params: caseId,
  reply: Type.Object({ state: caseState }, { additionalProperties: false }),
  status: 201,
  errors: ['case.not-found', 'case.gone', 'case.not-yours', 'case.state-forbids'],
})

export const sayLanguage = endpoint({
  method: 'PUT',
  path: '/api/community/texts/language',
  who: 'member',
  summary: 'The author of these texts says which language they are in; they are translated anew.',
  body: Type.Object({ textIds: Type.Array(id, { minItems: 1, maxItems: 200 }), language: textLanguage }, { additionalProperties: false }),
  status: 204,
  errors: ['case.not-found'],
})

export const undoPosting = endpoint({
  method: 'DELETE',
  path: '/api/community/cases/{caseId}/posting',
  who: 'member',
  summary: 'Within 10 s of posting: the case becomes a draft again.',
  params: caseId,
  reply: Type.Object({ draftId: id }, { additionalProperties: false }),
  status: 200,
  errors: ['case.not-found', 'case.gone', 'case.not-yours', 'case.undo-too-late'],
})

export const withdrawCase = endpoint({
  method: 'POST',
  path: '/api/community/cases/{caseId}/withdrawal',
  who: 'member',
  summary: 'The asker withdraws the case for good: story and images are gone for all.',
  params: caseId,
  reply: Type.Object({ state: caseState }, { additionalProperties: false }),
  status: 201,
  errors: ['case.not-found', 'case.gone', 'case.not-yours', 'case.state-forbids'],
})

export const withdrawConsent = endpoint({
  method: 'POST',
  path: '/api/community/cases/{caseId}/consent-withdrawal',
  who: 'member',
  summary: 'The patient no longer agrees: the asker removes every image of the case, for all and for good; the words stay.',
  params: caseId,
  reply: Type.Object({ images: Type.Integer() }, { additionalProperties: false }),
  status: 201,
  errors: ['case.not-found', 'case.gone', 'case.not-yours'],
})

export const tellRecognisable = endpoint({
  method: 'POST',
  path: '/api/community/images/{imageId}/recognisable',
  who: 'member',
  summary:
    'The patient can be recognised in an image: it is gone for everybody at once. Its files go when the asker says so, else stay out of reach.',
  params: Type.Object({ imageId: id }, { additionalProperties: false }),
  reply: Type.Object({ files: Type.Enum(['removed', 'kept']) }, { additionalProperties: false }),
  status: 201,
  limit: 10,
  errors: ['image.not-found', 'image.report-settled'],
})

/** An image another than its asker said the patient can be recognised in: out of sight until a moderator has looked. */
export const imageReport = Type.Object(
  {
    caseId: id,
    image: shownImage,
    /** What its asker said of it, and of the patient's consent. */
    shows: Type.Enum(['nobody', 'patient', 'unasked']),
    consent: orNull(consent),
    /** Whether I am neither who asked nor who reported it. */
    maySettle: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type ImageReport = Static<typeof imageReport>

export const listImageReports = endpoint({
  method: 'GET',
  path: '/api/community/image-reports',
  who: 'moderator',
  summary:
    'Images that wait for a look: somebody said that the patient can be recognised. The longest out of sight first, a hundred at most.',
  reply: Type.Object({ items: Type.Array(imageReport) }, { additionalProperties: false }),
  status: 200,
  errors: [],
})

export const settleImageReport = endpoint({
  method: 'POST',
  path: '/api/community/images/{imageId}/settlement',
  who: 'moderator',
  summary: 'A moderator who neither asked nor reported has looked: the image comes back for all who could see it, or is removed for good.',
  params: Type.Object({ imageId: id }, { additionalProperties: false }),
  body: Type.Object({ bringBack: Type.Boolean() }, { additionalProperties: false }),
  reply: Type.Object({ state: Type.Enum(['brought-back', 'removed']) }, { additionalProperties: false }),
  status: 201,
  errors: ['image.not-found', 'image.report-own', 'image.report-settled'],
})

export const showWithdrawnCase = endpoint({
  method: 'GET',
  path: '/api/community/cases/{caseId}/withdrawal',
  who: 'member',
  summary: 'What was said in a withdrawn case, for those who wrote in it; gone for everybody else.',
  params: caseId,
  reply: withdrawnCase,
  status: 200,
  errors: ['case.not-found', 'case.gone'],
})
