import type { Wording } from '../RegisterAdapter.ts'

/** The public search of the Spanish colleges, and the Ministry's register of professionals. */
export const esWordings = [
  { raw: 'listed (colegiado)', standing: 'good', eligible: 'yes' },
  { raw: 'not listed', standing: 'unknown', eligible: 'review' },
  { raw: 'listed with medical title', standing: 'good', eligible: 'supporting' },
] as const satisfies readonly Wording[]
