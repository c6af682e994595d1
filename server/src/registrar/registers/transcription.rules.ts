import type { CountryCode } from '#atlas/countries.ts'
import type { ManualDesk, TranscribedField } from './manualDesks.ts'
import { readDegree } from './mx/degree.rules.ts'
import { partings } from './names/matchNames.rules.ts'
import { nameWords } from './names/nameWords.rules.ts'
import type { RegisterRecord } from './RegisterAdapter.ts'

/** What a person read off a register's page: `status` is one of the desk's wordings, `otherNames` has `;` between several. */
export type Transcription = Readonly<Partial<Record<TranscribedField, string>>>

/** What is missing or cannot be: a field of the desk that is empty and must not be, a wording the register does not use, a day that is none. */
export const wrongIn = (desk: ManualDesk, typed: Transcription): readonly TranscribedField[] =>
  desk.fields.filter((field) => {
    const value = (typed[field] ?? '').trim()
    if (field === 'status') return !desk.wordings.some(({ raw }) => raw === value)
    if (field === 'validUntil') return value !== '' && !isDay(value)
    return mustBeThere.has(field) && value === ''
  })

const mustBeThere: ReadonlySet<TranscribedField> = new Set(['family', 'given', 'degree', 'college'])

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

/** In which fields two blind transcriptions of one page differ; case, marks and spaces do not matter. None: they agree. */
export const differingFields = (desk: ManualDesk, one: Transcription, other: Transcription): readonly TranscribedField[] =>
  desk.fields.filter((field) => compared(field, one[field] ?? '') !== compared(field, other[field] ?? ''))

const compared = (field: TranscribedField, value: string): string =>
  field === 'family' || field === 'given'
    ? nameWords(value).join(' ')
    : value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** The record that two equal transcriptions make, as any other register would give it. */
export const recordFrom = (desk: ManualDesk, number: string, typed: Transcription): RegisterRecord => {
  const said = (field: TranscribedField): string => (typed[field] ?? '').trim()
  const wording = desk.wordings.find(({ raw }) => raw === said('status'))
  const given = said('given')
  const others = said('otherNames')
    .split(';')
    .filter((name) => name.trim() !== '')
    .flatMap(partings)
  return {
    number,
    names: [{ given, family: said('family') }, ...others.map((name) => (name.given === '' ? { ...name, given } : name))],
    ...standingOf(desk.country, said('degree'), wording),
    rawStatus: said('status'),
    specialtyRaw: [said('specialty'), said('degree')].filter((value) => value !== ''),
    credential: '',
    flags: [],
    licences: said('college') === '' ? [] : [`${said('college')} ${number}`],
    validUntil: said('validUntil') || null,
    contact: null,
  }
}

/** In Mexico the words of the degree decide over the wording that was picked. */
const standingOf = (
  country: CountryCode,
  degree: string,
  wording: ManualDesk['wordings'][number] | undefined,
): Pick<RegisterRecord, 'standing' | 'eligible'> => {
  const verdict = country === 'MX' ? readDegree(degree) : 'physician'
  if (verdict === 'other') return { standing: 'none', eligible: 'no' }
  if (!wording) return { standing: 'unknown', eligible: 'review' }
  const { standing, eligible } = wording
  return verdict === 'unclear' && eligible !== 'no' ? { standing, eligible: 'review' } : { standing, eligible }
}
