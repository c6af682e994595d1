import type { Language } from './Translator.ts'

/** The sign an author writes between units and tenths. */
export type DecimalMark = '.' | ','

/** What a numeral says: its exact value, two possible values, or nothing a reader of that language would call a number. */
export type Reading = { kind: 'value'; integer: string; fraction: string } | { kind: 'ambiguous' } | { kind: 'unread' }

const numeral = String.raw`(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|(?:(?<![\p{L}\d.,)])\.)?\d+(?:[.,]\d+)*)`

const signs = '<=|>=|[<>≤≥±~≈≃∼]'

/** Longest first, so that `mg/dL` is not read as `mg`. */
const units = [
  'units?|unidad(?:es)?|unitats?|copies|copias|còpies|cells|células|cèl·lules|mmHg|cmH2O|mOsm|mosm|mmol|µmol|μmol|umol|nmol|pmol|mol|mEq|mval|mIU|µIU|mUI|µUI|IU|UI|UFC|CFU|kDa|Da',
  'mcg|µg|μg|ug|ng|pg|fg|kg|mg|g|mL|ml|dL|dl|cL|cl|fL|fl|µL|μL|uL|ul|L|l|cc|km|cm|mm|µm|μm|nm|m|Gy|cGy|mSv|MBq|mCi|kHz|MHz|Hz',
  'kPa|bar|kcal|cal|kJ|mV|kV|mA|msec|ms|seg|sec|s|hrs|hr|h|min|bpm|lpm|rpm|Fr|Ch|U|dpt|[°ºo] ?[CF]|°|%|‰',
].join('|')

const per = String.raw`(?:m2|m²|mm3|mm³|campo|min|día|dia|day|hora|hour|dosis|dosi|dose|kg|h|d|c|\d+\s?h|${units})`

const unit = String.raw`(?:(?:x|×|\*)\s?10\^?\d+(?:\/[µμu]?[Ll])?|(?:${units})(?:²|³|[23](?!\d))?)(?:\/${per})*`

const joined = String.raw`${numeral}(?:\s?[-–—~∼/:x×]\s?${numeral})*`

const notInsideAWord = String.raw`(?<![\p{L}\d]|\p{L}[-.]|\d[.,])`

/** A figure with its unit (`0.1 mcg/kg/min`, `< 92%`, `10~20 mg`). */
export const measure = String.raw`(?:(?:${signs})\s?)?${notInsideAWord}${joined}\s?\/?(?:${unit})(?![\p{L}\d])`

/** Figures that belong together or carry a sign (`92/58`, `1:40`, `10~20`, `≥3`). */
export const jointFigure = String.raw`${notInsideAWord}\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\.?(?![\p{L}\d])|(?:${signs})\s?${joined}|${notInsideAWord}${numeral}(?:\s?[-–—~∼/:x×]\s?${numeral})+`

export const loneSign = `-+>|=>|<-+|${signs}|[=→←↑↓×÷]`

const everyNumeral = new RegExp(`${notInsideAWord}${numeral}`, 'gu')
const everyDose = new RegExp(`(${notInsideAWord}(?!\\d{3}0s)${joined})\\s?(\\/?${unit})(?![\\p{L}\\d])`, 'gu')
const everySign = new RegExp(signs, 'gu')

export const numeralsIn = (text: string): readonly string[] => text.match(everyNumeral) ?? []

export const signsIn = (text: string): readonly string[] =>
  (text.match(everySign) ?? []).map((sign) => sign.replace('<=', '≤').replace('>=', '≥').replace('∼', '~').replace('≃', '≈'))

/** Every figure that carries a unit; in a range (`40-50 %`) both do, while a time of day (`14:00 h`) is no dose. */
export const dosesIn = (text: string): readonly { numeral: string; unit: string }[] =>
  [...text.replace(/\s?(?:per ?cent|por ciento)(?!\p{L})/gu, '%').matchAll(everyDose)]
    .filter(([, figures]) => !figures!.includes(':'))
    .flatMap(([, figures, unit]) => numeralsIn(figures!).map((numeral) => ({ numeral, unit: commonUnit(unit!) })))

/** One spelling for the units that English and Spanish write differently. */
function commonUnit(unit: string): string {
  return unit
    .replace(/[μu](?=[gLlm])|^u(?=mol)/gu, 'µ')
    .replace(/mcg/g, 'µg')
    .replace(/[ºo](?= ?[CF])/g, '°')
    .replace(/UI/g, 'IU')
    .replace(/units?|unidad(?:es)?|unitats?/g, 'U')
    .replace(/UFC/g, 'CFU')
    .replace(/lpm/g, 'bpm')
    .replace(/copias|còpies/g, 'copies')
    .replace(/células|cèl·lules/g, 'cells')
    .replace(/día|dia/g, 'day')
    .replace(/hora/g, 'hour')
    .replace(/dosis?/g, 'dose')
    .replace(/hrs|hr/g, 'h')
    .replace(/sec|seg/g, 's')
    .replace(/l\b/g, 'L')
}

