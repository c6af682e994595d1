import { parseLabel } from '#tickets/labels.ts'
import type { Setting } from '../texts/write-text.ts'

/** Where a member writes: as what their byline says they are, and for whom. */
export const settingOf = (shownLabel: string, audience: 'everyone' | 'specialties'): Setting => {
  const label = parseLabel(shownLabel)
  return { specialty: label && 'specialty' in label ? label.specialty : null, lends: audience === 'everyone' }
}
