import type { Wording } from '../RegisterAdapter.ts'

/** What Ahpra publishes, by type of registration. */
export const auWordings = [
  { raw: 'Registered + general or specialist', standing: 'good', eligible: 'yes' },
  { raw: 'Registered + provisional or limited', standing: 'training', eligible: 'yes-trainee' },
  { raw: 'Registered + non-practising', standing: 'not-practising', eligible: 'no' },
  { raw: 'conditions / undertakings / reprimand shown', standing: 'restricted', eligible: 'review' },
  { raw: 'Suspended', standing: 'suspended', eligible: 'no' },
  { raw: 'Cancelled / not on register', standing: 'removed', eligible: 'no' },
] as const satisfies readonly Wording[]
