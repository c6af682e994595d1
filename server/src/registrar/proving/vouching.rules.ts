import type { ErrorCode } from '#contract/errors.ts'

/** How long a doctor has been verified before they vouch, and how many they answer for in a year. */
export const voucherDays = 180
export const vouchesAYear = 4

interface Vouch {
  readonly voucher: string
  readonly vouched: string
  readonly givenOn: string
}

interface Vouching {
  readonly voucher: string
  readonly applicant: string
  /** The day the voucher was verified; null for nobody verified. */
  readonly verifiedOn: string | null
  readonly on: string
  /** Everybody the voucher vouched for, and everybody who vouched for the voucher or the applicant. */
  readonly known: readonly Vouch[]
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Why this doctor cannot vouch for this applicant. A ring that verifies itself ends where two of it touch. */
export const whyNoVouch = ({ voucher, applicant, verifiedOn, on, known }: Vouching): ErrorCode | null => {
  if (verifiedOn === null || voucher === applicant) return 'vouch.not-yours'
  if (daysBetween(verifiedOn, on) < voucherDays) return 'vouch.too-new'
  const mine = known.filter((vouch) => vouch.voucher === voucher)
  if (mine.filter(({ givenOn }) => daysBetween(givenOn, on) < 365).length >= vouchesAYear) return 'vouch.too-many'
  if (mine.some(({ vouched }) => vouched === applicant)) return 'vouch.unknown'
  const forApplicant = new Set(known.filter(({ vouched }) => vouched === applicant).map((vouch) => vouch.voucher))
  const forMe = new Set(known.filter(({ vouched }) => vouched === voucher).map((vouch) => vouch.voucher))
  const touches =
    forMe.has(applicant) ||
    [...forApplicant].some((other) => forMe.has(other) || mine.some(({ vouched }) => vouched === other)) ||
    // Nobody vouches beside somebody who was let in by the same voucher.
    known.some((vouch) => forApplicant.has(vouch.vouched) && forMe.has(vouch.voucher))
  return touches ? 'vouch.ring' : null
}
