import type { CountryCode } from '#atlas/countries.ts'

export interface PersonName {
  readonly given: string
  readonly family: string
}

/** `listed`: known there, which says nothing of a licence. `none`: of another profession. */
export type Standing = 'good' | 'listed' | 'training' | 'restricted' | 'not-practising' | 'suspended' | 'removed' | 'none' | 'unknown'

/** What a standing means for an application; `review` and `yes-trainee` are for a person to decide, `supporting` is not enough alone. */
export type Eligibility = 'yes' | 'yes-trainee' | 'yes-specialist' | 'needs-licence' | 'supporting' | 'review' | 'no'

/** One wording of a register, and what it means here. */
export interface Wording {
  readonly raw: string
  readonly standing: Standing
  readonly eligible: Eligibility
}

/** Why a person has to look at a record although its standing is good. */
export type RegisterFlag = 'may-be-dentist' | 'may-be-scientist' | 'student-or-resident'

export interface RegisterRecord {
  readonly number: string
  /** The legal name first, then former and other names. */
  readonly names: readonly PersonName[]
  readonly standing: Standing
  readonly eligible: Eligibility
  readonly rawStatus: string
  /** As the register writes them: words or codes. */
  readonly specialtyRaw: readonly string[]
  readonly credential: string
  readonly flags: readonly RegisterFlag[]
  /** State licences named by the register, such as `TX A1234`; self-declared. */
  readonly licences: readonly string[]
  /** Calendar day. */
  readonly validUntil: string | null
  /** Only for sending codes to: never shown in a browser. */
  readonly contact: RegisterContact | null
}

export interface RegisterContact {
  readonly phone?: string
  readonly postal?: string
  readonly direct?: string
}

/** What else is known of the applicant and some registers ask for or check. */
export interface Hint {
  /** Calendar day; used for the question and kept nowhere. */
  readonly birthDate?: string
}

export type Lookup =
  /** `namesakes`: how many others of the register bear the same first given name and surname; null where that cannot be counted. */
  | {
      readonly outcome: 'hit'
      readonly record: RegisterRecord
      readonly asOf: Date
      readonly namesakes: number | null
      readonly birthDateMatched?: boolean
    }
  | { readonly outcome: 'miss'; readonly asOf: Date }
  /** Never imported, no answer, or an answer that makes no sense: nothing is known. */
  | { readonly outcome: 'unavailable'; readonly reason: string }

/** `file`: a copy the operator imports. `api`: open. `partner`: by contract. */
export type Mode = 'file' | 'api' | 'partner'

/** One way to ask a register by number. */
export interface RegisterAdapter {
  /** `us-nppes-file` */
  readonly code: string
  readonly country: CountryCode
  readonly mode: Mode
  /** Whether a number that is not there is no doctor's; false: a person has to look again. */
  readonly authoritativeMiss: boolean
  /** How old an answer may be. */
  readonly freshForHours: number
  /** Looks a number up in its normal form. Never throws. */
  readonly lookUp: (number: string, hint: Hint) => Promise<Lookup>
}
