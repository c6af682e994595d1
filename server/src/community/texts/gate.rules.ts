import { counterpart } from './abbreviations.ts'
import { type DecimalMark, decimalMarkOf, dosesIn, numeralsIn, readNumeral, signsIn } from './figures.rules.ts'
import type { Language } from './Translator.ts'

export type FindingKind =
  | 'number'
  | 'dose'
  | 'sign'
  | 'negation-lost'
  | 'negation-invented'
  | 'instruction'
  | 'side'
  | 'capitals'
  | 'length'
  | 'address'
  | 'placeholder'

/** One thing a translation no longer says as its source does. */
export type Finding = { kind: FindingKind; expected: string; found: string }

export type GateSetting = { from: Language; to: Language; mark: DecimalMark | null }

/**
 * What of a sentence's meaning its translation has lost or invented, as far as signs and words can show it.
 *
 * A sentence with a finding is to be shown in the original: a false alarm costs a reader one untranslated sentence, a miss may cost a patient.
 */
export function findingsIn(source: string, target: string, setting: GateSetting): readonly Finding[] {
  if (setting.from === setting.to) return []
  return [
    ...placeholders(source, target),
    ...numbers(source, target, setting),
    ...doses(source, target, setting),
    ...signs(source, target),
    ...negation(source, target, setting),
    ...instructions(source, target, setting),
    ...sides(source, target, setting),
    ...capitals(source, target, setting),
    ...addresses(source, target),
    ...length(source, target),
  ]
}

function placeholders(source: string, target: string): readonly Finding[] {
  const strays = (target.match(/[\uE000-\uF8FF]/gu) ?? []).filter((character) => !source.includes(character))
  return strays.length > 0 ? [{ kind: 'placeholder', expected: '', found: strays.join('') }] : []
}

/* Numbers */

const numberWords: Record<Language, readonly (readonly [RegExp, string])[]> = {
  en: Object.entries({
    '0': 'zero|no|none',
    '0.5': 'half',
    '1': 'one|once|a|an|first|single',
    '2': 'two|twice|second|both|double|pair|couple',
    '3': 'three|third|triple|thrice',
    '4': 'four|fourth|quarter',
    '5': 'five|fifth',
    '6': 'six|sixth',
    '7': 'seven|seventh',
    '8': 'eight|eighth',
    '9': 'nine|ninth',
    '10': 'ten|tenth',
    '11': 'eleven',
    '12': 'twelve|dozen',
    '15': 'fifteen',
    '20': 'twenty',
    '30': 'thirty',
    '100': 'hundred',
    '1000': 'thousand',
  }).map(([value, words]) => [word(words), value] as const),
  es: Object.entries({
    '0': 'cero|ningun[oa]?',
    '0.5': 'media?|mitad',
    '1': 'un|un[oa]|primer[oa]?|únic[oa]|vez',
    '2': 'dos|segund[oa]s?|amb[oa]s|doble|par',
    '3': 'tres|tercer[oa]?s?|tercio|triple',
    '4': 'cuatro|cuart[oa]s?',
    '5': 'cinco|quint[oa]s?',
    '6': 'seis|sext[oa]s?',
    '7': 'siete|séptim[oa]s?',
    '8': 'ocho|octav[oa]s?',
    '9': 'nueve|noven[oa]s?',
    '10': 'diez|décim[oa]s?',
    '11': 'once',
    '12': 'doce|docena',
    '15': 'quince|quincena',
    '20': 'veinte',
    '30': 'treinta',
    '100': 'cien|ciento|cientos|centenar(?:es)?',
    '1000': 'mil|miles',
  }).map(([value, words]) => [word(words), value] as const),
}

/** A number may be spelled out on the other side; any other figure must be there with the same value, and none may be new. */
function numbers(source: string, target: string, { from, to, mark }: GateSetting): readonly Finding[] {
  const targetMark = to === 'es' ? (decimalMarkOf(target) ?? ',') : null
  const expected = numeralsIn(source).map((numeral) => ({ numeral, value: valueSaid(numeral, from, mark) }))
  const found = numeralsIn(target).map((numeral) => ({ numeral, value: valueSaid(numeral, to, targetMark) }))
  const ambiguous = expected.filter(({ value }) => value === null)
  const known = (values: typeof expected) => values.filter(({ value }) => value !== null)
  const lost = without(known(expected), known(found)).filter(({ value }) => !isSpelledOut(value!, target, to))
  const invented = without(known(found), known(expected)).filter(({ value }) => !isSpelledOut(value!, source, from))
  if (ambiguous.length + lost.length + (ambiguous.length > 0 ? 0 : invented.length) === 0) return []
  const list = (values: typeof expected) => values.map(({ numeral }) => numeral).join(' ')
  return [{ kind: 'number', expected: list([...ambiguous, ...lost]), found: list(ambiguous.length > 0 ? [] : invented) }]
}

