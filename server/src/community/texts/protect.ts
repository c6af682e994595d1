import { counterpart } from './abbreviations.ts'
import { jointFigure, loneSign, measure, unitsInOtherLanguage } from './figures.rules.ts'
import { fixedPhrasesIn } from './fixedPhrases.rules.ts'
import { hasTerms, isOurs, type TermLanguage } from './glossary.rules.ts'
import {
  type Glossary,
  type Language,
  type ProtectedSentence,
  placeholder,
  placeholders,
  type Span,
  withWordsForPlaceholders,
} from './Translator.ts'

const address = String.raw`(?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,;:!?)\]'"’”»]|[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+|(?<![\p{L}\d])[@#][\p{L}_][\p{L}\d_]*`
const quotedCode = '`[^`]+`'
const privateUse = String.raw`[\uE000-\uF8FF]`
const variant = String.raw`(?<![\p{L}\d])[cgmnp]\.[\p{L}\d_*>+-]*\d[\p{L}\d_*>+=-]*`
const species = String.raw`(?<![\p{L}\d.])\p{Lu}\. \p{Ll}{3,}`
const dotted = String.raw`(?<![\p{L}\d.])(?:[Pp]\. ?ej\.|(?:\p{L}\.){2,})`
// Past twelve, `º` is as often a degree as an ordinal and stays as it is.
const ordinal = String.raw`(?<![\p{L}\d.,])(?:(?:1[0-2]|\d)\.?[ºª]|\d+(?:st|nd|rd|th))(?![\p{L}\d])`
const codePart = String.raw`(?=[\p{L}\d]*(?:\p{Lu}[\p{L}\d]*\p{Lu}|\p{Ll}\p{Lu}|\p{L}\d|\d\p{L}))[\p{L}\d]+`
const code = String.raw`(?<![\p{L}\d]|\d[.,])${codePart}(?:[-/](?:${codePart}|\d+(?:[.,]\d+)*|\p{Lu}(?![\p{L}\d])))*\+{0,2}(?![\p{L}\d])`
/** `Child-Pugh`, `Guillain-Barré`: names of people joined by a hyphen stand as they are. */
const eponym = String.raw`(?<![\p{L}\d-])\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)+(?![\p{L}\d-])`
const symbol = String.raw`(?<![\p{L}\d])(?:Na|Ca|Cl|Cr|Fe|Hb|Hct|Hto|Ig|Li|Mg|Rh)\+{0,2}(?![\p{L}\d])`
const singleCapital = String.raw`(?<![\p{L}\d'’.])\p{Lu}\+?(?![\p{L}\d'’])(?!\.\p{L})`
const dosing = String.raw`(?<![\p{L}\d])(?:bid|tid|qid|prn|iv|sc|im|po|vo)(?![\p{L}\d.])`

const untouchable = new RegExp(`${address}|${quotedCode}|${privateUse}|${variant}|${species}`, 'gu')

const protectable = new RegExp(
  [
    `(?<dotted>${dotted})`,
    `(?<ordinal>${ordinal})`,
    `(?<figure>${measure}(?: (?:IV|IM|SC|SL|PO|VO)(?![\\p{L}\\d]))?|${jointFigure})`,
    `(?<code>${code}|${eponym}|${symbol}|${dosing})`,
    `(?<capital>${singleCapital})`,
    `(?<sign>${loneSign})`,
  ].join('|'),
  'gu',
)

/** What is known when a sentence is protected: its language and the reader's, the glossary, and the specialty it was written in. */
export type Protecting = { from: Language; to: Language; glossary?: Glossary; specialty?: string | null }

/** Puts a placeholder in the place of terms, and of everything whose meaning an engine is known to spoil. */
export function protect(sentence: string, { from, to, glossary, specialty = null }: Protecting): ProtectedSentence {
  const spans: Span[] = []
  const take = (span: Span, otherwise: string) => {
    if (spans.length >= placeholders) return otherwise
    spans.push(span)
    return placeholder(spans.length - 1)
  }
  const words = inPlain[from](sentence)
  const withAddresses = words.replace(untouchable, (source) => take({ kind: 'word', source, target: source }, source))
  const withPhrases = hasTerms(from) && isOurs(from, to) ? phrasesOut(withAddresses, from, take) : withAddresses
  const withTerms = termsOut(withPhrases, isOurs(from, to) ? (glossary?.find(withPhrases, from, specialty, words) ?? []) : [], take)
  const text = withTerms.replace(protectable, (source, ...rest) => {
    const groups = rest.at(-1) as Record<string, string | undefined>
    const before = withTerms.slice(0, rest.at(-3) as number)
    return isOrdinaryWord(source, groups, { before, sentence: words, from, to }) ? source : take(spanOf(source, groups, from, to), source)
  })
  return { text: from === 'en' ? text.replace(hyphenAfterSpan, ' ') : text, spans }
}

