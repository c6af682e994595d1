import type { Language } from '#contract/shapes.ts'
import { type LabelCode, parseLabel } from '#tickets/labels.ts'
import { type LabelWords, labelParts } from '../bylines/byline.rules.ts'

/** A label's code as a reader sees it: "cardiology · Spain". */
export const labelText = (code: LabelCode, language: Language, words: LabelWords): string => {
  const label = parseLabel(code)
  const specialty = label && ('specialty' in label ? label.specialty : 'group' in label ? label.group : null)
  const place = label && ('country' in label ? label.country : 'region' in label ? label.region : null)
  const parts = labelParts({ code, specialty, group: label?.rung === 'group-country', place }, language, words)
  return `${parts.specialty} · ${parts.place}`
}
