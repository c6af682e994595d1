import { XMLBuilder, XMLParser } from 'fast-xml-parser'
import type { RegisterRecord } from '../RegisterAdapter.ts'
import { auWordings } from './wordings.ts'

/** What PIE Verify is asked: a registration number and the birth date that has to go with it. */
export const verifyRequest = (number: string, birthDate: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${new XMLBuilder().build({
    VerifyRequest: { ProfessionNumber: number, DateOfBirth: birthDate },
  })}`

/** What PIE is asked that reads a record by its registration number alone. */
export const readRequest = (number: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${new XMLBuilder().build({ ReadRequest: { ProfessionNumber: number } })}`

const lists = new Set(['AlternativeName', 'Specialty', 'Condition', 'Undertaking', 'Reprimand'])
// Numbers stay as they are written.
const parser = new XMLParser({ parseTagValue: false, htmlEntities: true, isArray: (name) => lists.has(name) })

type Name = { readonly FamilyName?: string; readonly GivenName?: string; readonly MiddleName?: string }
interface Practitioner extends Name {
  readonly ProfessionNumber?: string
  readonly AlternativeNames?: { readonly AlternativeName?: readonly Name[] }
  readonly RegistrationStatus?: string
  readonly RegistrationType?: string
  readonly ExpiryDate?: string
  readonly Specialties?: { readonly Specialty?: readonly string[] }
  readonly Conditions?: { readonly Condition?: readonly string[] }
  readonly Undertakings?: { readonly Undertaking?: readonly string[] }
  readonly Reprimands?: { readonly Reprimand?: readonly string[] }
}
interface Answer {
  readonly Result?: string
  readonly Practitioner?: Practitioner
}

/** What the answer to a verification says; null where number and birth date do not go together. Throws what is wrong with it. */
export const readVerifyResponse = (xml: string, number: string): RegisterRecord | null => recordIn(xml, 'VerifyResponse', 'Match', number)

/** What the answer to a reading says; null where nobody has the number. Throws what is wrong with it. */
export const readReadResponse = (xml: string, number: string): RegisterRecord | null => recordIn(xml, 'ReadResponse', 'Found', number)

const recordIn = (xml: string, response: string, foundIt: string, number: string): RegisterRecord | null => {
  // No answer needs entities of its own, and they could swell or read files.
  if (/<!(doctype|entity)/i.test(xml)) throw new Error('answered with a document type')
  const { Result, Practitioner: found } = (parser.parse(xml, true) as Record<string, Answer | undefined>)[response] ?? {}
  if (Result === 'NotFound' || Result === 'NoMatch') return null
  if (Result !== foundIt || !found || found.ProfessionNumber !== number) throw new Error('answered in another shape')
  const { raw, standing, eligible } = wordingOf(found)
  return {
    number,
    names: [found, ...(found.AlternativeNames?.AlternativeName ?? [])].map(nameOf),
    standing,
    eligible,
    rawStatus: raw,
    specialtyRaw: found.Specialties?.Specialty ?? [],
    credential: '',
    flags: [],
    licences: [],
    validUntil: found.ExpiryDate || null,
    contact: null,
  }
}

const nameOf = ({ FamilyName = '', GivenName = '', MiddleName = '' }: Name) => ({
  family: FamilyName,
  given: `${GivenName} ${MiddleName}`.trim(),
})

const [full, limited, notPractising, restricted, suspended, removed] = auWordings

const wordingOf = (found: Practitioner) => {
  const [status, type] = [found.RegistrationStatus, found.RegistrationType].map((said = '') => said.toLowerCase())
  if (status === 'suspended') return suspended
  if (status === 'cancelled') return removed
  const limits = [found.Conditions?.Condition, found.Undertakings?.Undertaking, found.Reprimands?.Reprimand]
  if (status !== 'registered' || !type) return unread(found)
  if (type.includes('non-practising')) return notPractising
  if (limits.some((some) => some !== undefined && some.length > 0)) return restricted
  if (/general|specialist/.test(type)) return full
  return /provisional|limited/.test(type) ? limited : unread(found)
}

/** A wording that is not known yet is for a person to read. */
const unread = ({ RegistrationStatus = '', RegistrationType = '' }: Practitioner) =>
  ({ raw: `${RegistrationStatus} + ${RegistrationType}`, standing: 'unknown', eligible: 'review' }) as const