function phrasesOut(text: string, from: TermLanguage, take: (span: Span, otherwise: string) => string): string {
  let done = 0
  const parts: string[] = []
  for (const { start, end, target, kind } of fixedPhrasesIn(text, from)) {
    const source = text.slice(start, end)
    parts.push(text.slice(done, start), take({ kind: 'term', source, target, grammar: { kind, inForm: () => target } }, source))
    done = end
  }
  return parts.join('') + text.slice(done)
}

function termsOut(text: string, found: ReturnType<Glossary['find']>, take: (span: Span, otherwise: string) => string): string {
  let done = 0
  const parts: string[] = []
  for (const { start, end, kind, target } of found) {
    const source = text.slice(start, end)
    parts.push(text.slice(done, start), take({ kind: 'term', source, target: target(), grammar: { kind, inForm: target } }, source))
    done = end
  }
  return parts.join('') + text.slice(done)
}

/** Puts the spans back; null unless each placeholder came through exactly once, or the engine wrote the term's words itself. */
export function restore(text: string, spans: readonly Span[]): string | null {
  const seen = new Set<number>()
  let intact = true
  const restored = withWordsForPlaceholders(text, (n) => {
    if (n >= spans.length || seen.has(n)) intact = false
    seen.add(n)
    return spans[n]?.target ?? ''
  })
  return intact && spans.every(({ grammar }, n) => grammar || seen.has(n)) ? restored : null
}

function spanOf(source: string, groups: Record<string, string | undefined>, from: Language, to: Language): Span {
  if (groups.figure !== undefined) return { kind: 'figure', source, target: unitsInOtherLanguage(source, from, to) }
  if (groups.ordinal !== undefined) return { kind: 'word', source, target: ordinalIn(source, to) }
  const target = counterpart(source, from, to)
  if (groups.code === undefined) return { kind: 'word', source, target }
  // A code stands where a noun stands, and the words around it agree with it as with one.
  const kind = { class: 'noun', gender: 'm', form: /\p{Lu}s$/u.test(source) ? 'p' : 's' } as const
  return { kind: 'word', source, target, grammar: { kind, inForm: () => target } }
}

function ordinalIn(source: string, language: Language): string {
  const figure = source.match(/^\d+/)![0]
  if (language !== 'en') return `${figure}.º`
  const suffixes: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }
  return figure + (suffixes[englishOrdinals.select(Number(figure))] ?? 'th')
}

const englishOrdinals = new Intl.PluralRules('en', { type: 'ordinal' })

const emphasised = new Set(
  'NO NOT NEVER NONE STOP HOLD DO MUST AND BUT THE WITHOUT SIN NUNCA JAMÁS NI NADA NADIE PERO MUY CON NINGÚN NINGUNO NINGUNA'.split(' '),
)
const oneLetterWords: Record<Language, string> = { en: 'AI', es: 'AEOUY', ca: 'AEOUI' }
const classified = /\b(?:types?|class|grades?|stages?|factors?|troponin|collagen|angiotensin|phase|level|bipolar|chiari)\s+$/i