/** The units that have a word of their own in each language; `after` is what they stand behind. */
const unitWords: readonly (Readonly<Record<Language, string>> & { readonly after?: string; readonly before?: string })[] = [
  { en: 'day', es: 'día', ca: 'dia', after: '/' },
  { en: 'hour', es: 'hora', ca: 'hora', after: '/' },
  { en: 'dose', es: 'dosis', ca: 'dosi', after: '/' },
  { en: 'bpm', es: 'lpm', ca: 'bpm' },
  { en: 'PO', es: 'VO', ca: 'VO' },
  { en: 'units', es: 'unidades', ca: 'unitats' },
  { en: 'unit', es: 'unidad', ca: 'unitat' },
  { en: 'copies', es: 'copias', ca: 'còpies', before: '/' },
  { en: 'cells', es: 'células', ca: 'cèl·lules', before: '/' },
  { en: 'IU', es: 'UI', ca: 'UI' },
  { en: 'CFU', es: 'UFC', ca: 'UFC' },
]

/** The same measure with the unit words of another language. */
export const unitsInOtherLanguage = (measure: string, from: Language, to: Language): string =>
  unitWords.reduce((text, { after = '', before = '', ...word }) => {
    const prefix = word.en === 'IU' ? '[mµ]?' : ''
    const pattern = new RegExp(
      `(?<=${after ? `\\${after}` : `(?<!\\p{L})${prefix}`})${word[from]}(?=${before ? `\\${before}` : ''})(?!\\p{L})`,
      'gu',
    )
    return text.replace(pattern, word[to])
  }, measure)

/** The sign each language parts tenths with; the other parts thousands. */
export const decimalSigns: Readonly<Record<Language, DecimalMark>> = { en: '.', es: ',', ca: ',' }

/** Reads a numeral as a reader of that language does; Spanish is written with either mark, so three decimals may be thousands. */
export function readNumeral(numeral: string, language: Language, mark: DecimalMark | null): Reading {
  if (numeral.startsWith('.')) return value('0', numeral.slice(1))
  const plain = numeral.replace(/[ \u00a0\u202f]/gu, '')
  if (/^\d+$/.test(plain)) return value(plain)
  if (decimalSigns[language] === '.') return readEnglish(plain)
  return readSpanish(plain, mark)
}

function readEnglish(numeral: string): Reading {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(numeral) || /^\d+\.\d+$/.test(numeral)) return value(...split(numeral, '.'))
  // A habit brought along from another language; no English thousands look like this.
  if (/^\d+,\d+$/.test(numeral)) return value(...split(numeral, ','))
  return { kind: 'unread' }
}

function readSpanish(numeral: string, mark: DecimalMark | null): Reading {
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(numeral)) return value(...split(numeral, ','))
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(numeral)) return value(...split(numeral, '.'))
  if (/^[1-9]\d{0,2}(\.\d{3}){2,}$/.test(numeral) || /^[1-9]\d{0,2}(,\d{3}){2,}$/.test(numeral)) return value(...split(numeral, ''))
  if (!/^\d+[.,]\d+$/.test(numeral)) return { kind: 'unread' }
  const sign = numeral.includes('.') ? '.' : ','
  const couldBeThousands = /^[1-9]\d{0,2}[.,]\d{3}$/.test(numeral)
  if (!couldBeThousands || sign === mark) return value(...split(numeral, sign))
  // Nobody writes three decimals that are all nought.
  if (mark !== null || numeral.endsWith('000')) return value(...split(numeral, ''))
  return { kind: 'ambiguous' }
}

function split(numeral: string, mark: DecimalMark | ''): [integer: string, fraction: string] {
  const [integer, fraction = ''] = mark === '' ? [numeral] : numeral.split(mark)
  return [integer!.replace(/[.,]/g, ''), fraction]
}

const value = (integer: string, fraction = ''): Reading => ({ kind: 'value', integer, fraction })

/** Which mark the author of a Spanish text uses, if the text shows it without doubt. */
export function decimalMarkOf(text: string): DecimalMark | null {
  const marks = new Set(numeralsIn(text).flatMap((numeral) => marksThatMustBeDecimal(numeral)))
  return marks.size === 1 ? [...marks][0]! : null
}

function marksThatMustBeDecimal(numeral: string): readonly DecimalMark[] {
  const both = /^\d{1,3}(?:\.\d{3})+(,)\d+$|^\d{1,3}(?:,\d{3})+(\.)\d+$/.exec(numeral)
  if (both) return [(both[1] ?? both[2]) as DecimalMark]
  const one = /^(\d+)([.,])(\d+)$/.exec(numeral)
  if (!one) return []
  if (one[3] === '000') return [one[2] === '.' ? ',' : '.']
  return one[3]!.length !== 3 || one[1]!.startsWith('0') || one[1]!.length > 3 ? [one[2] as DecimalMark] : []
}
