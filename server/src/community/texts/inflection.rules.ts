/** What an engine's grammar has to know of a Spanish verb form: its tags, in Apertium's words, with every reading the form can have. */
type VerbForm = { code: string; readings: readonly string[]; endings: Readonly<Record<'ar' | 'er' | 'ir', string>> | null }

const persons = (tense: string, codes: string, ar: string, er: string, ir = er): readonly VerbForm[] => {
  const each = [ar, er, ir].map((endings) => endings.split(' '))
  return ['p1.sg', 'p2.sg', 'p3.sg', 'p1.pl', 'p2.pl', 'p3.pl'].map((person, i) => ({
    code: `${codes}${'abcdef'[i]}`,
    readings: [`${tense}.${person}`],
    endings: { ar: each[0]![i]!, er: each[1]![i]!, ir: each[2]![i]! },
  }))
}

const one = (code: string, readings: string, ar: string, er: string, ir = er): VerbForm => ({
  code,
  readings: readings.split(' '),
  endings: { ar, er, ir },
})

/** The forms of a regular Spanish verb. */
export const spanishVerbForms: readonly VerbForm[] = [
  one('xa', 'inf', 'ar', 'er', 'ir'),
  one('xb', 'ger', 'ando', 'iendo'),
  one('xc', 'pp.m.sg', 'ado', 'ido'),
  one('xd', 'pp.f.sg', 'ada', 'ida'),
  one('xe', 'pp.m.pl', 'ados', 'idos'),
  one('xf', 'pp.f.pl', 'adas', 'idas'),
  ...persons('pri', 'p', 'o as a amos áis an', 'o es e emos éis en', 'o es e imos ís en'),
  ...persons('ifi', 'i', 'é aste ó amos asteis aron', 'í iste ió imos isteis ieron'),
  ...persons('pii', 'm', 'aba abas aba ábamos abais aban', 'ía ías ía íamos íais ían'),
  ...persons('fti', 'f', 'aré arás ará aremos aréis arán', 'eré erás erá eremos eréis erán', 'iré irás irá iremos iréis irán'),
  ...persons(
    'cni',
    'c',
    'aría arías aría aríamos aríais arían',
    'ería erías ería eríamos eríais erían',
    'iría irías iría iríamos iríais irían',
  ),
  ...persons('prs', 's', 'e es e emos éis en', 'a as a amos áis an'),
  ...persons('pis', 't', 'ara aras ara áramos arais aran', 'iera ieras iera iéramos ierais ieran'),
]

/** The forms of an English verb: each code with the readings its form can have. */
export const englishVerbForms = [
  { code: 'ba', readings: ['inf', 'pres'] },
  { code: 'sa', readings: ['pri.p3.sg'] },
  { code: 'ed', readings: ['past', 'pp'] },
  { code: 'ng', readings: ['ger', 'pprs', 'subs'] },
] as const

/** Forms with the stress on the stem. */
const stressed = new Set(['pa', 'pb', 'pc', 'pf', 'sa', 'sb', 'sc', 'sf'])

/**
 * One form of a regular Spanish verb, such as `intubó`, or of one that begins with `dar`, such as `dio de alta`.
 * One whose stem changes under the stress is given with it: `mostrar/muestr`.
 */
export function spanishVerb(listed: string, code: string): string {
  const [infinitive = '', stem] = listed.split('/')
  if (stem !== undefined) return spanishVerb(stressed.has(code) ? stem + infinitive.slice(-2) : infinitive, code)
  const [verb, rest] = splitAt(infinitive, / /)
  if (rest !== '') return spanishVerb(verb, code) + rest
  if (infinitive === 'dar' && dar[code] !== undefined) return dar[code]
  const form = spanishVerbForms.find((candidate) => candidate.code === code)
  const kind = infinitive.slice(-2) as 'ar' | 'er' | 'ir'
  const ending = form?.endings?.[kind]
  return ending === undefined ? infinitive : spelled(infinitive.slice(0, -2), ending)
}

