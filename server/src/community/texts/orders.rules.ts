import type { TermLanguage as Language } from './glossary.rules.ts'

/*
 * What is ordered must not depend on an engine's guess: `Hold the metformin` is no request to keep it, `Call me` no `me llamo`. An order is said
 * by rule, with whom or what it names as a pronoun, and reaches the engine as one word.
 */

/** A stretch of a sentence that orders something, and how it reads in the other language. */
export interface Order {
  readonly start: number
  readonly end: number
  readonly target: string
}

const said = (words: string, other: string): Record<string, string> => Object.fromEntries(words.split('|').map((word) => [word, other]))

const spanishFor: Readonly<Record<string, string>> = {
  ...said('stop|hold|withhold|discontinue|suspend', 'suspenda'),
  ...said('continue|carry on with', 'continúe con'),
  ...said('start|begin|initiate', 'inicie'),
  ...said('restart|resume', 'reinicie'),
  ...said('give', 'dé'),
  ...said('administer', 'administre'),
  ...said('prescribe', 'prescriba'),
  ...said('avoid', 'evite'),
  ...said('increase', 'aumente'),
  ...said('reduce|decrease|lower', 'reduzca'),
  ...said('taper|wean', 'reduzca poco a poco'),
  ...said('titrate|adjust', 'ajuste'),
  ...said('keep|maintain', 'mantenga'),
  ...said('leave', 'deje'),
  ...said('check', 'compruebe'),
  ...said('recheck|re-check', 'vuelva a comprobar'),
  ...said('review', 'revise'),
  ...said('reassess|re-assess|re-evaluate', 'reevalúe'),
  ...said('examine', 'explore'),
  ...said('measure', 'mida'),
  ...said('monitor|watch|watch for|watch out for', 'vigile'),
  ...said('look for', 'busque'),
  ...said('repeat', 'repita'),
  ...said('add', 'añada'),
  ...said('try', 'pruebe'),
  ...said('consider', 'considere'),
  ...said('transfer', 'traslade'),
  ...said('transfer to', 'traslade a'),
  ...said('admit', 'ingrese'),
  ...said('admit to', 'ingrese en'),
  ...said('discharge', 'dé de alta'),
  ...said('discharge home', 'dé de alta a domicilio'),
  ...said('follow up', 'haga seguimiento'),
  ...said('refer', 'derive'),
  ...said('refer to', 'derive a'),
  ...said('switch to|change to', 'cambie a'),
  ...said('switch from|change from', 'cambie de'),
  ...said('wait for', 'espere'),
  ...said('drain', 'drene'),
  ...said('wash|flush', 'lave'),
  ...said('take', 'tome'),
  ...said('use', 'use'),
  ...said('send', 'envíe'),
  ...said('inject', 'inyecte'),
  ...said('treat', 'trate'),
  ...said('transfuse', 'transfunda'),
  ...said('apply', 'aplique'),
  ...said('insert|place', 'coloque'),
  ...said('remove', 'retire'),
  ...said('intubate', 'intube'),
  ...said('extubate', 'extube'),
  ...said('request|order', 'solicite'),
  ...said('obtain', 'obtenga'),
  ...said('call|phone', 'llame a'),
  ...said('notify|inform|alert', 'avise a'),
  ...said('wake', 'despierte'),
  ...said('move', 'mueva'),
  ...said('mobilise|mobilize', 'movilice'),
  ...said('feed', 'alimente'),
  ...said('resuscitate', 'reanime'),
  ...said('sedate', 'sede'),
  ...said('delay', 'retrase'),
  ...said('exceed', 'supere'),
  ...said('skip', 'omita'),
  ...said('touch', 'toque'),
  ...said('close', 'cierre'),
  ...said('cover', 'cubra'),
  ...said('operate on', 'opere'),
  ...said('rule out|exclude', 'descarte'),
}

