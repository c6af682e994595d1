import type { Wording } from '../RegisterAdapter.ts'

/** The divisions of the Irish register. */
export const ieWordings = [
  { raw: 'General / Specialist Division', standing: 'good', eligible: 'yes' },
  { raw: 'Trainee Specialist (incl. intern) / Supervised Division', standing: 'training', eligible: 'yes-trainee' },
  { raw: 'Visiting EEA Practitioners', standing: 'good', eligible: 'review' },
  { raw: 'not listed', standing: 'removed', eligible: 'no' },
] as const satisfies readonly Wording[]