const dar: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ['p', 'doy das da damos dais dan'],
      ['i', 'di diste dio dimos disteis dieron'],
      ['s', 'dé des dé demos deis den'],
      ['t', 'diera dieras diera diéramos dierais dieran'],
    ].flatMap(([tense, forms]) => forms!.split(' ').map((form, i) => [`${tense}${'abcdef'[i]}`, form])),
  ),
}

/** Spanish changes the letter to keep the sound: `practicar`, `practiqué`. */
function spelled(stem: string, ending: string): string {
  if (!/^[eé]/.test(ending)) return stem + ending
  if (stem.endsWith('c')) return `${stem.slice(0, -1)}qu${ending}`
  if (stem.endsWith('g')) return `${stem}u${ending}`
  if (stem.endsWith('z')) return `${stem.slice(0, -1)}c${ending}`
  return stem + ending
}

/** One form of an English verb, such as `intubated`; an irregular one is given as `bleed/bled/bled`. */
export function englishVerb(principalParts: string, code: string): string {
  const [base, past, participle] = principalParts.split('/') as [string, string?, string?]
  switch (code) {
    case 'sa':
      return /(?:[sxz]|ch|sh)$/.test(base) ? `${base}es` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`
    case 'ed':
      return past ?? withPastEnding(base)
    case 'pp':
      return participle ?? past ?? withPastEnding(base)
    case 'ng':
      if (past === `${base}${base.at(-1)}ed`) return `${past.slice(0, -2)}ing`
      return base.endsWith('e') && !/(?:ee|ye|oe)$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`
    default:
      return base
  }
}

const withPastEnding = (base: string) =>
  base.endsWith('e') ? `${base}d` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`

/** The plural of an English noun or noun phrase. */
export function englishPlural(noun: string): string {
  const [head, rest] = splitAt(noun, / (?:of|in|with|to|for) /)
  if (rest !== '') return englishPlural(head) + rest
  const invariable = /(?:series|species|mumps|rabies|diabetes|scabies|herpes|feces|faeces|pus|forceps|ascites)$/
  if (invariable.test(noun)) return noun
  if (/[^ ]{2}(?:sis|xis)$/.test(noun)) return noun.replace(/is$/, 'es')
  if (/(?:[sxz]|ch|sh)$/.test(noun)) return `${noun}es`
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}

/** The plural of a Spanish noun, adjective or noun phrase; what follows a preposition stays as it is. */
export function spanishPlural(phrase: string): string {
  if (phrase.startsWith('no ')) return `no ${spanishPlural(phrase.slice(3))}`
  const [head, rest] = splitAt(phrase, / (?:de|del|por|con|en|a|al|sin|para) /)
  return head.split(' ').map(spanishPluralWord).join(' ') + rest
}

function spanishPluralWord(word: string): string {
  if (/[aeiouáéó]$/.test(word)) return `${word}s`
  if (/[íú]$/.test(word)) return `${word}es`
  if (word.endsWith('z')) return `${word.slice(0, -1)}ces`
  if (/[áéíóú][ns]$/.test(word)) return `${withoutAccents(word)}es`
  if (/[sx]$/.test(word)) return word
  return `${word}es`
}

const plainVowels: Record<string, string> = { á: 'a', é: 'e', í: 'i', ó: 'o', ú: 'u' }
const withoutAccents = (word: string) => word.replace(/[áéíóú]/g, (vowel) => plainVowels[vowel]!)

/** An adjective's four forms, `ms fs mp fp`; one that does not end in -o has the same for both genders. */
export function spanishAdjective(masculine: string, form: string): string {
  if (/^(?:de|del|en|por|sin|tras|con|a) /.test(masculine)) return masculine
  const [head, rest] = splitAt(masculine, / (?:de|del|por|con|en|a|al|sin|para) /)
  const feminine = form.startsWith('f') && head.endsWith('o') ? `${head.slice(0, -1)}a` : head
  return (form.endsWith('p') ? spanishPlural(feminine) : feminine) + rest
}

function splitAt(phrase: string, where: RegExp): [head: string, rest: string] {
  const at = phrase.search(where)
  return at < 0 ? [phrase, ''] : [phrase.slice(0, at), phrase.slice(at)]
}