const englishFor: Readonly<Record<string, string>> = {
  ...said('suspenda|suspender|interrumpa|interrumpir|detenga|detener', 'stop'),
  ...said('continúe con|continuar con|siga con|seguir con|continúe|continuar', 'continue'),
  ...said('inicie|iniciar|comience|comenzar|empiece|empezar', 'start'),
  ...said('reinicie|reiniciar|reanude|reanudar', 'restart'),
  ...said('dé|dar', 'give'),
  ...said('administre|administrar', 'administer'),
  ...said('paute|pautar|prescriba|prescribir|recete|recetar', 'prescribe'),
  ...said('evite|evitar', 'avoid'),
  ...said('aumente|aumentar|incremente|incrementar|suba|subir', 'increase'),
  ...said('reduzca|reducir|disminuya|disminuir|baje|bajar', 'reduce'),
  ...said('destete|destetar', 'wean'),
  ...said('ajuste|ajustar', 'adjust'),
  ...said('mantenga|mantener', 'keep'),
  ...said('deje|dejar', 'leave'),
  ...said('deje de dar|dejar de dar', 'stop giving'),
  ...said('compruebe|comprobar', 'check'),
  ...said('revise|revisar', 'review'),
  ...said('reevalúe|reevaluar|revalore|revalorar', 'reassess'),
  ...said('valore|valorar|considere|considerar', 'consider'),
  ...said('explore|explorar', 'examine'),
  ...said('mida|medir', 'measure'),
  ...said('vigile|vigilar|monitorice|monitorizar|controle|controlar', 'monitor'),
  ...said('busque|buscar', 'look for'),
  ...said('repita|repetir', 'repeat'),
  ...said('añada|añadir|agregue|agregar|asocie|asociar', 'add'),
  ...said('pruebe|probar', 'try'),
  ...said('traslade|trasladar', 'transfer'),
  ...said('ingrese|ingresar', 'admit'),
  ...said('ingrese en|ingresar en|ingrese a|ingresar a', 'admit to'),
  ...said('ingresa en|ingresa a', 'admit to'),
  ...said('dé de alta|dar de alta', 'discharge'),
  ...said('derive|derivar|remita|remitir', 'refer'),
  ...said('derive a|derivar a|remita a|remitir a', 'refer to'),
  ...said('cambie a|cambiar a', 'switch to'),
  ...said('pase a vía oral|pasar a vía oral|pase a oral|pasar a oral', 'switch to the oral route'),
  ...said('pase a planta|pasar a planta', 'move to the ward'),
  ...said('espere|esperar', 'wait for'),
  ...said('drene|drenar', 'drain'),
  ...said('lave|lavar', 'wash'),
  ...said('tome|tomar', 'take'),
  ...said('utilice|utilizar|use|usar', 'use'),
  ...said('envíe|enviar|curse|cursar', 'send'),
  ...said('inyecte|inyectar', 'inject'),
  ...said('trate|tratar', 'treat'),
  ...said('transfunda|transfundir', 'transfuse'),
  ...said('aplique|aplicar', 'apply'),
  ...said('coloque|colocar', 'place'),
  ...said('retire|retirar|quite|quitar', 'remove'),
  ...said('intube|intubar', 'intubate'),
  ...said('extube|extubar', 'extubate'),
  ...said('solicite|solicitar|pida|pedir', 'request'),
  ...said('realice|realizar|haga|hacer', 'do'),
  ...said('llame a|llamar a|llame|llamar', 'call'),
  ...said('avise a|avisar a|avise|avisar', 'notify'),
  ...said('despierte|despertar', 'wake'),
  ...said('mueva|mover|movilice|movilizar', 'move'),
  ...said('alimente|alimentar', 'feed'),
  ...said('reanime|reanimar', 'resuscitate'),
  ...said('sede|sedar', 'sedate'),
  ...said('retrase|retrasar', 'delay'),
  ...said('supere|superar', 'exceed'),
  ...said('omita|omitir', 'skip'),
  ...said('cubra|cubrir', 'cover'),
  ...said('saque|sacar|extraiga|extraer', 'take'),
  ...said('opere|operar', 'operate on'),
  ...said('descarte|descartar', 'rule out'),
}

/** What is passed, given or placed, by what follows: `pasar 1 L`, `poner una vía`. */
const bySequel: readonly (readonly [verb: string, sequel: RegExp, other: string])[] = [
  ['pase|pasar', /^ (?:\d|[\uE000-\uF8FF]|(?:el|la|los|las|un|una|otra|otro|unidades) )/u, 'give'],
  ['ponga|poner', /^ (?:una? |otr[oa] |l[ao] )?(?:vía|sonda|drenaje|tubo|férula|catéter|yeso|cánula|marcapasos|vendaje)/iu, 'place'],
  ['ponga|poner', /^ (?:\p{L}|\d|[\uE000-\uF8FF])/u, 'give'],
]

/* Whom or what it names as a pronoun. */

