import type { Hit } from '../Identifier.ts'
import type { Reading } from './Reading.ts'

const C = "\\p{Lu}[\\p{L}\\p{M}'.]*"
const small = "(?:de|del|la|las|los|el|y|i|d'|e|dels|les|l')"
const flat =
  '(?:[ ,.-]*(?:(?:n[ºo°]\\.?|[Nn][úu]m(?:ero)?\\.?|[Nn]o\\.?|[Pp]iso|[Pp]uerta|[Pp]ta\\.?|[Pp]ortal|[Ee]sc(?:alera)?\\.?|[Bb]loque|[Bb]lq\\.?|[Bb]ajo|[Ee]ntlo\\.?|[ÁáAa]tico|[Ii]zq?(?:uierda|da)?\\.?|[Dd](?:er|e)?cha?\\.?|[Pp]lanta|[Cc]asa|[Ll]ocal|[Kk]m\\.?|[Aa]pto\\.?|[Dd]epto\\.?|[Ii]nt(?:erior)?\\.?|[Ee]di?f(?:icio)?\\.?(?: \\p{Lu}\\p{Ll}+)?|[Tt]orre|[Mm]anzana|[Ll]ote)(?!\\p{L})|[Ss]\\/?[Nn](?!\\p{L})|P\\d+|y (?=\\d)|\\d{1,4} ?[ºª°o]?\\.?[ºª°]? ?[A-Z]?(?![\\p{L}\\d%])|\\d{1,4}[A-Za-z](?!\\p{L})|[A-Za-z](?=[ ,.\\n)]|$)))'
const street =
  '(?:[Cc]/\\.?|C\\.(?= \\p{Lu})|[Cc]alle|CALLE|[Cc]all\\.|[Cc]arrer|[Aa]vda?\\.?|[Aa]v\\.|Av|[Aa]venida\\.?|[Aa]vinguda|[Pp]laza|[Pp]l\\.|[Pp]za\\.?|[Pp]la[çc]a|[Pp]aseo|[Pp]asseig|P[ºo°]\\.?|[Cc]amino|[Cc]am[ií]|[Cc]tra\\.?|[Cc]arretera|[Rr]onda|[Rr]da\\.?|[Tt]raves[ií]a|[Tt]rav\\.|[Uu]rb(?:anizaci[óo]n|\\.)|[Pp]ol[ií]gono|[Bb]arriada|[Bb]arrio|[Cc]allej[óo]n|[Gg]lorieta|[Rr]ambla|[Pp]asaje|[Cc]uesta|[Bb]ajada|[Cc]olonia|[Cc]ol\\.|[Ff]racc(?:ionamiento|\\.)|Lugar|[Rr][úu]a|V[ií]a(?= \\p{Lu})|Gran V[ií]a|Ciudad(?= \\p{Lu})|Edificio|[Bb]ulevar|Parque)(?!\\p{Ll})'

const spanish: readonly [pattern: RegExp, confidence: number][] = [
  // "C/ Mayor 3, 2º B": a street with a number.
  [
    new RegExp(
      `(?<![\\p{L}])${street} ?(?:${small} ?)*(?:${C}|\\d{1,3}[a-z]?(?: de ${C})?|(?<=(?:[Cc]alle|[Cc]/|[Aa]v\\.|[Aa]vda\\.?|[Pp]aseo|[Pp]laza)(?: ?de)? )\\p{Ll}+(?: \\p{Ll}+){0,2})(?:[ -](?:${small} ?)*(?:${C}|\\d{1,2} de \\p{L}+)){0,6}(?:,? ?${flat}){1,7}`,
      'gu',
    ),
    0.92,
  ],
  // Storey and door before the street: "el 3.º B del portal 14 de la Gran Vía".
  [
    new RegExp(
      `(?<![\\p{L}\\d])\\d{1,2}\\.?[ºª°] ?(?:[A-Z]|izq\\p{L}*|der\\p{L}*|dcha)?(?![\\p{L}])(?: ?,? ?(?:del?|en) ?(?:el |la )?(?:portal|n[úu]mero|bloque|edificio|escalera)? ?\\d{1,4})? (?:del?|en) (?:la |el |las |los )?(?:${street} )?(?:${small} )*${C}(?:[ -](?:${small} )*${C}){0,4}`,
      'gu',
    ),
    0.85,
  ],
  [
    new RegExp(
      `(?<![\\p{L}\\d])(?:portal|n[úu]mero|piso|bloque|casa|vivienda) \\d{1,4} ?[A-Z]? (?:del?|en) (?:la |el |las |los )?(?:${street} )?(?:${small} )*${C}(?:[ -](?:${small} )*${C}){0,4}`,
      'gu',
    ),
    0.85,
  ],
  // A street without a number, after the word that asks for one.
  [
    new RegExp(
      `(?<=(?:vive|viv[ií]a|reside|domicilio|domiciliad[oa]|direcci[óo]n|casa|piso|caída|esquina)[^.;\\n]{0,25} )(?:en )?(?:la )?(?:[Cc]alle|[Cc]/|[Aa]venida|[Aa]vda\\.?|[Pp]laza|[Pp]aseo|Gran V[ií]a|[Cc]amino|[Cc]arretera) ?(?:${small} )*${C}(?:[ -](?:${small} )*${C}){0,4}`,
      'gu',
    ),
    0.85,
  ],
  [
    new RegExp(
      `(?<![\\p{L}])(?:[Cc]alle|[Cc]/|[Aa]venida|[Aa]vda\\.?|[Pp]laza|[Pp]aseo|[Cc]arretera) ?(?:${small} )*${C}(?:[ -](?:${small} )*${C}){0,4}`,
      'gu',
    ),
    0.7,
  ],
  // In the footer of a report: "Gaspar Aguilar 90 46017 Valencia".
  [
    new RegExp(
      `(?<![\\p{L}])(?:${C})(?:[ -](?:${small} )*${C}){0,4},? ?(?:n[ºo°]\\.? ?)?(?:\\d{1,4}(?:[ -]\\d{1,4})?|s/n)(?:[ ,]+${flat})*(?=[ .,;(-]*\\n?[ ]*(?:E-|CP:? ?)?(?:0[1-9]|[1-4]\\d|5[0-2])\\d{3}(?!\\d))`,
      'gu',
    ),
    0.8,
  ],
  [/(?<![\p{L}])[Aa]partado(?: de)? [Cc]orreos,? ?(?:n[ºo°]\.? ?)?\d+/gu, 0.85],
]

