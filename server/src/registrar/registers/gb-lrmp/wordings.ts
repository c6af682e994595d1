import type { Wording } from '../RegisterAdapter.ts'

/** The wordings of the GMC's List of Registered Medical Practitioners. */
export const gbWordings = [
  { raw: 'Registered with Licence', standing: 'good', eligible: 'yes' },
  { raw: 'Provisionally registered with Licence', standing: 'training', eligible: 'yes-trainee' },
  { raw: 'Temporary registration with Licence', standing: 'good', eligible: 'review' },
  { raw: 'Registered without a Licence', standing: 'not-practising', eligible: 'no' },
  { raw: 'Provisionally registered without a Licence', standing: 'not-practising', eligible: 'no' },
  { raw: 'Temporary registration without a Licence', standing: 'not-practising', eligible: 'no' },
  { raw: 'Suspended', standing: 'suspended', eligible: 'no' },
  { raw: 'Not Registered - Administrative Reason', standing: 'removed', eligible: 'no' },
  { raw: 'Not Registered - Deceased', standing: 'removed', eligible: 'no' },
  { raw: 'Not Registered - Erased after Fitness to Practise panel hearing', standing: 'removed', eligible: 'no' },
  { raw: 'Not Registered - Having relinquished registration', standing: 'removed', eligible: 'no' },
  { raw: 'any entry with conditions / undertakings / warning', standing: 'restricted', eligible: 'review' },
] as const satisfies readonly Wording[]
