import type { TermLanguage as Language } from './glossary.rules.ts'
import type { WordKind } from './Translator.ts'

/*
 * What an order, a rhythm, a denial or a lettered name says must not depend on an engine's guess: `Hold the metformin` is no request to keep it,
 * `four times a day` no weather. Each is said here by rule, and reaches the engine as one word that it only has to put in its place.
 */

/** A stretch of a sentence that is said by rule: how it reads in the other language, and as what kind of word an engine may move it. */
export interface FixedPhrase {
  readonly start: number
  readonly end: number
  readonly target: string
  readonly kind: WordKind
}

type Rule = readonly [pattern: RegExp, said: (groups: Readonly<Record<string, string | undefined>>) => string, kind: WordKind]

const adverb: WordKind = { class: 'adverb' }
const noun = (gender: 'm' | 'f'): WordKind => ({ class: 'noun', gender, form: 's' })

/* Orders: each with what a doctor says for it in the other language. */

const orders: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    ...said('stop|hold|withhold|discontinue|suspend', 'suspenda'),
    ...said('continue|carry on with', 'continúe con'),
    ...said('start|begin|initiate', 'inicie'),
    ...said('restart|resume', 'reinicie'),
    ...said('give', 'dé'),
    ...said('administer', 'administre'),
    ...said('avoid', 'evite'),
    ...said('increase', 'aumente'),
    ...said('reduce|decrease|lower', 'reduzca'),
    ...said('taper', 'reduzca poco a poco'),
    ...said('keep|maintain', 'mantenga'),
    ...said('check', 'compruebe'),
    ...said('measure', 'mida'),
    ...said('monitor', 'vigile'),
    ...said('repeat', 'repita'),
    ...said('add', 'añada'),
    ...said('consider', 'considere'),
    ...said('transfer', 'traslade'),
    ...said('admit', 'ingrese'),
    ...said('refer', 'derive'),
    ...said('drain', 'drene'),
    ...said('wash', 'lave'),
    ...said('take', 'tome'),
    ...said('use', 'use'),
    ...said('send', 'envíe'),
    ...said('inject', 'inyecte'),
    ...said('treat', 'trate'),
    ...said('transfuse', 'transfunda'),
    ...said('apply', 'aplique'),
    ...said('remove', 'retire'),
    ...said('request', 'solicite'),
    ...said('operate on', 'opere'),
    ...said('rule out|exclude', 'descarte'),
  },
  es: {
    ...said('suspenda|suspender|interrumpa|interrumpir|detenga|detener', 'stop'),
    ...said('continúe con|continuar con|siga con|seguir con|continúe|continuar', 'continue'),
    ...said('inicie|iniciar|comience|comenzar|empiece|empezar', 'start'),
    ...said('reinicie|reiniciar|reanude|reanudar', 'restart'),
    ...said('dé|dar|den', 'give'),
    ...said('administre|administrar', 'administer'),
    ...said('evite|evitar', 'avoid'),
    ...said('aumente|aumentar|incremente|incrementar', 'increase'),
    ...said('reduzca|reducir|disminuya|disminuir|baje|bajar', 'reduce'),
    ...said('mantenga|mantener', 'keep'),
    ...said('compruebe|comprobar', 'check'),
    ...said('mida|medir', 'measure'),
    ...said('vigile|vigilar|monitorice|monitorizar', 'monitor'),
    ...said('repita|repetir', 'repeat'),
    ...said('añada|añadir|agregue|agregar', 'add'),
    ...said('considere|considerar', 'consider'),
    ...said('traslade|trasladar', 'transfer'),
    ...said('ingrese|ingresar', 'admit'),
    ...said('derive|derivar', 'refer'),
    ...said('drene|drenar', 'drain'),
    ...said('lave|lavar', 'wash'),
    ...said('tome|tomar', 'take'),
    ...said('utilice|utilizar|use|usar', 'use'),
    ...said('envíe|enviar', 'send'),
    ...said('inyecte|inyectar', 'inject'),
    ...said('trate|tratar', 'treat'),
    ...said('transfunda|transfundir', 'transfuse'),
    ...said('aplique|aplicar', 'apply'),
    ...said('retire|retirar', 'remove'),
    ...said('solicite|solicitar|pida|pedir', 'request'),
    ...said('opere|operar', 'operate on'),
    ...said('descarte|descartar', 'rule out'),
  },
}

function said(words: string, other: string): Record<string, string> {
  return Object.fromEntries(words.split('|').map((word) => [word, other]))
}

