import type { Hit, Reason } from '../Identifier.ts'
import { isCurp, isDni, isIban, isLuhn, isNhsNumber } from './checkLetters.ts'
import type { Reading } from './Reading.ts'

/** What a number after one of these is. The value must have a figure in it. */
const labels: readonly [words: string, reason: Reason][] = [
  [
    '(?:social security|ssn|ss#|seguridad social|national insurance|ni(?= no)|nass|nuss|nss|imss|issste|n[ºo°]? ?ss)',
    'social-security-number',
  ],
  [
    '(?:dni|nie|nif|d\\.n\\.i\\.|pasaporte|passport|c[ée]dula(?: de (?:identidad|ciudadan[ií]a))?|curp|rfc|nhs(?: (?:number|no))?|ppsn?|medicare|chi(?: number)?|nhi|said|id number|national id|id card|documento(?: de identidad)?|ramq|ohip|health card|ine|rut|cuil|cuit)',
    'national-id',
  ],
  [
    '(?:mrn|medical record|record|chart|case|patient|hospital|nhc|n\\.?h\\.?c|hc|h[ªa]\\.? ?(?:cl[ií]nica|c\\.?)|historia(?: cl[ií]nica)?|n[ºo°]? ?(?:de )?historia|cipa?|sip|nuhsa|cip|tarjeta sanitaria|tsi|expediente|episodio|encounter|visit|accession|admission|registro|folio|study|sample|specimen|muestra|biopsia|biopsy|reference|referencia|ref(?:\\. code)?|file|ticket|claim|order|policy|p[óo]liza|insurance|ins|plan|member(?:ship)?|subscriber|beneficiary|group|account|acct|cuenta|hpn|hpbn|asegurado|afiliaci[óo]n|health plan|healthplan|hmo|ppo|coverage|identifier|id|unique id|uid|code|c[óo]digo|c[óo]d)',
    'record-number',
  ],
  [
    '(?:licen[cs]e|lic|certificate|cert|cln|npi|dea|gmc|imc|ahpra|mcnz|hpcsa|colegiado|colegiada|n[ºo°]?\\.? ?col(?:eg)?|ncol|col|matr[ií]cula profesional|c[ée]dula profesional|registration|reg)',
    'licence-number',
  ],
  [
    '(?:serial|serie|device|dispositivo|pacemaker|marcapasos|implant|implante|lote|lot|modelo|model|udi|prosthesis|pr[óo]tesis|ventilator|pump|bomba)',
    'device-number',
  ],
  ['(?:vehicle|plate|licen[cs]e plate|number plate|vin|matr[ií]cula|placas?|registration plate|bastidor)', 'vehicle-number'],
  ['(?:iban|bank account|sort code|cuenta bancaria|tarjeta|credit card|card)', 'bank-account'],
]
const joiner =
  '(?:[ .]*(?:number|num|no|nr|n[úu]mero|n[úu]m|n[ºo°]|id|code|plan|policy|insurance|record|is|es|was|del? (?:paciente|dispositivo|asegurado)|de (?:serie|lote|identidad|historia|afiliaci[óo]n|p[óo]liza|registro|colegiad[oa])|serial|ending(?: in)?|ends in|with|under|as|#|reads?))*[ .:;#ºª°-]*(?:nhc-)?'
const value = '#?(?:\\(\\d{2}\\))?(?:[A-Z]{1,6}[ /-]?)?\\d[A-Z\\d]*(?:[ ./-]\\d[\\dA-Z]*|-[A-Z]{1,5}\\d*)*|[A-Z]{1,6}-?[A-Z]*\\d[A-Z\\d-]*'

const labelled = labels.map(([words, reason]) => ({
  pattern: new RegExp(`(?<![\\p{L}])${words}(?![\\p{Ll}])${joiner}(${value})(?![\\p{L}\\d])`, 'giu'),
  reason,
}))

const measure =
  /^ ?(?:%|‰|mg|mcg|µg|μg|g\b|kg|ml|dl|l\b|mm|cm|m\b|m²|m2|mmol|mol|meq|ui|iu|u\/|u\b|\/|x ?10|×|°|º ?c|hz|khz|mhz|kpa|kcal|cal|gy|cgy|mgy|bpm|lpm|rpm|ppm|pg|ng|fl|cel|cop|copias|copies|células|celulas|cells|leuco|plaquetas|platelets|hemat|euros?|dollars|€|\$|£|years|year|yo\b|años|anos|d[ií]as|days|weeks|semanas|months|meses|horas|hours|hrs?\b|min|seg|sec|msec|ms\b|patients|pacientes|cases|casos|veces|times|beats|latidos|base pairs|bp\b|pb\b|kb\b|mb\b|kda|da\b|mci|mbq|inches|feet|lbs?|pounds|french|fr\b|gauge|g auge|dpt|diop|d\b|mosm)/i
