import { counterpart } from './abbreviations.ts'
import { jointFigure, loneSign, measure, unitsInOtherLanguage } from './figures.rules.ts'
import type { Language } from './Translator.ts'

/** What an engine must not touch: how it stands in the source and how it is to stand in the translation. */
export type Span = { kind: 'figure' | 'word'; source: string; target: string }

/** A sentence in which each protected span has become one private-use character, a placeholder. */
export type ProtectedSentence = { text: string; spans: readonly Span[] }

const firstPlaceholder = 0xe000
const placeholders = 0xf8ff - firstPlaceholder + 1

const address = String.raw`(?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,;:!?)\]'"’”»]|[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+|(?<![\p{L}\d])[@#][\p{L}_][\p{L}\d_]*`
const quotedCode = '`[^`]+`'
const privateUse = String.raw`[\uE000-\uF8FF]`
const variant = String.raw`(?<![\p{L}\d])[cgmnp]\.[\p{L}\d_*>+-]*\d[\p{L}\d_*>+=-]*`
const species = String.raw`(?<![\p{L}\d.])\p{Lu}\. \p{Ll}{3,}`
const phrase = String.raw`(?<![\p{L}\d])(?:X-rays?|C-reactive protein|proteína C reactiva)(?![\p{L}\d])`
const dotted = String.raw`(?<![\p{L}\d.])(?:[Pp]\. ?ej\.|(?:\p{L}\.){2,})`
// Past twelve, `º` is as often a degree as an ordinal and stays as it is.
const ordinal = String.raw`(?<![\p{L}\d.,])(?:(?:1[0-2]|\d)\.?[ºª]|\d+(?:st|nd|rd|th))(?![\p{L}\d])`
const codePart = String.raw`(?=[\p{L}\d]*(?:\p{Lu}[\p{L}\d]*\p{Lu}|\p{Ll}\p{Lu}|\p{L}\d|\d\p{L}))[\p{L}\d]+`
const code = String.raw`(?<![\p{L}\d]|\d[.,])${codePart}(?:[-/](?:${codePart}|\d+(?:[.,]\d+)*|\p{Lu}(?![\p{L}\d])))*\+{0,2}(?![\p{L}\d])`
const symbol = String.raw`(?<![\p{L}\d])(?:Na|Ca|Cl|Cr|Fe|Hb|Hct|Hto|Ig|Li|Mg|Rh)\+{0,2}(?![\p{L}\d])`
const singleCapital = String.raw`(?<![\p{L}\d'’.])\p{Lu}\+?(?![\p{L}\d'’])(?!\.\p{L})`
const dosing = String.raw`(?<![\p{L}\d])(?:bid|tid|qid|prn|iv|sc|im|po|vo)(?![\p{L}\d.])`

const protectable = new RegExp(
  [
    `(?<address>${address}|${quotedCode}|${privateUse}|${variant}|${species})`,
    `(?<phrase>${phrase})`,
    `(?<dotted>${dotted})`,
    `(?<ordinal>${ordinal})`,
    `(?<figure>${measure}|${jointFigure})`,
    `(?<code>${code}|${symbol}|${dosing})`,
    `(?<capital>${singleCapital})`,
    `(?<sign>${loneSign})`,
  ].join('|'),
  'gu',
)

/** Puts a placeholder in the place of everything whose meaning an engine is known to spoil. */
export function protect(sentence: string, from: Language): ProtectedSentence {
  const spans: Span[] = []
  const words = from === 'en' ? inPlainEnglish(sentence) : withSidesInFull(sentence)
  const text = words.replace(protectable, (source, ...rest) => {
    const groups = rest.at(-1) as Record<string, string | undefined>
    const before = words.slice(0, rest.at(-3) as number)
    if (spans.length >= placeholders || isOrdinaryWord(source, groups, { before, sentence: words, from })) return source
    spans.push(spanOf(source, groups, from))
    return String.fromCharCode(firstPlaceholder + spans.length - 1)
  })
  return { text: from === 'en' ? text.replace(hyphenAfterSpan, ' ') : text, spans }
}

