import { counterpart } from './abbreviations.ts'
import { type DecimalMark, decimalMarkOf, decimalSigns, dosesIn, numeralsIn, readNumeral, signsIn } from './figures.rules.ts'
import { isOurs } from './glossary.rules.ts'
import type { Glossary, Language } from './Translator.ts'

export type FindingKind =
  | 'number'
  | 'dose'
  | 'sign'
  | 'drug'
  | 'frequency'
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

/** The glossary tells which words are drugs, and what they are called in the other language. */
export type GateSetting = { from: Language; to: Language; mark: DecimalMark | null; glossary?: Glossary }

/**
 * What of a sentence's meaning its translation has lost or invented, as far as signs and words can show it.
 *
 * A sentence with a finding is to be shown in the original: a false alarm costs a reader one untranslated sentence, a miss may cost a patient.
 */
export function findingsIn(source: string, target: string, setting: GateSetting): readonly Finding[] {
  if (setting.from === setting.to) return []
  const { glossary: _, ...bare } = setting
  return everyFinding(source, target, isOurs(setting.from, setting.to) ? setting : bare)
}

const everyFinding = (source: string, target: string, setting: GateSetting): readonly Finding[] => [
  ...placeholders(source, target),
  ...numbers(source, target, setting),
  ...doses(source, target, setting),
  ...signs(source, target),
  ...drugs(source, target, setting),
  ...frequencies(source, target, setting),
  ...negation(source, target, setting),
  ...instructions(source, target, setting),
  ...sides(source, target, setting),
  ...capitals(source, target, setting),
  ...addresses(source, target),
  ...length(source, target),
]

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
  ca: Object.entries({
    '0': 'zero|cap',
    '0.5': 'mi(?:g|tja)|meitat',
    '1': 'un|una|primera?|únic[a]?|vegada',
    '2': 'dos|dues|segon[as]?|amb(?:dós|dues)|doble|parell',
    '3': 'tres|tercera?|terç|triple',
    '4': 'quatre|quarta?',
    '5': 'cinc|cinquena?',
    '6': 'sis|sisena?',
    '7': 'set|setena?',
    '8': 'vuit|huit|vuitena?',
    '9': 'nou|novena?',
    '10': 'deu|desena?',
    '11': 'onze',
    '12': 'dotze|dotzena',
    '15': 'quinze|quinzena',
    '20': 'vint',
    '30': 'trenta',
    '100': 'cent|cents|centenars?',
    '1000': 'mil|milers',
  }).map(([value, words]) => [word(words), value] as const),
}

