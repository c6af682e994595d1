import type { Wording } from '../RegisterAdapter.ts'

/** What NPPES says, which enumerates and does not license. */
export const usNppesWordings = [
  { raw: 'basic.status=A', standing: 'listed', eligible: 'needs-licence' },
  { raw: 'NPI Deactivation Date set and no later NPI Reactivation Date', standing: 'removed', eligible: 'no' },
  { raw: 'not found (result_count 0)', standing: 'unknown', eligible: 'no' },
] as const satisfies readonly Wording[]

/** What state boards say of a licence, each in its own words. */
export const usLicenceWordings = [
  { raw: 'active / current (wording differs per board)', standing: 'good', eligible: 'yes' },
  { raw: 'active with restriction / probation', standing: 'restricted', eligible: 'review' },
  { raw: 'expired / lapsed / inactive / retired', standing: 'not-practising', eligible: 'no' },
  { raw: 'suspended (incl. summary/emergency suspension)', standing: 'suspended', eligible: 'no' },
  { raw: 'revoked / surrendered', standing: 'removed', eligible: 'no' },
] as const satisfies readonly Wording[]
