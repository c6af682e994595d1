import type { Wording } from '../RegisterAdapter.ts'

/** What the provincial colleges say; other colleges than that of Ontario each have their own words. */
export const caWordings = [
  { raw: 'Active + Independent Practice', standing: 'good', eligible: 'yes' },
  { raw: 'Active + Postgraduate Education', standing: 'training', eligible: 'yes-trainee' },
  { raw: 'Active + Restricted', standing: 'restricted', eligible: 'review' },
  { raw: 'Expired: Resignation from membership (and other Expired)', standing: 'removed', eligible: 'no' },
  { raw: 'Suspended / Revoked', standing: 'suspended', eligible: 'no' },
  { raw: 'per college wording', standing: 'unknown', eligible: 'review' },
] as const satisfies readonly Wording[]