/** Verbs whose person is given something. */
const givesTo = /^(?:dé|administre|prescriba)$/u
const spanishPronouns: Readonly<Record<string, readonly [object: string, recipient: string]>> = {
  it: ['lo', 'lo'],
  him: ['lo', 'le'],
  her: ['la', 'le'],
  them: ['los', 'les'],
  me: ['me', 'me'],
  us: ['nos', 'nos'],
}
/** `her` is a pronoun where no noun follows, or where something is given. */
const pronounHer = String.raw`her(?= (?:on|in|at|off|away|from|until|till|for|if|to|into|back|as|and|or|nil|fasted|home|warm|flat|well|tonight|today|tomorrow|now|when|unless|overnight|again|before|after|with|without)(?!\p{L})|[.,;]|$)`

/** With a pronoun behind it the stress of `suspenda` is written: `suspéndalo`. */
export const withPronoun = (order: string, pronoun: string): string => {
  const [verb = '', ...rest] = order.replace(/ (?:a|con|en|de)$/u, '').split(' ')
  if (verb === 'vuelva') return [verb, ...rest.slice(0, -1), `${rest.at(-1)}${pronoun}`].join(' ')
  if (verb === 'dé') return [`de${pronoun}`, ...rest].join(' ')
  return [(/[áéíóú]/u.test(verb) ? verb : stressed(verb)) + pronoun, ...rest].join(' ')
}