const beforeMeasure =
  /(?:[<>=≤≥±×x*^]|\d[.,]|de|of|about|hasta|unos|unas|cifras|valores|recuento|count|levels?|platelets?|plaquetas|leucocitos|wbc|rbc|dose|dosis|nct|isrctn|doi|rs|nm_|np_|nc_|chr|pmid|omim|mim|icd|cie)[ :.-]*$/i

/** Finds the numbers that lead to one person: of records, insurances, licences, devices, papers. */
export const findNumbers = ({ text, language }: Reading): Hit[] => {
  const hits: Hit[] = []
  const add = (start: number, end: number, reason: Reason, confidence: number): void => {
    hits.push({ start, end, kind: 'id', reason, confidence })
  }
  for (const { pattern, reason } of labelled)
    for (const match of text.matchAll(pattern)) {
      const found = (match[1] ?? '').replace(/[ ./-]+$/, '')
      const start = match.index + match[0].length - (match[1] ?? '').length
      const digits = found.replace(/\D/g, '').length
      const figures = /^\d+$/.test(found)
      if (/[a-z]/.test(found)) continue
      if (!/\d/.test(found) || digits < (/^#|[A-Za-z]-?\d/.test(found) ? 3 : 4)) continue
      if (figures && digits === 4 && /^(?:19|20)/.test(found) && reason !== 'licence-number') continue
      const [, one = '', two = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}$/.exec(found) ?? []
      if (one !== '' && Math.max(Number(one), Number(two)) <= 31) continue
      if (/^(?:19|20)\d\d-(?:19|20)?\d\d$/.test(found)) continue
      if (measure.test(text.slice(start + found.length)) && !/[A-Za-z]/.test(found) && digits < 7) continue
      if (/^\d+[.,/]\d{1,2}$/.test(found) && digits < 6) continue
      const label = match[0].slice(0, match[0].length - (match[1] ?? '').length)
      const isNear =
        /[:#º°]|\b(?:number|no|n[úu]mero|id|n[ºo°]|mrn|nhc|ssn|dni|nie|policy|p[óo]liza|serial|record|code|c[óo]digo|plan|insurance|account|serie)\b/i.test(
          label,
        )
      if (!isNear && !/[A-Z]/.test(found) && digits < 6) continue
      if (!isNear && /\d[.,/]\d/.test(found) && reason !== 'licence-number' && reason !== 'national-id') continue
      add(start, start + found.length, reason, isNear ? 0.93 : 0.75)
    }

  for (const match of text.matchAll(/(?<![\p{L}\d])[XYZ]?[ .-]?\d{1,2}\.?\d{3}\.?\d{3}[ -]?[A-Z](?![\p{L}\d])/giu))
    if (isDni(match[0].trim()))
      add(match.index + (match[0].length - match[0].trimStart().length), match.index + match[0].length, 'national-id', 0.97)
  for (const match of text.matchAll(/(?<![\p{L}\d])[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d(?![\p{L}\d])/giu))
    add(match.index, match.index + match[0].length, 'national-id', isCurp(match[0]) ? 0.99 : 0.9)
  for (const match of text.matchAll(/(?<![\p{L}\d])[A-Z]{4}\d{6}[A-Z\d]{3}(?![\p{L}\d])/gu))
    add(match.index, match.index + match[0].length, 'national-id', 0.8)
  for (const match of text.matchAll(/(?<![\p{L}\d-])\d{3}-\d{2}-\d{4}(?![\d-])/gu))
    add(match.index, match.index + match[0].length, 'social-security-number', 0.95)
  for (const match of text.matchAll(/(?<![\p{L}\d])[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\d])/gu))
    add(match.index, match.index + match[0].length, 'social-security-number', 0.9)
  for (const match of text.matchAll(/(?<![\p{L}\d.-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])/gu))
    if (isNhsNumber(match[0]) && /[ -]/.test(match[0])) add(match.index, match.index + match[0].length, 'national-id', 0.85)
  // Chile and Uruguay, with their check sign; Quebec's card of health.
  for (const match of text.matchAll(
    /(?<![\p{L}\d.,])\d{1,2}\.\d{3}\.\d{3}-[\dkK](?![\p{L}\d]|[.,]\d)|(?<![\p{L}\d])[A-Z]{4} \d{4} \d{4}(?![\p{L}\d])/gu,
  ))
    add(match.index, match.index + match[0].length, 'national-id', 0.85)
  for (const match of text.matchAll(/(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\d])/gu))
    if (isIban(match[0])) add(match.index, match.index + match[0].length, 'bank-account', 0.98)
  for (const match of text.matchAll(/(?<![\p{L}\d.])(?:\d{4}[ -]){3}\d{4}(?![\d])/gu))
    add(match.index, match.index + match[0].length, 'bank-account', isLuhn(match[0]) ? 0.95 : 0.7)
  // Spain: the number of social security, two digits, eight, two.
  for (const match of text.matchAll(/(?<![\p{L}\d.,/-])\d{2}[ /-]\d{7,8}(?:[ /-]\d{2})?(?![\d.,]*\d)/gu))
    add(match.index, match.index + match[0].length, 'social-security-number', 0.85)
  for (const match of text.matchAll(/(?<![\p{L}\d.,/-])\d{2} \d{2} \d{5}(?![\d.,]*\d)/gu))
    add(match.index, match.index + match[0].length, 'licence-number', 0.85)
  // Letters before or between figures: "AB-987654", "PJN319156G".
  for (const match of text.matchAll(/(?<![\p{L}\d_./-])#?[A-Z]{1,5}-?\d{5,}(?:-?[A-Z\d]{1,5})?(?![\p{L}\d_])/gu)) {
    if (/^(?:NCT|NM|NP|NC|RS|ISRCTN|PMC|CCDS|ENST|GRCH|COVID|ICD|OMIM|EC|CAS|[A-Z]+-(?:19|20)\d\d$|E-\d{5}$)/i.test(match[0])) continue
    add(match.index, match.index + match[0].length, 'record-number', 0.85)
  }
  for (const match of text.matchAll(/(?<![\p{L}\d_./-])[A-Z]{2,5}-\d{4,}(?![\p{L}\d_])/gu))
    if (!/^(?:CD|IL|HLA|HHV|HPV|SARS|IFN|TNF|VEGF|MRI|CT|PET)-|-(?:19|20)\d\d$/.test(match[0]))
      add(match.index, match.index + match[0].length, 'record-number', 0.8)
  for (const match of text.matchAll(/(?<![\p{L}\d_./-])#\d{4,}(?:-[A-Z]{2,5})?(?![\p{L}\d])/gu))
    add(match.index, match.index + match[0].length, 'record-number', 0.8)
  for (const match of text.matchAll(/(?<![\p{L}\d])[A-HJ-NPR-Z\d]{17}(?![\p{L}\d])/gu))
    if (/\d{4}/.test(match[0]) && /[A-Z]{2}/.test(match[0])) add(match.index, match.index + match[0].length, 'vehicle-number', 0.85)
  if (language === 'es')
    for (const match of text.matchAll(
      /(?:matr[ií]cula|placas?|coche|veh[ií]culo|furgoneta|moto|turismo)[^.;\n]{0,25}?(?<![\p{L}\d])(\d{4}[ -]?[B-DF-HJ-NP-TV-Z]{3}|[A-Z]{1,3}[ -]?\d{3,4}[ -]?[A-Z]{0,2}|[A-Z]{3}[ -]?\d{2,3}[ -]?[A-Z\d]{0,3})(?![\p{L}\d])/giu,
    )) {
      const plate = match[1] ?? ''
      if (/^[A-Z\d -]+$/.test(plate))
        add(match.index + match[0].length - plate.length, match.index + match[0].length, 'vehicle-number', 0.85)
    }
  else
    for (const match of text.matchAll(
      /\b(?:plates?|licen[cs]e plate|registration|reg|vehicle|car|van|truck|number plate)\b[^.;\n]{0,20}?(?<![\p{L}\d])([A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]{1,3}[ -]?\d{3,4}[A-Z]{0,2}|\d[A-Z]{3}\d{3}|\d{2,3}-[A-Z]{1,2}-\d{1,6})(?![\p{L}\d])/gu,
    )) {
      const plate = match[1] ?? ''
      add(match.index + match[0].length - plate.length, match.index + match[0].length, 'vehicle-number', 0.8)
    }
  // A long run of figures that is no measurement.
  for (const match of text.matchAll(/(?<![\p{L}\d.,/+-])\d{7,}(?![\p{L}\d]|[.,]\d)/gu)) {
    if (
      measure.test(text.slice(match.index + match[0].length)) ||
      beforeMeasure.test(text.slice(Math.max(0, match.index - 14), match.index))
    )
      continue
    if (/0{4,}$/.test(match[0])) continue
    add(match.index, match.index + match[0].length, 'long-number', 0.75)
  }
  for (const match of text.matchAll(/(?<![\p{L}\d.,/-])\d{3}-\d{2,3}-\d{3}(?![\d-])|(?<![\p{L}\d.,/-])\d{5,6}-\d{3,4}(?![\d-])/gu))
    add(match.index, match.index + match[0].length, 'record-number', 0.75)
  return hits
}