/** A number may be spelled out on the other side; any other figure must be there with the same value, and none may be new. */
function numbers(source: string, target: string, { from, to, mark }: GateSetting): readonly Finding[] {
  const targetMark = decimalSigns[to] === ',' ? (decimalMarkOf(target) ?? ',') : null
  const expected = numeralsIn(source).map((numeral) => ({ numeral, value: valueSaid(numeral, from, mark) }))
  const found = numeralsIn(target).map((numeral) => ({ numeral, value: valueSaid(numeral, to, targetMark) }))
  const ambiguous = expected.filter(({ value }) => value === null)
  const known = (values: typeof expected) => values.filter(({ value }) => value !== null)
  const lost = without(known(expected), known(found)).filter(
    ({ numeral, value }) => isBound(numeral, source) || !isSpelledOut(value!, target, to),
  )
  const invented = without(known(found), known(expected)).filter(
    ({ numeral, value }) => isBound(numeral, target) || !isSpelledOut(value!, source, from),
  )
  // `,5` is half or a comma too many: nobody but its author can tell.
  if (/(?<=^|\s),\d/.test(source)) return [{ kind: 'number', expected: source.match(/(?<=^|\s),\d+/)![0], found: '' }]
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

/** A part of `1:320` or `2/6` is spelled out by nobody. */
const isBound = (numeral: string, text: string) => {
  const literal = numeral.replace(/\./g, '\\.')
  return new RegExp(`(?<!\\d)${literal}\\s?[:/]\\s?\\d|\\d\\s?[:/]\\s?${literal}(?!\\d)`).test(text)
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
  const targetMark = decimalSigns[to] === ',' ? (decimalMarkOf(target) ?? ',') : null
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

/* Drugs */

/** Endings by which international names tell what a drug does. */
const stems =
  /(?:cillin|cilina|mycin|micina|micin|cycline|ciclina|oxacin|oxacino|azole?|pril|sart[aá]n|olol|statina?|prazole?|[mxz]umab|ximab|tinib|ciclib|avir|ovir|uvir|desivir|amivir|parina?|xab[aá]n|dipine|dipino|gliptina?|gliflozina?|glutid[ea]|triptan|setr[oó]n|azepam|zolam|caine|caína|profeno?|oxetine|oxetina|tadine|tadina|thiazide|tiazida|semide|semida|lukast|dronate|dronato|platina?|platino|taxel|rubicina?|formina?|ag[oó]n|ephrine?|efrina|sul(?:ph|f)ate|sulfato|salic[yiíý]lic[oa]?|olone|olona|[ai]sone|[ai]sona|penem|fungina?|cept|olimus|trexate|trexato|gatr[aá]n|tropium|tropio|terol|lamide|lamida|zosina?|barbital|tidine|tidina)$/iu

/** A drug is named in the translation, by its name there or by the same stem. */
function drugs(source: string, target: string, { from, glossary }: GateSetting): readonly Finding[] {
  const listed = glossary?.find(source, from, null).filter(({ term }) => term.isDrug) ?? []
  const words = [...source.matchAll(/\p{L}{6,}/gu)].filter(
    ({ 0: word, index }) => stems.test(word) && !listed.some(({ start, end }) => index >= start && index < end),
  )
  const said = plainLetters(target)
  const names = [
    ...listed.map(({ start, end, target: named }) => ({
      name: source.slice(start, end),
      also: [named('s'), named('p'), stemOf(source.slice(start, end))],
    })),
    ...words.map(({ 0: name }) => ({ name, also: [stemOf(name)] })),
  ]
  const lost = names.filter(({ name, also }) => ![name, ...also].some((form) => said.includes(plainLetters(form))))
  return lost.length > 0 ? [{ kind: 'drug', expected: lost.map(({ name }) => name).join(', '), found: '' }] : []
}

/** What of a drug's name both languages share. */
const stemOf = (name: string) => plainLetters(name).slice(0, Math.max(5, name.length - 4))

/** Letters as both languages would write them: without accents, Greek or doubling. */
const plainLetters = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/y/g, 'i')
    .replace(/ch(?=[lr])/g, 'c')
    .replace(/([a-z])\1/g, '$1')

/* Frequencies */

const rhythms: readonly Readonly<Record<Language, RegExp>>[] = [
  {
    en: word('daily|every ?day|(?:a|per|each) day|/day|nightly|at night|bedtime|days?'),
    es: word('diari[oa]s?|diariamente|(?:al|por|cada|todos los) días?|/día|por la noche|al acostarse|(?<!(?:veces|vez) un )días?'),
    ca: word(
      'diari(?:a|s|àries)?|diàriament|(?:al|per|cada|tots els) dia|cada dia|/dia|a la nit|en anar a dormir|(?<!(?:vegades|vegada) un )di(?:a|es)',
    ),
  },
  { en: word('weekly|weeks?'), es: word('semanal(?:es|mente)?|semanas?'), ca: word('setmanal(?:s|ment)?|setman(?:a|es)') },
  { en: word('monthly|months?'), es: word('mensual(?:es|mente)?|mes(?:es)?'), ca: word('mensual(?:s|ment)?|mes(?:os)?') },
  { en: word('hourly|hours?|hrs?|h'), es: word('hora(?:s|ri[oa]s?)?|h'), ca: word('hor(?:a|es|ari|ària)|h') },
  { en: word('once(?= daily| a | per | weekly| every)'), es: word('una vez|1 vez'), ca: word('una vegada|un cop|1 vegada') },
  {
    en: word('twice(?= daily| a | per | weekly)|bid|BID|b\\.i\\.d\\.'),
    es: word('dos veces|2 veces'),
    ca: word('dues vegades|dos cops|2 vegades'),
  },
  { en: word('(?:three|3) times|tid|TID|t\\.i\\.d\\.'), es: word('(?:tres|3) veces'), ca: word('(?:tres|3) (?:vegades|cops)') },
  { en: word('(?:four|4) times|qid|QID|q\\.i\\.d\\.'), es: word('(?:cuatro|4) veces'), ca: word('(?:quatre|4) (?:vegades|cops)') },
]
const asked: Record<Language, RegExp> = {
  en: word('daily|weekly|monthly|hourly|times|twice|once (?:daily|a|per|weekly|every)|bid|tid|qid|every \\d+'),
  es: word('diari[oa]s?|diariamente|semanal(?:es|mente)?|mensual(?:es|mente)?|veces|vez al|vez por|cada \\d+'),
  ca: word('diari(?:a|s)?|diàriament|setmanal(?:s|ment)?|mensual(?:s|ment)?|vegades|cops|(?:vegada|cop) (?:al|per|a la)|cada \\d+'),
}

/** How often something is given comes through in the same measure of time. */
function frequencies(source: string, target: string, { from, to }: GateSetting): readonly Finding[] {
  if (!asked[from].test(source)) return []
  const lost = rhythms.filter((rhythm) => rhythm[from].test(source) && !rhythm[to].test(target))
  return lost.length > 0
    ? [{ kind: 'frequency', expected: lost.map((rhythm) => rhythm[from].exec(source)?.[0]).join(', '), found: '' }]
    : []
}

/* Negation */

/** The words that alone turn a sentence round. */
const denials: Record<Language, RegExp> = {
  en: word("no|not|none|nor|never|without|cannot|neither|nobody|nothing|[a-z]+n['’]t|deny|denies|denied|denying", 'g'),
  es: word('no|ni|sin|nunca|jamás|tampoco|nada|nadie|ningun[oa]s?|ningún|niegan?|negó|negaba|negaban|negaron|negando', 'g'),
  ca: word('no|ni|sense|mai|tampoc|res|ningú|cap|neg(?:a|uen|ava|aven|à|aren)|negant', 'g'),
}

/** Words another language may say a denial with. */
const softDenials: Record<Language, RegExp> = {
  en: word(
    'absent|absence|lack(?:s|ed|ing)?|negatives?|free of|rul(?:e|es|ed|ing) out|exclud\\p{L}*|fail(?:s|ed|ure|ing)?|unable|non(?:-?\\p{L}+)?|un(?:likely|known|clear|certain|sure|detected|treated|remarkable|wanted|related|changed|available|affected)|hardly|barely|rarely|off|instead|rather|except|refus\\p{L}*|prevent\\p{L}*|avoid\\p{L}*|prohibit\\p{L}*|ban(?:ned)?|against|few|little|less|yet to|unless',
    'g',
  ),
  es: word(
    'negar|negad[oa]s?|deneg\\p{L}*|ausentes?|ausencia|carec\\p{L}*|falta\\p{L}*|negativ[oa]s?|descart\\p{L}*|exclu\\p{L}*|incapa\\p{L}*|libres? de|in\\p{L}+bles?|improbable|desconoc\\p{L}*|apenas|raramente|excepto|salvo|evit\\p{L}*|proh[ií]b\\p{L}*|imp[ei]d\\p{L}*|contra|poc[oa]s?|menos|en (?:lugar|vez) de',
    'g',
  ),
  ca: word(
    'negat|negad[ae]s?|absents?|absència|mancança|manca\\p{L}*|falta\\p{L}*|negati(?:u|va|us|ves)|descart\\p{L}*|exclo\\p{L}*|exclu\\p{L}*|incapa\\p{L}*|lliures? de|in\\p{L}+bles?|improbable|descone\\p{L}*|gairebé|rarament|excepte|llevat|evit\\p{L}*|proh\\p{L}*|impe[dt]\\p{L}*|contra|poc(?:a|s)?|poques|menys|en lloc de',
    'g',
  ),
}

/** Words that look like a denial and are none. */
const idioms: Record<Language, RegExp> = {
  en: word('not only|no only|not just|no doubt|whether or not|nothing but|no\\.(?= ?\\d)|none ?theless|never ?theless', 'g'),
  es: word('sin embargo|no obstante|no sólo|no solo|no solamente|sin duda|más que nunca|n\\.?º', 'g'),
  ca: word('no obstant|tanmateix|no només|no sols|sens dubte|més que mai|n\\.?º', 'g'),
}

const clauseEnd =
  /[,;:.!?()]|(?<!\p{L})(?:però|encara que|mentre|i|pero|aunque|but|although|though|while|mientras|whereas|which|que|and|y)(?!\p{L})/iu

function negation(source: string, target: string, { from, to }: GateSetting): readonly Finding[] {
  const before = source.replace(idioms[from], ' ')
  const after = target.replace(idioms[to], ' ')
  const denied = clausesWith(before, denials[from])
  const softly = all(after, softDenials[to]).slice(all(before, softDenials[from]).length)
  const kept = [...all(after, denials[to]), ...softly]
  if (denied.length > kept.length) return [{ kind: 'negation-lost', expected: denied.join(', '), found: kept.join(', ') }]
  const half = halfDenied(after, to)
  if (half !== undefined) return [{ kind: 'negation-lost', expected: denied.join(', '), found: half }]
  const invented = clausesWith(after, denials[to])
  const warranted = all(before, denials[from]).length + all(before, softDenials[from]).length
  return invented.length > warranted ? [{ kind: 'negation-invented', expected: '', found: invented.join(', ') }] : []
}

/** `Había nada`, `tiene ninguna` deny nothing: behind its verb, Spanish needs a `no` before it; and an English `nor` needs a denial to follow. */
const halfDenials: Record<Language, RegExp> = {
  en: /^(?!.*(?<!\p{L})(?:no|not|neither|never|nobody|nothing|none|without|cannot|\p{L}+n['’]t)(?!\p{L})).*\p{L} (nor)(?!\p{L})/iu,
  es: /^(?!.*(?<!\p{L})(?:no|ni|sin|nunca|jamás|tampoco)(?!\p{L})).*(?:\p{L} (nada|nadie)|(?<!(?<!\p{L})(?:en|a|de|con|por|bajo|para|y|o|e|u|pero|si|como|que|cuando|aunque|porque|donde)) (?<=\p{L} )(ning[uú]n(?:[oa]s?)?))(?!\p{L})/iu,
  // Catalan says `res` and `ningú` alone in questions and answers.
  ca: /(?!)/,
}

const halfDenied = (text: string, language: Language): string | undefined =>
  text
    .split(/[.;:!?]/)
    .map((clause) => halfDenials[language].exec(clause)?.slice(1).find(Boolean))
    .find((word) => word !== undefined)

/** Spanish denies one thing with two words (`no tiene ninguna`), so clauses are counted and not words. */
const clausesWith = (text: string, words: RegExp) => text.split(clauseEnd).flatMap((clause) => all(clause, words).slice(0, 1))

const all = (text: string, words: RegExp): readonly string[] => text.match(words) ?? []

/* Instructions */

/** What a treatment verb may look like as an order, and every word it may be answered with in a translation; a strict one must be answered. */
type TreatmentVerb = { name: string; opposite: string; strict?: true; order: Record<Language, RegExp>; answer: Record<Language, RegExp> }

const treatmentVerbs: readonly TreatmentVerb[] = [
  {
    name: 'stop',
    opposite: 'continue',
    strict: true,
    order: {
      en: word(
        'stop|stopped|stopping|hold(?! (?:on|up|that|true)(?!\\p{L}))|withhold|withheld|withdraw|withdrawn|discontinue|discontinued|suspend|suspended|cease|ceased',
      ),
      es: word(
        'suspend\\p{L}*|retir(?:ar|e|en|ó|amos|aría|ado|ada)\\p{L}*|interr[uú]mp\\p{L}*|deten(?:er|ga|gan|ido|ida)|detuv\\p{L}*|detén|dej(?:ar|e|en|ó|amos|aría|ando) de',
      ),
      ca: word(
        'suspen\\p{L}*|retir(?:ar|i|in|à|em|aria|at|ada)\\p{L}*|interromp\\p{L}*|atur(?:ar|i|in|à|em|aria)|deix(?:ar|i|in|à|em|aria) de',
      ),
    },
    answer: {
      en: word(
        'stop\\p{L}*|hold|holds|held|holding|withh[eo]ld\\p{L}*|withdr[ae]w\\p{L}*|discontinu\\p{L}*|suspen\\p{L}*|interrupt\\p{L}*|disrupt\\p{L}*|ceas\\p{L}*|cessation|paus\\p{L}*|quit|remov\\p{L}*|abandon\\p{L}*|retract\\p{L}*|recall\\p{L}*',
      ),
      es: word(
        '(?:suspend|suspensi|retir|interr[uú]mp|interrup|deten|detien|det[uú]v|discontin|descontin|paus|abandon)\\p{L}*|ces(?:ar|a|e|en|ó|ad[oa]s?|aron)|par(?:ar|e|en|ó|ad[oa]s?|ando|aron|amos|aría)|dej(?:ar?|e|en|ó|ando|ado|aron|amos|aría)',
      ),
      ca: word('(?:suspe|suspè|retir|interromp|interrup|atur|discontin|paus|abandon|par(?:ar|i|a|à|at)|cess|deix)\\p{L}*'),
    },
  },
  {
    name: 'avoid',
    opposite: 'start',
    strict: true,
    order: { en: word('avoid|avoided'), es: word('evit(?:ar|e|en|ó|amos|aría)'), ca: word('evit(?:ar|i|in|à|em|aria)') },
    answer: {
      en: word('avoid\\p{L}*|prevent\\p{L}*|refrain\\p{L}*|abstain\\p{L}*|without|not|no|never'),
      es: word('evit\\p{L}*|prev\\p{L}*|abst\\p{L}*|sin|no|nunca|ahorr\\p{L}*'),
      ca: word('evit\\p{L}*|preven\\p{L}*|absten\\p{L}*|sense|no|mai|estalvi\\p{L}*'),
    },
  },
  {
    name: 'continue',
    opposite: 'stop',
    order: {
      en: word('continue|continued|continuing|keep|kept|keeping|maintain|maintained|carry on'),
      es: word(
        'contin[uú](?:ar|e|en|ó|a|an|amos|aría|ado|ada|ando)|mant(?:ener|enga|engan|uvo|iene|ienen|enido|enida|endría)|seguir|proseguir|prosiga',
      ),
      ca: word('continu(?:ar|ï|a|en|em|aria|at)|mant(?:enir|ingui|é|enen|ingut)|seguir|prosseguir'),
    },
    answer: {
      en: word(
        'continu\\p{L}*|keep\\p{L}*|kept|maint\\p{L}*|follow\\p{L}*|persist\\p{L}*|remain\\p{L}*|retain\\p{L}*|go(?:es)? on|carry on|preserv\\p{L}*|still|stay\\p{L}*|pursu\\p{L}*',
      ),
      es: word('(?:contin|mant|persist|conserv|permane|prosi|prose|preserv|qued)\\p{L}*|sig\\p{L}*|segu\\p{L}*|guard\\p{L}*'),
      ca: word('(?:contin|mant|persist|conserv|roman|prosse|preserv|qued|segu|segueix|guard)\\p{L}*'),
    },
  },
  {
    name: 'start',
    opposite: 'stop',
    order: {
      en: word('start|started|starting|begin|initiate|initiated|commence|restart|resume'),
      es: word(
        'inici(?:ar|e|en|ó|amos|aría|ado|ada)|comen(?:zar|cé|zó|zamos)|comience|emp(?:ezar|iece|ezó|ezamos)|instaur(?:ar|e|ó)|reinici(?:ar|e)|reanud(?:ar|e)',
      ),
      ca: word('inici(?:ar|ï|a|à|em|aria|at)|comen(?:çar|ci|ça|çà|cem)|reinici(?:ar|ï)|repren(?:dre|gui)|instaur(?:ar|i|à)'),
    },
    answer: {
      en: word(
        'start\\p{L}*|restart\\p{L}*|beg[aiu]n\\p{L}*|initi\\p{L}*|commenc\\p{L}*|resum\\p{L}*|establish\\p{L}*|onset|instaur\\p{L}*|launch\\p{L}*',
      ),
      es: word('(?:inici|reinici|comen|comien|empez|empiez|empec|empie|instaur|reanud|retom|arranc|principi)\\p{L}*'),
      ca: word('(?:inici|reinici|comen|reprè|repre|instaur|arrenc|engeg)\\p{L}*'),
    },
  },
  {
    name: 'discharge',
    opposite: 'start',
    strict: true,
    order: {
      en: word(
        'not discharge|discharge (?:home|him|her|them|the patient|today|tomorrow)|discharged (?:home|yesterday|today|from hospital)|before discharge',
      ),
      es: word('(?:dar|dad[oa]s?|dio|dé|den) de alta|(?:antes del|tras el|hasta el) alta'),
      ca: /(?!)/u,
    },
    answer: {
      en: word('discharg\\p{L}*|home|left|released?|sent'),
      es: word('altas?|egres\\p{L}*|casa|domicilio'),
      ca: /(?:)/u,
    },
  },
  {
    name: 'increase',
    opposite: 'decrease',
    order: {
      en: word('increase|increased|increasing|raise|raised|uptitrate'),
      es: word('aument(?:ar|e|en|ó|amos|aría|ado|ada)|increment(?:ar|e|ó)|subir|suba|subió'),
      ca: word('augment(?:ar|i|in|à|em|aria|at|ada)|increment(?:ar|i|à)|apuj(?:ar|i)|pujar'),
    },
    answer: {
      en: word(
        'increas\\p{L}*|rais\\p{L}*|ris(?:e|es|ing|en)|rose|elevat\\p{L}*|augment\\p{L}*|grow\\p{L}*|grew|higher|more|up|go(?:es)? up|surg\\p{L}*',
      ),
      es: word('(?:aument|increment|sub[aeií]|elev|crec|ascen|ascien|acrecent|alz|mayor)\\p{L}*|más|alt[oa]s?'),
      ca: word('(?:augment|increment|puj|apuj|elev|creix|ascen|alç|major)\\p{L}*|més|alt(?:a|s|es)?'),
    },
  },
  {
    name: 'decrease',
    opposite: 'increase',
    order: {
      en: word('decrease|decreased|decreasing|reduce|reduced|reducing|lower(?:ed|ing)?(?= (?:the|his|her|its|dose|your))|taper|tapered'),
      es: word(
        'disminu(?:ir|ya|yó|imos|ido|ida)|redu(?:cir|zca|jo|cimos|cido|cida)|baj(?:ar|e|ó|amos)(?! (?:control|tratamiento|los?|las?))',
      ),
      ca: word('dismin(?:uir|ueixi|uí|uïm|uït|uïda)|redu(?:ir|eixi|í|ïm|ït|ïda)|abaix(?:ar|i|à)|baix(?:ar|i|à)'),
    },
    answer: {
      en: word(
        'decreas\\p{L}*|reduc\\p{L}*|lower\\p{L}*|diminish\\p{L}*|declin\\p{L}*|drop|drops|dropped|fall\\p{L}*|fell|descen\\p{L}*|less\\p{L}*|low|down|taper\\p{L}*|cut|shrink\\p{L}*|small\\p{L}*|minimi\\p{L}*|mitigat\\p{L}*|dwindl\\p{L}*|ebb\\p{L}*',
      ),
      es: word(
        '(?:disminu|reduc|reduj|reduz|baj|desce|descien|declin|decrec|menor|menos|merm|atenu|atenú|rebaj|minimi|mengu)\\p{L}*|ca(?:er|e|ída|yó)',
      ),
      ca: word('(?:disminu|redu|baix|abaix|desce|declin|decreix|menor|menys|minv|atenu|rebaix|minimi)\\p{L}*|ca(?:ure|u|igut|iguda)'),
    },
  },
]

/** An order to stop comes through as such; any other order does not come out as its opposite. */
function instructions(source: string, target: string, { from, to }: GateSetting): readonly Finding[] {
  return treatmentVerbs.flatMap((verb): readonly Finding[] => {
    const ordered = verb.order[from].exec(source)?.[0]
    if (ordered === undefined || verb.answer[to].test(target)) return []
    const opposite = treatmentVerbs.find(({ name }) => name === verb.opposite)!
    const turned = opposite.order[to].exec(target)?.[0]
    if (!verb.strict && (turned === undefined || opposite.order[from].test(source))) return []
    return [{ kind: 'instruction', expected: ordered, found: turned ?? '' }]
  })
}

/* Sides */

const left: Record<Language, RegExp> = {
  en: word('left|leftwards?|left-\\p{L}+'),
  es: word('izq(?:uierd[oa]s?)?|izd[oa]?'),
  ca: word('esquerr(?:e|a|es|ans?)|esq'),
}
const right: Record<Language, RegExp> = {
  en: word('right|rightwards?|right-\\p{L}+'),
  es: word('derech[oa]s?|der|dch[oa]'),
  ca: word('dret(?:a|s|es)?|dreta'),
}

/** `left` and `right` in their other senses. */
const notASide: Record<Language, RegExp> = {
  en: word(
    "right (?:in|on|at|next|now|away|after|before|there|here|time|thing|decision|choice|answer|to)|human rights?|all right|(?:is|be|are|'s|you|was) right|(?:has|have|had|was|were|be|been|is|are|he|she|they|who|patient|it) left|left open|(?<!(?:the|his|her|their|on|to) )left (?:the|to|for|with|against|untreated|in|alone|behind|at|without|out|over|by|unattended)",
    'g',
  ),
  es: word('derechos? humanos?|(?:el|los|tienen?|un) derechos? (?:a|de)', 'g'),
  ca: word('drets? humans?|(?:el|els|tenen?|un) drets? (?:a|de)', 'g'),
}

function sides(source: string, target: string, { from, to }: GateSetting): readonly Finding[] {
  const before = source.replace(notASide[from], ' ')
  const said = { left: left[from].exec(before)?.[0], right: right[from].exec(before)?.[0] }
  const found = { left: left[to].exec(target)?.[0], right: right[to].exec(target)?.[0] }
  const lost = (said.left !== undefined && found.left === undefined) || (said.right !== undefined && found.right === undefined)
  const swapped =
    (said.left === undefined && found.left !== undefined && said.right !== undefined) ||
    (said.right === undefined && found.right !== undefined && said.left !== undefined)
  const order = (text: string, language: Language) =>
    [...text.matchAll(new RegExp(`(?<left>${left[language].source})|${right[language].source}`, 'giu'))].map(({ groups }) =>
      groups?.['left'] ? 'left' : 'right',
    )
  const [sidesSaid, sidesFound] = [order(before, from), order(target, to)]
  const exchanged =
    said.left !== undefined && said.right !== undefined && sidesSaid.length === sidesFound.length && sidesSaid.join() !== sidesFound.join()
  if (!lost && !swapped && !exchanged) return []
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
  /(?<![\p{L}\d'’.-])(?:(?=[\p{L}\d]*\p{Lu}[\p{L}\d]*\p{Lu}|[\p{L}]+\d)[\p{L}\d]{2,}|(?<=[\p{L}] )[B-HJ-NP-TV-XZ])(?![\p{L}\d'’.]|-\p{Ll}{3})/gu

/** Abbreviations, codes and the letter of `hepatitis B` stand as they are or as their counterpart. */
function capitals(source: string, target: string, { from, to, glossary }: GateSetting): readonly Finding[] {
  const letters = source.match(/\p{L}/gu) ?? []
  const isShouted = letters.filter((letter) => letter !== letter.toLowerCase()).length > letters.length * 0.6 && source.includes(' ')
  const expected = isShouted
    ? []
    : [...new Set(source.match(capitalToken) ?? [])].filter(
        (token) => !/^(?:NOT?|NEVER|STOP|SIN|NI|\d*[mµ]?(?:IU|UI|CFU|UFC))$/u.test(token),
      )
  const found = target.match(capitalToken) ?? []
  const terms = glossary?.find(source, from, null) ?? []
  const said = target.toLowerCase()
  /** Alone, or within a longer term as `CT scan` is. */
  const isTranslated = (token: string) =>
    [...(glossary?.find(token, from, null) ?? []), ...terms.filter(({ start, end }) => hasToken(source.slice(start, end), token))].some(
      ({ target: named }) => said.includes(named().toLowerCase()),
    )
  const lost = expected.filter(
    (token) =>
      ![token, token.replace(/(?<=\p{Lu})s$/u, ''), counterpart(token, from, to)].some((form) => hasToken(target, form)) &&
      !isTranslated(token) &&
      !found.some((other) => sameLetters(token, other) || counterpart(other, to, from) === token),
  )
  return lost.length > 0 ? [{ kind: 'capitals', expected: lost.join(' '), found: '' }] : []
}

/** `EU` is `UE`, `CI` is `IC`: the words behind the letters change places. */
const sameLetters = (one: string, other: string) =>
  one.length > 1 && [...one.replace(/s$/, '')].sort().join('') === [...other].sort().join('')

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
