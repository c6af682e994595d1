import type { Wording } from '../RegisterAdapter.ts'

/** What a cédula says: a degree, and no standing. */
export const mxWordings = [
  { raw: 'cedula of a physician degree (Medico Cirujano etc.)', standing: 'good', eligible: 'yes' },
  { raw: 'cedula of another degree (nursing, psychology, dentistry, nutrition...)', standing: 'none', eligible: 'no' },
  { raw: 'second cedula of a medical speciality', standing: 'good', eligible: 'yes-specialist' },
] as const satisfies readonly Wording[]
