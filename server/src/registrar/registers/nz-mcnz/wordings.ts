import type { Wording } from '../RegisterAdapter.ts'

/** New Zealand's registration status codes. */
export const nzWordings = [
  { raw: 'current', standing: 'good', eligible: 'yes' },
  { raw: 'inactive', standing: 'not-practising', eligible: 'no' },
  { raw: 'suspended', standing: 'suspended', eligible: 'no' },
  { raw: 'removed', standing: 'removed', eligible: 'no' },
] as const satisfies readonly Wording[]