const alternatives = (words: Readonly<Record<string, string>>) =>
  Object.keys(words)
    .toSorted((one, other) => other.length - one.length)
    .join('|')

/** An order opens a sentence, or follows a colon or a semicolon. */
const opening = String.raw`(?<=^(?:[\s¿¡"“«(-]*|.*[:;] ))`
const isPhrase = String.raw`(?![\p{L}\d'’-])`

const orderIn: Record<Language, RegExp> = {
  en: new RegExp(
    String.raw`${opening}(?<not>(?:do not|don['’]t|never) )?(?<verb>${alternatives(orders.en)})${isPhrase}(?= (?!(?:of|in|for|to|on|at|up|off|by|with|from|is|was|are|were|has|had|and|or|it|him|them|me|us|you|going|that|as|into|about|effects?|points?|codons?|signs?|tests?)(?!\p{L})|her (?:on|in|at|off|away|from|until|for|if|to|into|back|as)(?!\p{L})|\p{L}+ing(?!\p{L}))[\p{L}\d\uE000-\uF8FF.])`,
    'giu',
  ),
  es: new RegExp(
    String.raw`${opening}(?<not>(?:no|nunca) )?(?<verb>${alternatives(orders.es)})${isPhrase}(?= (?!(?:de|que|a|en|con|por|para|y|o|se|es|lo que)(?!\p{L})|(?:dar )?de alta)[\p{L}\d\uE000-\uF8FF])`,
    'giu',
  ),
}

/** `Suspender la metformina es peligroso` judges an order and gives none. */
const infinitive = /[aei]r(?: con)?$/u
const judged = /(?<!\p{L})(?:es|era|son|fue|sería|ser[áí]|puede|podría|parece|ha|debe|está|sigue|no es|tiene|supone|requiere)(?!\p{L})/iu

const denied: Record<Language, readonly [never: string, not: string]> = { en: ['nunca ', 'no '], es: ['never ', 'do not '] }

/* Rhythms */

