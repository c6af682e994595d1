import { findCountry } from '#atlas/countries.ts'
import { type NumberReading, readLicenceNumber } from '#atlas/licenceNumber.rules.ts'
import type { ErrorCode } from '#contract/errors.ts'
import {
  type Application,
  type ApplicationForm,
  type ApplicationState,
  type Evidence,
  evidenceLimits,
} from '#contract/registrar/applications.ts'

export type Missing = Application['missing'][number]
export type MediaType = Evidence['mediaType']

/** Why what was typed cannot be changed now: it is with the verifiers, or it is decided. */
export const whyNoChange = (state: ApplicationState): ErrorCode | null =>
  state === 'submitted' ? 'application.handed-in' : state === 'approved' || state === 'declined' ? 'application.decided' : null

/** What has to be there before somebody can decide. */
export const missingFrom = (form: ApplicationForm, evidence: readonly Pick<Evidence, 'kind'>[]): Missing[] => {
  const has = (kind: Evidence['kind']): boolean => evidence.some((document) => document.kind === kind)
  const missing: Record<Missing, boolean> = {
    country: form.country === null,
    number: form.number === null,
    legalName: form.legalName === null,
    specialty: form.specialty === null,
    identity: !has('identity'),
    licence: !has('licence'),
  }
  return (Object.keys(missing) as Missing[]).filter((part) => missing[part])
}

/** A number as it was typed, read under the rule of its country; null where there is none yet or no country to read it by. */
export const readNumber = ({ country, number }: Pick<ApplicationForm, 'country' | 'number'>): NumberReading | null => {
  const scheme = country && findCountry(country)?.scheme
  return scheme && number !== null && number.trim() !== '' ? readLicenceNumber(scheme, number) : null
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
