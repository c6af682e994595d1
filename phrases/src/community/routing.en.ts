import type { Declined } from '#contract/community/routing.ts'
import { counted } from '../counted.ts'

const count = counted('en-GB')

const why: Record<Declined, string> = {
  'not-my-field': 'Not my field',
  'no-time': 'No time now',
  'know-the-patient': 'I may know the patient',
  other: 'Another reason',
}

export const routing = {
  status: 'Who has been alerted',
  alerted: (doctors: number) => `${count(doctors, 'colleague', 'colleagues')} alerted`,
  aFew: 'A few colleagues alerted',
  nobodyYet: 'Nobody who fits is awake yet',
  alertedIn: (doctors: number, specialty: string) => `${count(doctors, 'colleague', 'colleagues')} alerted in ${specialty}`,
  opened: (doctors: number) => (doctors === 0 ? 'none has opened it yet' : `${count(doctors, 'has', 'have')} opened it`),
  generalists: 'generalists',
  fewerThanFive: 'fewer than 5',
  widensAt: (time: string) => `Widens at ${time}.`,
  answering: (doctors: number) => `${count(doctors, 'colleague says they are', 'colleagues say they are')} answering.`,
  answered: 'Five colleagues have answered, a specialist among them. Nobody else is alerted.',
  exhausted: 'Every ring is out. The case stays on everybody’s list. Add a result, or ask another specialty.',
  widenNow: 'Widen now',
  askSpecialty: 'Ask another specialty',
  emergency: (number: string | null) =>
    number === null ? 'Minutes count: call your local emergency number as well.' : `Minutes count: call ${number} as well.`,
  askForm: {
    title: 'Ask another specialty',
    body: 'Its doctors who are awake are alerted now.',
    specialty: 'Specialty',
    send: 'Alert them',
    sent: 'They are being alerted.',
  },
  youAreAsked: 'You were asked about this case',
  claim: 'I’ll answer within 30 min',
  claimed: (time: string) => `You said you will answer by ${time}.`,
  unclaim: 'I won’t after all',
  notForMe: 'Not for me',
  declined: 'You said this is not for you. You can still answer.',
  notForMeForm: {
    title: 'Not for you?',
    why: 'Why',
    whys: why,
    mute: 'Do not ask me about this specialty again',
    keep: 'Keep it',
    send: 'Not for me',
    sent: 'Noted. Others are asked instead.',
  },
  mine: {
    title: 'Being asked',
    topics: 'You are asked about',
    noTopics: 'You are asked about nothing: your label names no specialty and you have no interests.',
    attested: 'by your licence',
    interest: 'your interest',
    mute: (specialty: string) => `Stop asking me about ${specialty}`,
    muted: 'Not asked about',
    unmute: (specialty: string) => `Ask me about ${specialty} again`,
    pause: 'Pause',
    pauseHint: 'Nobody asks you about anything meanwhile. Answers to your own cases still come.',
    pauses: { none: 'Off', hours: '4 hours', day: '1 day', week: '1 week' },
    pausedUntil: (time: string) => `Paused until ${time}.`,
    resume: 'Ask me again',
    onCall: 'On call',
    onCallHint: 'At night only cases with minutes or hours to go, in your own specialty, reach you, and only while you are on call.',
    onCallNow: 'On call for 8 hours from now',
    onCallUntil: (time: string) => `On call until ${time}.`,
    endDuty: 'End it',
    rota: {
      title: 'Every week',
      hint: 'Tap the stretches in which colleagues may wake you for an urgent case of your specialty. Nobody is told who is on call. A pause holds here too.',
      caption: 'When I am on call, by day and hours of my clock',
      noClock: 'First say above by which clock you live.',
      stretch: (day: string, hours: string, covered: boolean) =>
        `${day}, ${hours}${covered ? ', a colleague is on call' : ', nobody else is on call'}`,
      yours: 'you',
      covered: 'a colleague',
      bare: 'nobody',
      hours: (hours: number) => (hours === 0 ? 'You are not on call in any week.' : `You are on call for ${hours} hours every week.`),
    },
  },
}
