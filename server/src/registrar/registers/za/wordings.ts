import type { Wording } from '../RegisterAdapter.ts'

/** Category and status of the iRegister. */
export const zaWordings = [
  { raw: 'Active + register MP + independent practice', standing: 'good', eligible: 'yes' },
  { raw: 'Active + intern or public service', standing: 'training', eligible: 'yes-trainee' },
  { raw: 'Active + student', standing: 'none', eligible: 'no' },
  { raw: 'Inactive / Suspended / Erased', standing: 'removed', eligible: 'no' },
] as const satisfies readonly Wording[]