/** Puts the spans back; null unless each placeholder came through exactly once. */
export function restore(text: string, spans: readonly Span[]): string | null {
  const seen = new Set<number>()
  let intact = true
  const restored = text.replace(/[\uE000-\uF8FF]/gu, (placeholder) => {
    const index = placeholder.charCodeAt(0) - firstPlaceholder
    if (index >= spans.length || seen.has(index)) intact = false
    seen.add(index)
    return spans[index]?.target ?? ''
  })
  return intact && seen.size === spans.length ? restored : null
}

function spanOf(source: string, groups: Record<string, string | undefined>, from: Language): Span {
  if (groups.figure !== undefined) return { kind: 'figure', source, target: unitsInOtherLanguage(source, from) }
  if (groups.ordinal !== undefined) return { kind: 'word', source, target: ordinalInOtherLanguage(source, from) }
  return { kind: 'word', source, target: groups.address === undefined ? counterpart(source, from) : source }
}

function ordinalInOtherLanguage(source: string, from: Language): string {
  const figure = source.match(/^\d+/)![0]
  if (from === 'en') return `${figure}.º`
  const suffixes: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }
  return figure + (suffixes[englishOrdinals.select(Number(figure))] ?? 'th')
}

const englishOrdinals = new Intl.PluralRules('en', { type: 'ordinal' })

const emphasised = new Set(
  'NO NOT NEVER NONE STOP HOLD DO MUST AND BUT THE WITHOUT SIN NUNCA JAMÁS NI NADA NADIE PERO MUY CON NINGÚN NINGUNO NINGUNA'.split(' '),
)
const oneLetterWords: Record<Language, string> = { en: 'AI', es: 'AEOUY' }
const classified = /\b(?:types?|class|grades?|stages?|factors?|troponin|collagen|angiotensin|phase|level|bipolar|chiari)\s+$/i

/** Capitals that are words: emphasis, a text shouted from end to end, `I`, and the first word of a sentence. */
function isOrdinaryWord(
  source: string,
  groups: Record<string, string | undefined>,
  { before, sentence, from }: { before: string; sentence: string; from: Language },
): boolean {
  if (groups.code !== undefined)
    return emphasised.has(source) || (isShouted(sentence) && /^\p{Lu}+$/u.test(source) && counterpart(source, from) === source)
  if (groups.capital === undefined || !oneLetterWords[from].includes(source)) return false
  if (isShouted(sentence)) return true
  if (source === 'I' && from === 'en') return !classified.test(before)
  return /^(?:.*[.:;!?¿¡"“«([-])?\s*$/su.test(before)
}

function isShouted(sentence: string): boolean {
  const words = sentence.match(/\p{L}{4,}/gu) ?? []
  return words.length >= 3 && words.filter((word) => word === word.toUpperCase()).length > words.length * 0.6
}

const time = '(year|month|week|day|hour|minute)s?'
const hyphenatedAge = new RegExp(`(\\d+)[-‐‑ ]${time}[-‐‑]old`, 'gi')
const hyphenatedSpan = new RegExp(`(\\d+)[-‐‑]${time}[- ](history|course|period|interval|follow-up|stay|delay|trial|duration)\\b`, 'gi')
const hyphenatedTime = new RegExp(`(\\d+)[-‐‑]${time}(?![-\\p{L}])`, 'giu')

const ruleOut = /\brul(e|es|ed|ing) out\b/gi

/** `HIV-positive` would lose its space to the word before it. */
const hyphenAfterSpan = /(?<=[\uE000-\uF8FF])-(?=\p{Ll}{3})/gu

/** `7-year-old girl` comes out of Apertium as one glued word, `2-day history` as a second history, `rule out` as governing. */
function inPlainEnglish(sentence: string): string {
  return sentence
    .replace(hyphenatedAge, '$1 $2 old')
    .replace(hyphenatedSpan, (_, count, unit, noun) => `${noun} of ${count} ${unit}${count === '1' ? '' : 's'}`)
    .replace(hyphenatedTime, '$1 $2')
    .replace(ruleOut, 'exclud$1')
}

/** Apertium does not know `dcha.` and would leave a reader without the side. */
function withSidesInFull(sentence: string): string {
  return sentence.replace(
    /(?<!\p{L})(dch|izd)([oa]s?)(?!\p{L})(?:\.(?=\s\p{Ll}))?/giu,
    (_, side, ending) => `${side.toLowerCase() === 'dch' ? 'derech' : 'izquierd'}${ending}`,
  )
}
