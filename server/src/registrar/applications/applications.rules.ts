import { type CountryCode, findCountry } from '#atlas/countries.ts'
import { type NumberReading, readLicenceNumber } from '#atlas/licenceNumber.rules.ts'
import type { ErrorCode } from '#contract/errors.ts'
import {
  type Application,
  type ApplicationForm,
  type ApplicationState,
  type Evidence,
  evidenceLimits,
} from '#contract/registrar/applications.ts'
import type { ProofMethod } from '#contract/registrar/proofs.ts'
import { institutionalDomains } from './institutionalDomains.ts'
import { type CaseState, isOpen, isProvable } from './verification.rules.ts'

export type Missing = Application['missing'][number]
export type MediaType = Evidence['mediaType']

/** Why what was typed cannot be changed now: it is being checked, or it is decided. */
export const whyNoChange = (state: CaseState): ErrorCode | null =>
  state === 'draft' || state === 'number-invalid'
    ? null
    : isOpen(state) || state === 'applied'
      ? 'application.handed-in'
      : 'application.decided'

/** Why no document can be added or taken back now. */
export const whyNoDocument = (state: CaseState, told: boolean): ErrorCode | null =>
  whyNoChange(state) === null || isProvable(state) || (state === 'rejected' && !told) ? null : 'application.decided'

/** What has to be typed before the register can be read. */
export const missingFrom = (form: ApplicationForm): Missing[] =>
  (['country', 'number', 'legalName', 'specialty'] as const).filter((part) => form[part] === null)

/** What an applicant learns of a state; a refusal the program made is a case being checked until they are told. */
export const shownState = (state: CaseState, told: boolean): ApplicationState => {
  switch (state) {
    case 'draft':
    case 'number-invalid':
      return 'draft'
    case 'verified':
    case 'verified-restricted':
      return 'verified'
    case 'recheck-due':
    case 'lapsed':
    case 'suspended':
    case 'revoked':
    case 'withdrawn':
      return state
    case 'rejected':
      return told ? 'rejected' : 'checking'
    default:
      return 'checking'
  }
}

/** What this instance can offer beyond what every instance has. */
export interface Offers {
  /** A login that says which licence is whose, in this country. */
  readonly logins: boolean
  /** Certificates of this country can be read. */
  readonly certificates: boolean
  readonly idCheck: boolean
  readonly interviews: boolean
}

/** Registers that print a contact a code can be sent to. */
const printsContact: ReadonlySet<string> = new Set(['US', 'CA', 'NZ'])

/** The ways open in a country, the surest first. */
export const waysOf = (country: string | null, { logins, certificates, idCheck, interviews }: Offers): ProofMethod[] =>
  country === null
    ? []
    : [
        ...(logins ? (['login'] as const) : []),
        ...(certificates ? (['certificate'] as const) : []),
        ...(printsContact.has(country) ? (['contact-code'] as const) : []),
        ...(country === 'AU' ? (['birth-date'] as const) : []),
        ...(idCheck ? (['id-check'] as const) : []),
        'documents',
        ...(interviews ? (['interview'] as const) : []),
        ...(institutionalDomains[country as CountryCode].length > 0 ? (['mailbox'] as const) : []),
        'vouch',
        'callback',
      ]

/** An address of a hospital or a health service: by its domain, or one that lies under it. */
export const isInstitutional = (country: CountryCode, address: string): boolean => {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return institutionalDomains[country].some((known) => domain === known || domain.endsWith(`.${known}`))
}

/** A number as it was typed, read under the rule of its country; null where there is none yet or no country to read it by. */
export const readNumber = ({ country, number }: Pick<ApplicationForm, 'country' | 'number'>): NumberReading | null => {
  const scheme = country && findCountry(country)?.scheme
  return scheme && number !== null && number.trim() !== '' ? readLicenceNumber(scheme, number) : null
}

/** A number as it is kept: as its register writes it where it can be read, else as it was typed. */
export const keptNumber = (form: Pick<ApplicationForm, 'country' | 'number'>): string | null => {
  const reading = readNumber(form)
  if (reading && 'number' in reading) return reading.number
  return form.number?.normalize('NFKC').toUpperCase().replace(/\s+/gu, '') || null
}

/** A name as it is kept: without spaces around it or doubled inside; null when nothing is left. */
export const tidyName = (typed: string | null): string | null => typed?.normalize('NFC').trim().replace(/\s+/gu, ' ') || null

/** Why one more document of this kind cannot be taken. */
export const whyNoMore = (evidence: readonly Pick<Evidence, 'kind'>[], kind: Evidence['kind']): ErrorCode | null =>
  evidence.filter((document) => document.kind === kind).length >= evidenceLimits.perKind ? 'application.evidence-too-many' : null

/** What a file is by its first bytes, whatever it is called; null when it is nothing we take. */
export const mediaTypeOf = (bytes: Buffer): MediaType | null => {
  const begins = (text: string, at = 0): boolean => bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'))
  if (begins('\xff\xd8\xff')) return 'image/jpeg'
  if (begins('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (begins('RIFF') && begins('WEBP', 8)) return 'image/webp'
  return begins('%PDF-') && bytes.subarray(-1_024).includes('%%EOF') ? 'application/pdf' : null
}
