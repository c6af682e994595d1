import { counted } from '../counted.ts'

const count = counted('en-GB')

export const clock = {
  title: 'The clock',
  lead: (cases: number | null, days: number) =>
    cases === null
      ? `How long doctors who ask have to wait. Fewer than five cases in the last ${days} days.`
      : `How long doctors who ask have to wait. ${count(cases, 'case', 'cases')} of the last ${days} days, all of them counted, the bad nights too.`,
  period: 'Period',
  periods: { 7: '7 days', 28: '28 days', 90: '90 days', 365: '1 year' },
  getting: 'Counting',
  failed: 'The clock could not be read',
  median: {
    response: 'median first response',
    answer: 'median first answer',
    specialist: 'median first specialist',
    five: 'median five answers',
    resolved: 'median resolved',
  },
  half: (from: string, to: string) => `half: ${from} to ${to}`,
  ninetieth: (span: string) => `nine of ten: ${span}`,
  longer: 'longer',
  few: '<5',
  tooFew: 'too few cases to show',
  seldom: 'fewer than one case in four has come to it',
  fewCases: (names: string) => `Fewer than five cases: ${names}.`,
  unanswered: 'without an answer after 24 h',
  unansweredOf: (cases: number) => `of ${cases.toLocaleString('en-GB')}`,
  readThem: 'Read them',
  byHour: 'First answer, by hour of asking',
  byHourHint: 'Dot: median. Bar: the middle half. Hours with fewer than five cases are left empty.',
  hourAxis: 'hour of asking, local time',
  asTable: 'The same as a table',
  hour: 'Hour',
  spread: 'How long until the first answer',
  spreadHint: 'Number of cases.',
  within: (from: string | null, to: string | null) =>
    from === null ? `under ${to}` : to === null ? `none in ${from}` : `${from} to ${to}`,
  bySpecialty: 'By specialty asked',
  byCountry: 'By country of asking',
  byLanguage: 'By language',
  specialty: 'Specialty',
  country: 'Country',
  language: 'Language',
  medianShort: 'Median',
  ninetiethShort: '9 of 10',
  cases: 'Cases',
  none24: 'No answer in 24 h',
  notSure: 'Not sure',
  notSaid: 'Not said',
  languages: { en: 'English', es: 'Spanish', ca: 'Catalan' },
  note: 'A question back counts as a response, not as an answer. A case nobody has answered counts as longer than any other. Cases without hurry are left out of the hours. Nothing is shown for fewer than five cases.',
  download: 'Download the numbers (CSV)',
}
