import { type CountryCode, findCountry } from '#atlas/countries.ts'
import { auWordings } from './au-pie/wordings.ts'
import { caWordings } from './ca/wordings.ts'
import { esWordings } from './es/wordings.ts'
import { gbWordings } from './gb-lrmp/wordings.ts'
import { ieWordings } from './ie/wordings.ts'
import { mxWordings } from './mx/wordings.ts'
import { nzWordings } from './nz-mcnz/wordings.ts'
import type { Wording } from './RegisterAdapter.ts'
import { usLicenceWordings } from './us-nppes/wordings.ts'
import { zaWordings } from './za/wordings.ts'

/** What a person reads off a register's page and types. */
export const transcribedFields = ['family', 'given', 'otherNames', 'status', 'college', 'degree', 'specialty', 'validUntil'] as const
export type TranscribedField = (typeof transcribedFields)[number]

/** How a person looks a number up where no machine may. */
export interface ManualDesk {
  readonly country: CountryCode
  /** The register's own page; where the number can stand in the address, it does. */
  readonly deepLink: string
  /** In the order in which the page shows them. */
  readonly fields: readonly TranscribedField[]
  /** What `status` may be. */
  readonly wordings: readonly Wording[]
  /** What a person read is good for so many hours. */
  readonly freshForHours: number
}

const halfAYear = 180 * 24

const fieldsOf: Readonly<Record<CountryCode, readonly TranscribedField[]>> = {
  AU: ['family', 'given', 'otherNames', 'status', 'specialty', 'validUntil'],
  CA: ['college', 'family', 'given', 'otherNames', 'status', 'specialty'],
  ES: ['college', 'family', 'given', 'status', 'specialty'],
  GB: ['family', 'given', 'otherNames', 'status', 'specialty'],
  IE: ['family', 'given', 'status', 'specialty'],
  MX: ['family', 'given', 'degree', 'status'],
  NZ: ['family', 'given', 'otherNames', 'status', 'specialty', 'validUntil'],
  US: ['college', 'family', 'given', 'status', 'specialty', 'validUntil'],
  ZA: ['family', 'given', 'status', 'specialty'],
}

const wordingsOf: Readonly<Record<CountryCode, readonly Wording[]>> = {
  AU: auWordings,
  CA: caWordings,
  ES: esWordings,
  GB: gbWordings,
  IE: ieWordings,
  MX: mxWordings,
  NZ: nzWordings,
  US: usLicenceWordings,
  ZA: zaWordings,
}

/** The manual desk of a country. Every country has one: it is the way where there is no contract, or no answer. */
export const manualDeskOf = (country: CountryCode): ManualDesk => ({
  country,
  deepLink: findCountry(country)?.scheme.deepLink ?? '',
  fields: fieldsOf[country],
  wordings: wordingsOf[country],
  freshForHours: halfAYear,
})
