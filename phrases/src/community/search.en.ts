import { counted } from '../counted.ts'

const count = counted('en-GB')

export const search = {
  title: 'Search',
  label: 'Search cases',
  placeholder: 'A finding, a diagnosis, an abbreviation',
  clear: 'Clear',
  start: {
    title: 'Search every case, in either language',
    body: 'Words, diagnoses and abbreviations of both languages count the same: MI finds infarto. Names and handles of doctors are not searched.',
  },
  searching: 'Searching',
  found: (cases: number, goesOn: boolean) => (goesOn ? `The first ${count(cases, 'case', 'cases')}` : count(cases, 'case', 'cases')),
  none: {
    title: 'No case has these words',
    body: 'Try fewer words, or another name for it.',
    filtered: 'No case within these filters has these words.',
  },
  mended: (typed: string, read: string) => `“${typed}” stands in no case: searched for “${read}”.`,
  loosened: 'No case has all of these words. These have some of them.',
  more: 'Show more',
  gettingMore: 'Getting more',
  moreFailed: 'We could not get more.',
  tryAgain: 'Try again',
  failed: { title: 'We could not search', body: 'Try again; if it fails twice, tell your operator the code.' },
  filters: {
    title: 'Filters',
    count: (filters: number) => count(filters, 'filter', 'filters'),
    clear: 'Without filters',
    specialty: 'Specialty',
    anySpecialty: 'Any specialty',
    status: 'State',
    anyStatus: 'Open and resolved',
    statuses: { open: 'Open', resolved: 'Resolved' },
    country: 'Asked in',
    anyCountry: 'Any country',
    age: 'Age',
    anyAge: 'Any age',
    ages: { newborn: 'Newborn', infant: 'Under 2 years', child: '2 to 14 years', adult: '15 to 64 years', older: '65 years and over' },
    withOutcome: 'With outcome',
    withImage: 'With image',
  },
  parts: { story: 'Story', outcome: 'Outcome', comment: 'Comment' },
  similar: {
    title: 'Has anyone seen this before?',
    body: 'Resolved cases like yours. What you write is kept.',
  },
}