const counts: readonly (readonly [en: string, es: string])[] = [
  ['three', 'tres'],
  ['four', 'cuatro'],
  ['five', 'cinco'],
  ['six', 'seis'],
  ['seven', 'siete'],
  ['eight', 'ocho'],
  ['nine', 'nueve'],
  ['ten', 'diez'],
]
const periods: readonly (readonly [en: string, es: string, perEs: string])[] = [
  ['day', 'día', 'al día'],
  ['week', 'semana', 'a la semana'],
  ['month', 'mes', 'al mes'],
  ['year', 'año', 'al año'],
  ['hour', 'hora', 'por hora'],
]
const adverbial: Readonly<Record<string, string>> = { daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year', hourly: 'hour' }

const figures = String.raw`\d{1,2}(?:(?: or | to | o | a |-|–)\d{1,2})?`
const countsIn = (language: 0 | 1) => counts.map((pair) => pair[language]).join('|')
const timesInSpanish = (count: string) =>
  ({ once: 'una vez', twice: 'dos veces' })[count] ??
  `${counts.find(([en]) => en === count)?.[1] ?? count.replace(' or ', ' o ').replace(' to ', ' a ')} veces`
const timesInEnglish = (count: string) =>
  ({ una: 'once', '1': 'once', dos: 'twice', '2': 'twice' })[count] ??
  `${counts.find(([, es]) => es === count)?.[0] ?? count.replace(' o ', ' or ').replace(' a ', ' to ')} times`

const rhythms: Record<Language, readonly Rule[]> = {
  en: [
    [
      new RegExp(
        String.raw`(?<![\p{L}\d.,])(?:(?<once>once|twice)|(?<count>${countsIn(0)}|${figures}) times)(?: (?:an?|per|each|every) (?<period>day|week|month|year|hour)| (?<adverb>daily|weekly|monthly|yearly|hourly)|(?<!once))(?!\p{L})`,
        'giu',
      ),
      ({ once, count, period, adverb: often }) => {
        const per = period?.toLowerCase() ?? adverbial[often?.toLowerCase() ?? '']
        const perEs = periods.find(([en]) => en === per)?.[2]
        return `${timesInSpanish((once ?? count)!.toLowerCase())}${perEs ? ` ${perEs}` : ''}`
      },
      adverb,
    ],
    [
      /(?<=\d \p{L}+ )(?:an?|per) (?<period>day|week|month|year|hour)(?!\p{L})/giu,
      ({ period }) => periods.find(([en]) => en === period!.toLowerCase())![2],
      adverb,
    ],
  ],
  es: [
    [
      new RegExp(
        String.raw`(?<![\p{L}\d.,])(?<count>una|1|dos|${countsIn(1)}|${figures}) (?:vez|veces)(?: (?:al?|por|a la|cada|en la|en el) (?<period>día|semana|mes|año|hora))?(?!\p{L})`,
        'giu',
      ),
      ({ count, period }) => {
        const per = periods.find(([, es]) => es === period?.toLowerCase())?.[0]
        return `${timesInEnglish(count!.toLowerCase())}${per ? ` ${per === 'hour' ? 'an' : 'a'} ${per}` : ''}`
      },
      adverb,
    ],
    [
      /(?<=\d \p{L}+ )(?:al|por|a la) (?<period>día|semana|mes|año|hora)(?! siguiente)(?!\p{L})/giu,
      ({ period }) => {
        const per = periods.find(([, es]) => es === period!.toLowerCase())![0]
        return `${per === 'hour' ? 'an' : 'a'} ${per}`
      },
      adverb,
    ],
  ],
}

/* Small words before a figure, which engines take for places and purposes. */

const spelledOut: Record<Language, string> = {
  en: 'an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many|a few',
  es: 'un[ao]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|varias|muchos|muchas|unos|unas',
}
const units: Record<Language, string> = {
  en: '(?:second|minute|min|hour|day|night|week|month|year)s?',
  es: '(?:segundo|minuto|hora|día|noche|semana|mes|año)(?:e?s)?|min',
}
const someTime = (language: Language) =>
  String.raw`(?= (?:the (?:first|last|next|past) |(?:los|las) )?(?:\d+(?:[-–]\d+| (?:to|or|a|o) \d+)?|${spelledOut[language]})?(?: more| primer[oa]s?)? ?(?:${units[language]})(?!\p{L}))`
const aFigure = String.raw`(?= (?:[<>≤≥~] ?)?\d)`
const preposition: WordKind = { class: 'preposition' }
const small = (words: string, where: string, other: string): Rule => [
  new RegExp(String.raw`(?<![\p{L}-])(?:${words})${where}`, 'giu'),
  () => other,
  preposition,
]

const smallWords: Record<Language, readonly Rule[]> = {
  en: [
    small('for', someTime('en'), 'durante'),
    small('over', someTime('en'), 'en'),
    small('after', someTime('en'), 'después de'),
    small('below', aFigure, 'por debajo de'),
    small('above', aFigure, 'por encima de'),
    [/(?<!\p{L})by half(?!\p{L})/giu, () => 'a la mitad', adverb],
  ],
  es: [
    small('durante', someTime('es'), 'for'),
    small('desde hace', someTime('es'), 'for'),
    small('a l[oa]s', someTime('es'), 'after'),
    small('cada', aFigure, 'every'),
    small('por debajo de', aFigure, 'below'),
    small('por encima de', aFigure, 'above'),
    [/(?<!\p{L})a la mitad(?! de)(?!\p{L})/giu, () => 'by half', adverb],
  ],
}

/* Denials an engine turns round: `ninguno` into any, `nadie` into anybody. */

const denials: Record<Language, readonly Rule[]> = {
  en: [],
  es: [
    [/(?<=^[\s"“«(-]*)ningun[oa] de(?=(?: |l )\p{L})/giu, () => 'none of', adverb],
    [/(?<=^[\s"“«(-]*)ning[uú]n[oa]?(?= \p{Ll})(?! (?:de|del)(?!\p{L}))/giu, () => 'no', adverb],
    [/(?<=^[\s"“«(-]*)nadie(?= \p{Ll})/giu, () => 'nobody', adverb],
    [/(?<=[,;] )no(?= \d)/giu, () => 'not', adverb],
  ],
}

/* Names that end in a letter: `type A`, `vitamin B12`, `factor V`; and waves that begin with one. */

const lettered: readonly (readonly [en: string, es: string, gender: 'm' | 'f'])[] = [
  ['type', 'tipo', 'm'],
  ['group', 'grupo', 'm'],
  ['class', 'clase', 'f'],
  ['grade', 'grado', 'm'],
  ['stage', 'estadio', 'm'],
  ['factor', 'factor', 'm'],
  ['vitamin', 'vitamina', 'f'],
  ['hepatitis', 'hepatitis', 'f'],
  ['influenza', 'influenza', 'f'],
  ['protein', 'proteína', 'f'],
  ['haemophilia', 'hemofilia', 'f'],
  ['hemophilia', 'hemofilia', 'f'],
  ['phase', 'fase', 'f'],
]
const letter = String.raw`(?<letter>[A-Z]\d{0,2}|[IVX]{1,4}|\d{1,2}[A-Ca-c]?)(?![\p{L}\d/+-]|[.,]\d)`

/* Pins on an image, which a reader finds by their number; only one of the languages gives them an article. */

const pinNumber = String.raw`(?<number>\d{1,4})(?![\p{L}\d/+-]|[.,]\d)`
const pin = (where: string, word: string, said: string, gender: 'm' | 'f'): Rule => [
  new RegExp(`${where}${word} ${pinNumber}`, 'gu'),
  ({ number }) => `${said} ${number}`,
  noun(gender),
]
const pins: Record<Language, readonly Rule[]> = {
  en: [
    pin(String.raw`(?<=[\p{L}\d] )`, '(?:the )?[Pp]in', 'la marca', 'f'),
    pin(String.raw`(?<![\p{L}\d-])`, '(?:[Tt]he )?[Pp]in', 'marca', 'f'),
  ],
  es: [pin(String.raw`(?<![\p{L}\d-])`, '(?:[Ll]a )?[Mm]arca', 'pin', 'm')],
}

const letteredNames: Record<Language, readonly Rule[]> = {
  en: [
    ...pins.en,
    ...lettered.map(
      ([en, es, gender]): Rule => [
        new RegExp(String.raw`(?<![\p{L}\d-])${caseless(en)} ${letter}`, 'gu'),
        (groups) => `${es} ${groups['letter']}`,
        noun(gender),
      ],
    ),
    [
      /(?<![\p{L}\d-])(?<letter>[PQRSTUJ]|QRS|ST) (?<what>waves?|complex(?:es)?|segments?)(?!\p{L})/gu,
      ({ letter: which, what }) => `${wave(what!)} ${which}`,
      noun('f'),
    ],
  ],
  es: [
    ...pins.es,
    ...lettered
      .filter(([en]) => en !== 'hemophilia')
      .map(
        ([en, es, gender]): Rule => [
          new RegExp(String.raw`(?<![\p{L}\d-])${caseless(es)} ${letter}`, 'gu'),
          (groups) => `${en} ${groups['letter']}`,
          noun(gender),
        ],
      ),
  ],
}

function caseless(word: string): string {
  return `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`
}

function wave(what: string): string {
  if (what.startsWith('wave')) return what === 'waves' ? 'ondas' : 'onda'
  if (what.startsWith('segment')) return what === 'segments' ? 'segmentos' : 'segmento'
  return what === 'complex' ? 'complejo' : 'complejos'
}

/** Everything of a sentence that is said by rule, from left to right; nothing overlaps. */
export function fixedPhrasesIn(sentence: string, from: Language): readonly FixedPhrase[] {
  const found = [
    ...ordersIn(sentence, from),
    ...[...rhythms[from], ...smallWords[from], ...denials[from], ...letteredNames[from]].flatMap((rule) => matchesOf(sentence, rule)),
  ]
  return found
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
    .filter(({ start }, i, all) => all.slice(0, i).every(({ end }) => end <= start))
}

const matchesOf = (sentence: string, [pattern, phrase, kind]: Rule): readonly FixedPhrase[] =>
  [...sentence.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    // An engine moves a noun about and sets the first letter of the sentence itself.
    target: kind.class === 'noun' ? phrase(match.groups ?? {}) : inCaseOf(match[0], phrase(match.groups ?? {})),
    kind,
  }))

const ordersIn = (sentence: string, from: Language): readonly FixedPhrase[] =>
  [...sentence.matchAll(orderIn[from])].flatMap((match) => {
    const { not, verb } = match.groups as { not?: string; verb: string }
    const start = match.index
    const end = start + match[0].length
    if (from === 'es' && infinitive.test(verb.toLowerCase()) && judged.test(sentence.slice(end))) return []
    const order = orders[from][verb.toLowerCase()]!
    const denial = not === undefined ? '' : denied[from][/^(?:never|nunca)/i.test(not) ? 0 : 1]
    return [{ start, end, target: inCaseOf(match[0], denial + order), kind: adverb }]
  })

const inCaseOf = (source: string, target: string) => (/^\p{Lu}/u.test(source) ? target.charAt(0).toUpperCase() + target.slice(1) : target)