const vowels = /(?<=[qg])u(?=[ei])|[iu]?[aeo][iu]?|[iu]/g
const stressed = (verb: string): string => {
  const syllables = [...verb.matchAll(vowels)].filter(({ 0: vowel, index }) => !(vowel === 'u' && /[qg]/.test(verb[index - 1] ?? '')))
  const last = syllables.at(-2)
  if (!last) return verb
  const at = last.index + Math.max(0, last[0].search(/[aeo]/))
  return verb.slice(0, at) + { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú' }[verb[at]!] + verb.slice(at + 1)
}

/** Orders that concern who is treated rather than what is given. */
const concernsSomebody =
  /^(?:keep|transfer|admit|discharge|refer|monitor|wake|move|feed|resuscitate|sedate|intubate|extubate|operate on|review|reassess|examine|notify|call|give|leave)$/
const englishPronoun = (pronoun: string, order: string): string => {
  if (pronoun === 'me') return 'me'
  if (pronoun === 'nos') return 'us'
  if (pronoun.endsWith('s')) return 'them'
  return pronoun === 'le' || concernsSomebody.test(order) ? 'the patient' : 'it'
}

/* Where an order stands. */

const begins: Record<Language, RegExp> = {
  en: /^[\s¿¡"“«(-]*(?:(?:then|otherwise|for now|meanwhile|in the meantime|tonight|tomorrow|today|now|overnight),? )?(?:(?:if|when|once|unless|in case|as soon as|whenever|should)(?!\p{L})[^,;:]*, )?(?:then )?(?:please,? )?|[:;] (?:please,? )?|, so (?:please,? )?|(?<=[,;:] |(?:and|but|then) )please,? /giu,
  es: /^[\s¿¡"“«(-]*(?:(?:entonces|luego|de momento|mientras tanto|por ahora|esta noche|mañana|hoy|ahora),? )?(?:(?:si|cuando|en caso de|en cuanto|salvo que)(?!\p{L})[^,;:]*, )?(?:(?:por favor|favor de),? )?|[:;] (?:por favor,? )?|, por favor,? /giu,
}
const goesOn: Record<Language, RegExp> = {
  en: /,? (?:and|but|then|and then) |, (?:then )?/giu,
  es: /,? (?:y|e|pero|luego|y luego|y después) |, (?:luego )?/giu,
}

const longestFirst = (words: readonly string[]) => words.toSorted((one, other) => other.length - one.length).join('|')
const isPhrase = String.raw`(?![\p{L}\d'’-])`

const englishOrder = new RegExp(
  `(?<not>(?:do not|don['’]t|never) )?(?:(?<verb>${longestFirst(Object.keys(spanishFor))})(?<object> (?:it|him|them|me|us|${pronounHer}))?)${isPhrase}`,
  'iuy',
)
/** Behind these words the verb was a noun or said something else: `stop of`, `hold on`. */
const noObject =
  /^ (?:of|in|for|to|on|at|up|off|by|with|from|is|was|are|were|has|had|and|or|her|you|going|that|as|into|about|effects?|points?|codons?|signs?|tests?)(?!\p{L})|^ \p{L}+ing(?!\p{L})/iu
const herThing = /^ her \p{L}/iu
/** `Drain output was 50 mL` tells and orders nothing. */
const tells =
  /^ (?!(?:what|who|if|whether|how|that|which|when|where|why)(?!\p{L}))[\p{L}-]+(?: (?!(?:if|until|when|who|that|which|because|unless|while|since|once|as)(?!\p{L}))[\p{L}-]+)? (?:is|was|are|were|has|had|showed|shows)(?!\p{L})/iu
const somethingFollows = /^ [\p{L}\d\uE000-\uF8FF.]/u
const discharges =
  /^ (?:today|tomorrow|tonight|now|the|this|these|both|when|once|if|until|after|before|without|with|on|to|against)(?!\p{L})/iu
const flows =
  /(?<!\p{L})(?:pus|purulent|smell\w*|odou?r|blood\w*|vagina\w*|nipple|wound|ears?|eyes?|nasal|nose|yellow|green|clear|serous|copious|watery)(?!\p{L})/iu
/** Nouns as often as orders, once one order has been given. */
const asOftenNoun = /^(?:drain|wash|measure|use|increase|decrease|transfer|review|call|request|place|order|watch|leave|phone|alert)$/i
const determined = /^ (?:the|an?|his|her|its|any|all|this|these|both|another|\d)/iu

const flexible = (verb: string) =>
  verb.replace(
    /[aeiouáéíóú]/g,
    (vowel) => ({ a: '[aá]', e: '[eé]', i: '[ií]', o: '[oó]', u: '[uú]', á: '[aá]', é: '[eé]', í: '[ií]', ó: '[oó]', ú: '[uú]' })[vowel]!,
  )
/** `suspenda` is `suspendan` to several; each bears a pronoun. */
const spanishForms = new Map(
  [...Object.entries(englishFor), ...bySequel.flatMap(([verbs]) => verbs.split('|').map((verb) => [verb, ''] as const))].flatMap(
    ([verb, other]) => [verb, severalOf(verb)].map((form) => [form, { verb, other }] as const),
  ),
)
function severalOf(verb: string): string {
  const [first = '', ...rest] = verb.split(' ')
  return /r$/.test(first) ? verb : [first === 'dé' ? 'den' : `${first}n`, ...rest].join(' ')
}
const spanishOrder = new RegExp(
  `(?<not>(?:no|nunca) )?(?<verb>${longestFirst([...spanishForms.keys()])})${isPhrase}|(?<notTo>(?:no|nunca) )?(?<bare>${longestFirst(
    [...spanishForms.keys()].filter((form) => !form.includes(' ')),
  )
    .split('|')
    .map(flexible)
    .join('|')})(?<pronoun>me|le|les|lo|la|los|las|nos)${isPhrase}`,
  'iuy',
)
const spanishNoObject = /^ (?!en (?:ayunas|reposo|observación|dieta)(?!\p{L}))(?:de|que|a|en|con|por|para|y|o|se|es|lo que)(?!\p{L})/iu
const spanishFollows = /^ [\p{L}\d\uE000-\uF8FF]/u

const infinitiveThere = /^(?:no )?\p{L}+[aei]r (?!(?:y|o|a|de|que|en|con|por|para|se)(?!\p{L}))/iu

/** `Suspender la metformina es peligroso` judges an order and gives none. */
const infinitive = /[aei]r(?: con| a| en| de alta)?$/u
const judged =
  /^(?:(?! (?:si|cuando|hasta|mientras|porque|pues|ya que|que|en caso)(?!\p{L}))[^,;:.])*(?<!\p{L})(?:es|era|son|fue|sería|ser[áí]|puede|podría|parece|ha|debe|está|sigue|no es|tiene|supone|requiere)(?!\p{L})/iu

type Told = { readonly length: number; readonly target: string }

function inEnglish(sentence: string, at: number, isFurther: boolean): Told | null {
  englishOrder.lastIndex = at
  const match = englishOrder.exec(sentence)
  if (!match) return null
  const { not, verb = '', object } = match.groups as { not?: string; verb?: string; object?: string }
  const rest = sentence.slice(at + match[0].length)
  const word = verb.toLowerCase()
  if (word.startsWith('discharge') && (flows.test(sentence) || !(object || not || word !== 'discharge' || discharges.test(rest))))
    return null
  const isPlain = !word.startsWith('discharge') && !object
  const given = /^(?:give|administer|prescribe)$/.test(word) && herThing.test(rest)
  if (isPlain && !given) {
    if (
      not
        ? /^ (?:up|off|out)(?!\p{L})/iu.test(rest)
        : herThing.test(rest)
          ? false
          : noObject.test(rest) && !/ (?:to|from|for|with|on|out|up)$/.test(word)
    )
      return null
    if (!not && (!somethingFollows.test(rest) || tells.test(rest))) return null
    if (isFurther && !not && asOftenNoun.test(word) && !determined.test(rest)) return null
  }
  const order = spanishFor[word]!
  const pronoun = given ? 'her' : object?.trim().toLowerCase()
  const denial = not === undefined ? '' : /^never/i.test(not) ? 'nunca ' : 'no '
  if (pronoun === undefined) return { length: match[0].length, target: denial + order }
  const clitic = spanishPronouns[pronoun]![givesTo.test(order) || order === 'dé de alta' ? 1 : 0]
  // `Nunca lo suspenda`, `no lo suspenda`: an order that denies has its pronoun before it.
  const target = denial ? `${denial}${clitic} ${order.replace(/ (?:a|con|en|de)$/u, '')}` : withPronoun(order, clitic)
  return { length: match[0].length + (given ? ' her'.length : 0), target }
}

function inSpanish(sentence: string, at: number): Told | null {
  spanishOrder.lastIndex = at
  const match = spanishOrder.exec(sentence)
  if (!match) return null
  const { not, notTo, verb, bare, pronoun } = match.groups as {
    not?: string
    notTo?: string
    verb?: string
    bare?: string
    pronoun?: string
  }
  const rest = sentence.slice(at + match[0].length)
  // `Darla de alta`, `denle de alta`.
  if (pronoun !== undefined && /^(?:dar|de|den)$/i.test(plainVowels(bare!)) && / de alta(?!\p{L})/iuy.test(rest)) {
    const who = /s$/i.test(pronoun) ? 'them' : 'the patient'
    return { length: match[0].length + ' de alta'.length, target: `${denialOf(not ?? notTo)}discharge ${who}` }
  }
  const found = verb === undefined ? bareForm(bare!) : spanishForms.get(verb.toLowerCase())!
  const sequel =
    found.other === '' ? bySequel.find(([verbs, follows]) => verbs.split('|').includes(found.verb) && follows.test(rest)) : undefined
  const order = sequel?.[2] ?? (found.other === '' && pronoun ? 'give' : found.other)
  if (order === '') return null
  const denies = not ?? notTo
  if (pronoun === undefined) {
    const takesAny = / (?:a|en|con|de alta|oral|planta)$/u.test(found.verb)
    if (!denies && !takesAny && (spanishNoObject.test(rest) || !spanishFollows.test(rest))) return null
    if (denies && !takesAny && /^ (?:de|que)(?!\p{L})/iu.test(rest)) return null
    if (infinitive.test(found.verb) && judged.test(rest)) return null
  }
  const denial = denialOf(denies)
  const object = pronoun === undefined ? '' : ` ${englishPronoun(pronoun.toLowerCase(), order)}`
  return { length: match[0].length, target: denial + order + object }
}

const denialOf = (denies: string | undefined) => (denies === undefined ? '' : /^nunca/i.test(denies) ? 'never ' : 'do not ')

const plainVowels = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\u0301/g, '')
const bareForm = (written: string) => [...spanishForms].find(([form]) => plainVowels(form) === plainVowels(written))![1]

/** Every order of a sentence: where it begins, behind a condition, and behind another order. */
export function ordersIn(sentence: string, from: Language): readonly Order[] {
  const orderAt = (at: number, isFurther: boolean) => (from === 'en' ? inEnglish(sentence, at, isFurther) : inSpanish(sentence, at))
  const places = [
    ...[...sentence.matchAll(begins[from])].map((match) => ({ at: match.index + match[0].length, isFurther: false })),
    ...[...sentence.matchAll(goesOn[from])].map((match) => ({ at: match.index + match[0].length, isFurther: true })),
  ].toSorted((one, other) => one.at - other.at)
  const found: Order[] = []
  for (const { at, isFurther } of places) {
    if (at < (found.at(-1)?.end ?? 0)) continue
    // Behind a comma a Spanish infinitive orders; any other verb goes on ordering only where something has been ordered.
    if (
      isFurther &&
      found.length === 0 &&
      !(from === 'es' && sentence.startsWith(', ', at - 2) && infinitiveThere.test(sentence.slice(at)))
    )
      continue
    const told = orderAt(at, isFurther)
    if (told) found.push({ start: at, end: at + told.length, target: told.target })
  }
  return found
}