/** Capitals that are words: emphasis, a text shouted from end to end, `I`, and the first word of a sentence. */
function isOrdinaryWord(
  source: string,
  groups: Record<string, string | undefined>,
  { before, sentence, from, to }: { before: string; sentence: string; from: Language; to: Language },
): boolean {
  if (groups.code !== undefined)
    return emphasised.has(source) || (isShouted(sentence) && /^\p{Lu}+$/u.test(source) && counterpart(source, from, to) === source)
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

/** `Patient refused surgery`: without its article the engine takes it for anything. */
const bareSubject =
  /((?:^|[.:;] ))(Patient|Family|Nurse|Baby|Mother|Wife|Husband|Child)(?= (?:\p{L}+ed|has|is|was|had|denies|says|said|cannot|can|does|did|wants|states|reports|left)(?!\p{L}))/gu

const ruleOut = /\brul(e|es|ed|ing) out\b/gi
/** The same with what is ruled out in between: `rule it out`, `rule the fracture out`; but not `the rule that came out`. */
const ruleItOut =
  /(?<!\b(?:[Aa]n?|[Tt]he|[Aa]ny|[Ee]ach|[Ee]very|[Nn]o|[Oo]ur|[Yy]our|[Tt]heir) )\b[Rr]ul(e|es|ed|ing) (it|this|that|these|those|them|one|both|\p{Lu}[\p{Lu}\d]+|(?:the|an?|any|this|these|those) [\p{L}\d-]+(?: [\p{L}\d-]+)?) out\b/gu

/** `HIV-positive` would lose its space to the word before it. */
const hyphenAfterSpan = /(?<=[\uE000-\uF8FF])-(?=\p{Ll}{3})/gu

/** `7-year-old girl` comes out of Apertium as one glued word, `2-day history` as a second history, `rule out` as governing. */
function inPlainEnglish(sentence: string): string {
  return sentence
    .replace(bareSubject, (_, before: string, who: string) => `${before}The ${who.toLowerCase()}`)
    .replace(hyphenatedAge, '$1 $2 old')
    .replace(hyphenatedSpan, (_, count, unit, noun) => `${noun} of ${count} ${unit}${count === '1' ? '' : 's'}`)
    .replace(hyphenatedTime, '$1 $2')
    .replace(ruleOut, (words, ending: string) => keepingCapital(words, `exclud${ending}`))
    .replace(ruleItOut, (words, ending: string, what: string) => keepingCapital(words, `exclud${ending} ${what}`))
}

const keepingCapital = (before: string, after: string) => (/^\p{Lu}/u.test(before) ? after.charAt(0).toUpperCase() + after.slice(1) : after)

const inPlain: Readonly<Record<Language, (sentence: string) => string>> = {
  en: inPlainEnglish,
  es: inPlainSpanish,
  ca: (sentence) => sentence,
}

const reported =
  'realiz|inici|administr|observ|solicit|practic|diagnostic|descart|aisl|identific|detect|confirm|report|notific|coloc|retir|suspend|trat|control|analiz|public|utiliz|us|aplic|tom|envi|clasific|interrog|valor'
const passive = new RegExp(`(?<!\\p{L})(no )?se (${reported})(ó|aron|aba|aban)(?!\\p{L})`, 'giu')
const passiveOfOthers = /(?<!\p{L})(no )?se (suspend|interrump|transfund|omit)(ió|ieron|ía|ían)(?!\p{L})/giu
const shown = /(?<!\p{L})(no )?se (?:evidenci|objetiv|apreci)(ó|aron|aba|aban)(?!\p{L})/giu
const beenFor: Readonly<Record<string, readonly [string, string]>> = {
  ó: ['fue', 'ado'],
  aron: ['fueron', 'ados'],
  aba: ['era', 'ado'],
  aban: ['eran', 'ados'],
  ió: ['fue', 'ido'],
  ieron: ['fueron', 'idos'],
  ía: ['era', 'ido'],
  ían: ['eran', 'idos'],
}

/** What Spanish says with `se`, Apertium takes for something that did it by itself: `se realizó` came out as `it performed`. */
function inPlainSpanish(sentence: string): string {
  const been = (not: string | undefined, stem: string, ending: string) => {
    const [be, participle] = beenFor[ending.toLowerCase()]!
    return `${not ?? ''}${be} ${stem}${participle}`
  }
  return withSidesInFull(sentence)
    .replace(passive, (all, not, stem: string, ending: string) => keepingCapital(all, been(not, stem, ending)))
    .replace(passiveOfOthers, (all, not, stem: string, ending: string) => keepingCapital(all, been(not, stem, ending)))
    .replace(
      /(?<!\p{L})sea(n?) (?=(?:menor|mayor|inferior|superior|igual|posible|necesari[oa])(?:e?s)?(?!\p{L}))/giu,
      (_, several: string) => (several === '' ? 'es ' : 'son '),
    )
    .replace(shown, (all, not, ending: string) => keepingCapital(all, been(not, 'observ', ending)))
}

/** Apertium does not know `dcha.` and would leave a reader without the side. */
function withSidesInFull(sentence: string): string {
  return sentence.replace(
    /(?<!\p{L})(dch|izd)([oa]s?)(?!\p{L})(?:\.(?=\s\p{Ll}))?/giu,
    (_, side, ending) => `${side.toLowerCase() === 'dch' ? 'derech' : 'izquierd'}${ending}`,
  )
}
