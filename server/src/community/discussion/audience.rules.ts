import { coveredBy } from '#atlas/specialties.ts'
import { parseLabel } from '#tickets/labels.ts'

/** Doctors whom every case may concern. */
export const generalists: readonly string[] = [
  'general-practice',
  'family-medicine',
  'internal-medicine',
  'hospital-medicine',
  'emergency-medicine',
]

/**
 * The specialties an attested label covers, for the audience "the case's specialties": null covers all (a generalist);
 * a label that names no specialty covers none. What a member typed as interests has no say here.
 */
export const coversOf = (labelCode: string): readonly string[] | null => {
  const label = parseLabel(labelCode)
  if (!label) return []
  if (label.rung === 'region' || label.rung === 'doctor') return []
  const specialty = label.rung === 'group-country' ? label.group : label.specialty
  return generalists.includes(specialty) ? null : coveredBy(specialty)
}