const kindOfStreet =
  '(?:Street|St\\b\\.?|Avenue|Ave\\b\\.?|Road|Rd\\b\\.?|Lane|Ln\\b\\.?|Drive|Dr\\b\\.?|Boulevard|Blvd\\b\\.?|Court|Ct\\b\\.?|Place|Pl\\b\\.?|Way|Terrace|Close|Crescent|Cres\\b\\.?|Square|Sq\\b\\.?|Highway|Hwy\\b\\.?|Parkway|Pkwy\\b\\.?|Circle|Trail|Gardens|Grove|Row|Mews|Hill|Walk|Quay|Parade|Esplanade|Alley|Park|Rise|View|Green)'
const unit = '(?:,? ?(?:Apt|Apartment|Unit|Suite|Ste|Flat|#|Floor|Room|Rm|Bldg|Building)\\.? ?#?[A-Z\\d-]+)?'
const english: readonly [pattern: RegExp, confidence: number][] = [
  [
    new RegExp(
      `(?<![\\p{L}\\d.,])(?:(?:Flat|Apt\\.?|Unit|Apartment) [\\dA-Z]+,? )?\\d{1,5}[A-Z]?,? (?:[NSEW]\\.? )?(?:${C} ){1,4}${kindOfStreet}${unit}(?:,? ${C}(?: ${C}){0,2}(?:, [A-Z]{2}(?: \\d{5})?)?)?(?![\\p{L}])`,
      'gu',
    ),
    0.92,
  ],
  [
    new RegExp(
      `(?<![\\p{L}])(?<=(?:lives?|living|resides?|residing|home|house|flat|address|corner)[^.;\\n]{0,30} )(?:${C} ){1,3}(?:Street|Avenue|Road|Lane|Drive|Boulevard|Court|Place|Terrace|Crescent|Square)(?:,? ${C}(?: ${C})?)?(?![\\p{L}])`,
      'gu',
    ),
    0.8,
  ],
  [/(?<![\p{L}])(?:P\.? ?O\.? ?Box|PO Box) \d+/giu, 0.9],
  [
    new RegExp(
      `(?<![\\p{L}\\d])(?:Elm|Oak|Maple|Main|Pine|Cedar|Park|Church|High|Station|Mill|Park|School|Victoria|King|Queen|Washington|${C}) (?:Street|Avenue|Road|Lane|Boulevard)(?:, ${C}(?: ${C})?)?(?! (?:[Cc]linic|protocol|score))(?![\\p{L}])`,
      'gu',
    ),
    0.6,
  ],
]

const label = /(?:^|[\n.])[ \t]*(?:domicilio|direcci[óo]n|address|home address|street)[ \t]*:[ \t]*([^\n]{3,90})/giu

/** Finds streets with their numbers. */
export const findAddresses = ({ text, language }: Reading): Hit[] => {
  const hits: Hit[] = []
  const add = (start: number, end: number, confidence: number): void => {
    hits.push({ start, end, kind: 'address', reason: 'street-address', confidence })
  }
  for (const [pattern, confidence] of language === 'es'
    ? [...spanish, english[0] as [RegExp, number]]
    : [...english, spanish[0] as [RegExp, number]])
    for (const match of text.matchAll(pattern)) {
      // The footer of a report runs on: what stands before the last house or department is no street.
      const lead =
        /^.*(?:[UÚ]rolog[ií]a|[A-Z]\p{Ll}+log[ií]a|Servicio|Hospital|Cl[ií]nica|Interna|Pedi[áa]trica|Pl[áa]stica|Facial|Universidad|Departamento|(?!Avda|Ctra|Prof|Gral|Ntra|Calle|Avenida|Paseo|Plaza|Urb|Trav)\p{Lu}\p{Ll}{3,}\.) (?=\p{Lu}|[Cc]\/)/u.exec(
          match[0],
        )?.[0].length ?? 0
      const rest = match[0].slice(lead).replace(/[ ,.]+$/, '')
      if (rest.length < 4 || /^[Cc]\. ?\p{Ll}/u.test(rest) || (/^[Cc]\./.test(rest) && !/\d/.test(rest))) continue
      add(match.index + lead, match.index + lead + rest.length, confidence)
    }
  for (const match of text.matchAll(label)) {
    const start = match.index + match[0].length - (match[1] ?? '').length
    const value = (match[1] ?? '')
      .replace(/(?:\.? *(?:localidad|provincia|cp|c\.p\.|pa[ií]s|nhc|city|zip|postcode)\b.*|\.\s*)$/iu, '')
      .trimEnd()
      .replace(/\.$/, '')
    if (value.length > 2) add(start, start + value.length, 0.95)
  }
  return hits
}