function valueSaid(numeral: string, language: Language, mark: DecimalMark | null): string | null {
  const reading = readNumeral(numeral, language, mark)
  if (reading.kind === 'ambiguous') return null
  if (reading.kind === 'unread') return numeral
  const fraction = reading.fraction.replace(/0+$/, '')
  return (reading.integer.replace(/^0+(?=\d)/, '') || '0') + (fraction && `.${fraction}`)
}

const isSpelledOut = (value: string, text: string, language: Language) =>
  numberWords[language].some(([spelled, meant]) => meant === value && spelled.test(text))

/** The members of a list that have no counterpart of the same value in another. */
function without<T extends { value: string | null }>(list: readonly T[], other: readonly T[]): readonly T[] {
  const left = other.map(({ value }) => value)
  return list.filter(({ value }) => {
    const at = left.indexOf(value)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** Doses keep their unit and their order: two doses that change places are two wrong doses. */
function doses(source: string, target: string, { from, to, mark }: GateSetting): readonly Finding[] {
  const targetMark = to === 'es' ? (decimalMarkOf(target) ?? ',') : null
  const expected = dosesIn(source).map(({ numeral, unit }) => `${valueSaid(numeral, from, mark) ?? numeral} ${unit}`)
  const found = dosesIn(target).map(({ numeral, unit }) => `${valueSaid(numeral, to, targetMark) ?? numeral} ${unit}`)
  if (expected.join() === found.join()) return []
  const masses = (list: readonly string[]) => list.filter((dose) => / (?:µg|mg|g|ng|mL|IU|U|mEq|mmol)(?:\/|$)/.test(dose))
  const sameSet = [...expected].sort().join() === [...found].sort().join()
  if (sameSet && masses(expected).join() === masses(found).join()) return []
  return [{ kind: 'dose', expected: expected.join(', '), found: found.join(', ') }]
}

function signs(source: string, target: string): readonly Finding[] {
  const expected = signsIn(source).toSorted().join(' ')
  const found = signsIn(target).toSorted().join(' ')
  return expected === found ? [] : [{ kind: 'sign', expected, found }]
}

/* Negation */

const negatives: Record<Language, RegExp> = {
  en: word(
    "no|not|nor|none|never|without|cannot|neither|nobody|nothing|nowhere|n't|[a-z]+n['’]t|deny|denies|denied|denying|absent|absence|lacks?|lacked|lacking|negative|free of|rules? out|ruled out|ruling out|exclud(?:e|es|ed|ing)|fails?|failed|unable|non|unlikely|unknown|barely|hardly|rarely",
    'g',
  ),
  es: word(
    'no|ni|sin|nunca|jamás|tampoco|nada|nadie|ningun[oa]?s?|ningún|niegan?|negó|negaba|negaban|negaron|negando|negar|ausentes?|ausencia|carecen?|carecía|falta|negativ[oa]s?|descart\\p{L}*|exclu\\p{L}*|incapa\\p{L}*|libres? de|improbable|desconoc\\p{L}*|apenas|raramente|excepto|salvo',
    'g',
  ),
}

/** The words that alone turn a sentence round; the wider list above only counts as an answer to them. */
const strongNegatives: Record<Language, RegExp> = {
  en: word("no|not|none|never|without|cannot|neither|nobody|nothing|n't|[a-z]+n['’]t|denies|denied", 'g'),
  es: word('no|sin|nunca|jamás|tampoco|nada|nadie|ningun[oa]s?|ningún|niegan?|negó|negaba|ni', 'g'),
}

/** Words that look like a denial and are none. */
const idioms: Record<Language, RegExp> = {
  en: word(
    "not only|not just|no longer than|no more than|no doubt|if not|whether or not|or not|nothing but|no\\. (?=\\d)|can['’]t help",
    'g',
  ),
  es: word('sin embargo|no obstante|no sólo|no solo|no solamente|sin duda|nada más|más que nada|si no|o no|no más de|no mas de', 'g'),
}

const clauseEnd = /[,;:.!?()]|(?<!\p{L})(?:pero|aunque|but|although|though|while|mientras|whereas|which|que|and|y)(?!\p{L})/u

function negation(source: string, target: string, { from, to }: GateSetting): readonly Finding[] {
  const before = source.replace(idioms[from], ' ')
  const after = target.replace(idioms[to], ' ')
  const denied = clausesWith(before, strongNegatives[from])
  const kept = (after.match(negatives[to]) ?? []).length
  if (denied.length > kept)
    return [{ kind: 'negation-lost', expected: denied.join(', '), found: (after.match(negatives[to]) ?? []).join(', ') }]
  const invented = after.match(strongNegatives[to]) ?? []
  if (invented.length > 0 && !negatives[from].test(resettable(negatives[from], before))) {
    return [{ kind: 'negation-invented', expected: '', found: invented.join(', ') }]
  }
  return []
}

/** Spanish denies one thing with two words (`no tiene ninguna`), so clauses are counted and not words. */
function clausesWith(text: string, negatives: RegExp): readonly string[] {
  return text.split(clauseEnd).flatMap((clause) => clause.match(negatives)?.slice(0, 1) ?? [])
}

/** A global expression remembers where it stopped; a new text starts at its beginning. */
function resettable(expression: RegExp, text: string): string {
  expression.lastIndex = 0
  return text
}

/* Instructions */

type Instruction = { name: string } & Record<Language, RegExp>

/** Each verb of treatment and every word the other language may say it with. */
const instructionVerbs: readonly Instruction[] = [
  {
    name: 'stop',
    en: word(
      'stop|stops|stopped|stopping|hold|holds|held|holding|withh[eo]ld(?:s|ing)?|withdr[ae]w(?:s|n|ing|al)?|discontinu\\p{L}*|suspend\\p{L}*|suspension|interrupt\\p{L}*|cease\\p{L}*|ceasing|paus\\p{L}*|cessation|quit|remov\\p{L}*|abandon\\p{L}*',
    ),
    es: word(
      '(?:suspend|suspensi|retir|interr[uú]mp|interrup|deten|detien|det[uú]v|descontin|discontin|ces[aeóo]|par(?:e|ar|ó|ado|ada|en|ando|aron|amos|aría)(?!\\p{L})|paus|abandon|dej(?:ar?|e|en|ó|ando|ado|aron|amos)(?!\\p{L}))\\p{L}*',
    ),
  },
  {
    name: 'continue',
    en: word(
      'continu\\p{L}*|keep|keeps|kept|keeping|maintain\\p{L}*|maintenance|follow\\p{L}*|persist\\p{L}*|remain\\p{L}*|retain\\p{L}*|go(?:es)? on|preserv\\p{L}*|still',
    ),
    es: word('(?:contin|mant[eiu]|persist|conserv|permane|prosig|proseg|preserv|qued)\\p{L}*|sigu?[aeiou]\\p{L}*|segu\\p{L}*'),
  },
  {
    name: 'increase',
    en: word('increas\\p{L}*|rais(?:e|es|ed|ing)|ris(?:e|es|ing|en)|rose|elevat\\p{L}*|augment\\p{L}*|grow\\p{L}*|grew|high\\p{L}*|up'),
    es: word('(?:aument|increment|sub[aei]|subi|elev|crec|ascen|ascien|acrecent|alz|m[aá]s|mayor)\\p{L}*|alt[oa]s?'),
  },
  {
    name: 'decrease',
    en: word(
      'decreas\\p{L}*|reduc\\p{L}*|lower\\p{L}*|diminish\\p{L}*|declin\\p{L}*|drop\\p{L}*|fall\\p{L}*|fell|descen\\p{L}*|lessen\\p{L}*|low|decrement\\p{L}*|down|taper\\p{L}*|weaken\\p{L}*',
    ),
    es: word('(?:disminu|redu[cjz]|baj|desc[ei]|descien|declin|decrec|ca[eíy]|menor|menos|merm|aten[uú])\\p{L}*|caer'),
  },
]

const opposites: Record<string, string> = { stop: 'continue', continue: 'stop', increase: 'decrease', decrease: 'increase' }

/** Orders to stop must come through as such; the others must at least not come out as their opposite. */
const strictOrder: Record<Language, RegExp> = {
  en: word(
    'stop|stopped|stopping|hold(?! (?:on|up|that|true)(?!\\p{L}))|withhold|withheld|withdraw|withdrawn|discontinue|discontinued|suspend|suspended|cease|ceased',
  ),
  es: word('(?:suspend|retir(?:ar|e|en|ó|amos|aría|ado|ada))\\p{L}*|interr[uú]mp\\p{L}*|detener|detén'),
}

function instructions(source: string, target: string, { from, to }: GateSetting): readonly Finding[] {
  return instructionVerbs.flatMap((verb): readonly Finding[] => {
    const said = verb[from].exec(source)?.[0]
    if (said === undefined || verb[to].test(target)) return []
    const opposite = instructionVerbs.find(({ name }) => name === opposites[verb.name])!
    const turned = opposite[to].exec(target)?.[0]
    const wasThere = opposite[from].test(source)
    if (turned !== undefined && !wasThere) return [{ kind: 'instruction', expected: said, found: turned }]
    if (verb.name === 'stop' && strictOrder[from].test(source)) return [{ kind: 'instruction', expected: said, found: '' }]
    return []
  })
}

/* Sides */

const left: Record<Language, RegExp> = {
  en: word('left|leftwards?|left-\\p{L}+|LV|LA|LAD|LBBB'),
  es: word('izq(?:uierd[oa]s?)?|izd[oa]?|VI|AI|siniestr[oa]'),
}
const right: Record<Language, RegExp> = {
  en: word('right|rightwards?|right-\\p{L}+|RV|RA|RCA|RBBB'),
  es: word('derech[oa]s?|der|dch[oa]|VD|AD'),
}

/** `left` and `right` in their other senses. */
const notASide: Record<Language, RegExp> = {
  en: word(
    "right (?:now|away|after|before|there|here|time|thing|decision|choice|answer|to)|human rights?|all right|(?:is|be|are|'s|you|was) right|(?:has|have|had|was|were|be|been|is|are|he|she|they|who|patient|it|and) left|left (?:the|to|for|with|against|untreated|in|alone|behind|at|without|out|over|by|unattended)",
    'g',
  ),
  es: word('derechos? (?:a|humanos?|del? \\p{L}+)|(?:el|los|tienen?) derechos?', 'g'),
}

function sides(source: string, target: string, { from, to }: GateSetting): readonly Finding[] {
  const before = source.replace(notASide[from], ' ')
  const said = { left: left[from].exec(before)?.[0], right: right[from].exec(before)?.[0] }
  const found = { left: left[to].exec(target)?.[0], right: right[to].exec(target)?.[0] }
  const lost = (said.left !== undefined && found.left === undefined) || (said.right !== undefined && found.right === undefined)
  const swapped =
    (said.left === undefined && found.left !== undefined && said.right !== undefined) ||
    (said.right === undefined && found.right !== undefined && said.left !== undefined)
  if (!lost && !swapped) return []
  return [
    {
      kind: 'side',
      expected: [said.left, said.right].filter(Boolean).join(', '),
      found: [found.left, found.right].filter(Boolean).join(', '),
    },
  ]
}

/* Capitals, addresses, length */

const capitalToken =
  /(?<![\p{L}\d'’.-])(?:(?=[\p{L}\d]*\p{Lu}[\p{L}\d]*\p{Lu}|[\p{L}]+\d)[\p{L}\d]{2,}|(?<=[\p{L}] )[B-HJ-NP-TV-XZ])(?![\p{L}\d'’.])/gu

/** Abbreviations, codes and the letter of `hepatitis B` stand as they are or as their counterpart. */
function capitals(source: string, target: string, { from }: GateSetting): readonly Finding[] {
  const letters = source.match(/\p{L}/gu) ?? []
  const isShouted = letters.filter((letter) => letter !== letter.toLowerCase()).length > letters.length * 0.6 && source.includes(' ')
  const expected = isShouted
    ? []
    : [...new Set(source.match(capitalToken) ?? [])].filter((token) => !/^(?:NOT?|NEVER|STOP|SIN|NI)$/.test(token))
  const lost = expected.filter((token) => !hasToken(target, token) && !hasToken(target, counterpart(token, from)))
  return lost.length > 0 ? [{ kind: 'capitals', expected: lost.join(' '), found: '' }] : []
}

const hasToken = (text: string, token: string) =>
  new RegExp(`(?<![\\p{L}\\d])${token.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'u').test(text)

const address = /(?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,;:!?)\]'"’”»]/gu

function addresses(source: string, target: string): readonly Finding[] {
  const expected = (source.match(address) ?? []).toSorted().join(' ')
  const found = (target.match(address) ?? []).toSorted().join(' ')
  return expected === found ? [] : [{ kind: 'address', expected, found }]
}

function length(source: string, target: string): readonly Finding[] {
  if (source.length < 30 && target.length < 60)
    return target.trim() === '' ? [{ kind: 'length', expected: `${source.length}`, found: '0' }] : []
  const ratio = target.length / source.length
  return ratio >= 0.5 && ratio <= 2 ? [] : [{ kind: 'length', expected: `${source.length}`, found: `${target.length}` }]
}

/** Whole words, in any case. */
function word(alternatives: string, flags = ''): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${alternatives})(?![\\p{L}\\d])`, `iu${flags}`)
}
