import type { TermLanguage as Language } from './glossary.rules.ts'
import { ordersIn } from './orders.rules.ts'
import type { WordKind } from './Translator.ts'

/*
 * What an order, a rhythm, a denial or a lettered name says must not depend on an engine's guess: `four times a day` is no weather. Each is said
 * by rule, and reaches the engine as one word that it only has to put in its place.
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
/** `9 pm`, `8:30`, `21 h` behind a word that points to a time of day. */
const aClock = String.raw`(?= \d{1,2}(?:[:.]\d{2})?(?:(?<=[:.]\d{2})(?!\d)| ?[ap]\.?m(?!\p{L})))`
const aRate = String.raw`(?= \d+(?:[.,]\d+)? ?(?:units?|mL|ml|L|mg|mcg|µg|g|mmol|U|IU)(?:\/| (?:per|an?) ))`
const lives = String.raw`(?<=(?:(?:died|dead|death|die|diagnosed|cancer|attack|infarction|infarct|MI|stroke|menarche|menopause|transplant|transplanted)|(?:father|mother|brother|sister|uncle|aunt)(?: [\p{L}]+){0,6}) )`
/** `No fever, no rash`: what is not there, where no verb denies. */
const absence = String.raw`(?= (?!(?:one|matter|longer|doubt|need|idea|ideas|way|problem|problems|thanks|sooner|such|other|more than|less)(?!\p{L}))(?:(?!(?:is|was|were|are|has|had|have|did|does|died|can|could|will|would|should|may|must|need|needs)(?!\p{L})|\p{L}+ed(?!\p{L}))[\p{L}\d-]+ ){0,3}(?!(?:is|was|were|are|has|had|died)(?!\p{L})|\p{L}+ed(?!\p{L}))[\p{L}\d-]+(?:[,.;:)]|$| (?:and|or|nor|but|on|in|at|for|after|of|to the|tonight|today|since|overnight|yet|so far|at all|until|unless|if)(?!\p{L})))`
const preposition: WordKind = { class: 'preposition' }
const small = (words: string, where: string, other: string): Rule => [
  new RegExp(String.raw`(?<![\p{L}-])(?:${words})${where}`, 'giu'),
  () => other,
  preposition,
]

const weekdays: Readonly<Record<string, string>> = {
  lunes: 'Monday',
  martes: 'Tuesday',
  miércoles: 'Wednesday',
  jueves: 'Thursday',
  viernes: 'Friday',
  sábado: 'Saturday',
  domingo: 'Sunday',
}
const periodsIn: Readonly<Record<string, string>> = {
  minutos: 'minutes',
  horas: 'hours',
  días: 'days',
  semanas: 'weeks',
  meses: 'months',
  años: 'years',
}
const pointsInTime = String.raw`(?:ayer|anoche|anteayer|hoy|ahora|entonces|niñ[oa]|l[oa] (?:infancia|niñez|adolescencia|cirugía|operación|intervención|semana|noche|madrugada|mañana|tarde|última|pasada)|el (?:${Object.keys(weekdays).join('|')}|nacimiento|ingreso|alta|parto|accidente|mes|año|inicio|día|\d)|est[ae] (?:mañana|tarde|noche|madrugada|semana|mes)|(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|(?:19|20)\d\d)(?!\p{L})`

const smallWords: Record<Language, readonly Rule[]> = {
  en: [
    small('for', someTime('en'), 'durante'),
    small('over', someTime('en'), 'en'),
    small('after', someTime('en'), 'después de'),
    small('below', aFigure, 'por debajo de'),
    small('above', aFigure, 'por encima de'),
    small('from', '(?= (?:midnight|noon|now on|today|tomorrow|yesterday|birth|childhood)(?!\\p{L}))', 'desde'),
    [
      /(?<=(?:night|day|morning|evening|week) )before(?= (?:the|his|her|their|its|surgery|admission|discharge|delivery)(?!\p{L}))/giu,
      () => 'antes de',
      preposition,
    ],
    [
      /(?<=(?<!\p{L})to )(?:stop|withhold)(?= (?!(?:it|him|her|them|the bleeding|bleeding|and|or|for|on|at|\p{L}+ing)(?!\p{L}))\p{L})/giu,
      () => 'suspender',
      { class: 'verb', form: 'ba' },
    ],
    [/(?<=\p{L} )(?:came|went) down(?= (?:to|from|by)(?!\p{L}))/giu, () => 'bajó', adverb],
    [/(?<=\p{L} )(?:came|went) up(?= (?:to|from|by)(?!\p{L}))/giu, () => 'subió', adverb],
    [
      /(?<=^[\s"“«(-]*)what would you (?<what>do|suggest|recommend|add|change|give|advise)(?!\p{L})/giu,
      ({ what }) =>
        `qué ${{ do: 'haría', suggest: 'sugeriría', add: 'añadiría', change: 'cambiaría', give: 'daría' }[what!.toLowerCase()] ?? 'recomendaría'} usted`,
      adverb,
    ],
    [/(?<=, )so(?= \p{L})/gu, () => 'así que', adverb],
    [
      /(?<!\p{L})spik(?<when>es|ed) a (?:fever|temperature)(?!\p{L})/giu,
      ({ when }) => (when === 'ed' ? 'tuvo fiebre' : 'tiene fiebre'),
      adverb,
    ],
    small('under', aFigure, 'por debajo de'),
    [/(?<=\p{L} )(?:drops|falls|dips|goes)(?= (?:below|under|to \d|by \d)(?!\p{L}))/giu, () => 'baja', adverb],
    [/(?<=\p{L} )(?:rises|goes up|climbs)(?= (?:above|over|to \d|by \d)(?!\p{L}))/giu, () => 'sube', adverb],
    [/(?<=\p{L} )(?:stays|remains)(?= (?:below|under|above|over)(?!\p{L}))/giu, () => 'sigue', adverb],
    [/(?<=[^s\s] )died(?= (?:of|from|at|in|aged|suddenly|after|before|during|last|\d)(?!\p{L}))/giu, () => 'murió', adverb],
    small(
      'off',
      String.raw`(?= (?:oxygen|the ventilator|ventilation|inotropes|vasopressors|pressors|antibiotics|steroids|sedation|insulin|anticoagulation|treatment)(?!\p{L}))`,
      'sin',
    ),
    [
      /(?<!\p{L})keep (?<what>anything|food|fluids|liquids|solids) down(?!\p{L})/giu,
      ({ what }) => `tolerar ${{ anything: 'nada por boca', food: 'alimentos', solids: 'sólidos' }[what!.toLowerCase()] ?? 'líquidos'}`,
      { class: 'verb', form: 'ba' },
    ],
    [
      /(?<=^[\s"“«(-]*)any (?<what>ideas?|thoughts|suggestions?|advice|experience|opinions?)(?!\p{L})/giu,
      ({ what }) =>
        `alguna ${{ idea: 'idea', ideas: 'idea', thoughts: 'opinión', opinion: 'opinión', opinions: 'opinión', advice: 'recomendación', experience: 'experiencia' }[what!.toLowerCase()] ?? 'sugerencia'}`,
      adverb,
    ],
    small('at', aClock, 'a las'),
    small('since|from', aClock, 'desde las'),
    small('until|till', aClock, 'hasta las'),
    small('before|by', aClock, 'antes de las'),
    small('after', aClock, 'después de las'),
    small('around|about', aClock, 'sobre las'),
    small('at', String.raw`(?= \d+(?:[-–+/]\d+)? ?(?:weeks?|hours?|hrs?|h)(?![\p{L}/]))`, 'a las'),
    small('at', String.raw`(?= \d+(?:[-–+/]\d+)? ?(?:minutes?|min|days?|months?|years?)(?![\p{L}/]))`, 'a los'),
    small('at', aRate, 'a'),
    [
      new RegExp(String.raw`${lives}at (?<age>\d{1,2})(?=[,.;)]|$| (?:and|or|of|from)(?!\p{L}))`, 'giu'),
      ({ age }) => `a los ${age} años`,
      adverb,
    ],
    [
      /(?<=(?:is|was|are|were|been|remains?|remained|started|home|discharged|patient|still|currently|already|now|stable|comfortable) )on(?= (?!(?:the|an?|his|her|its|their|this|that|admission|discharge|exam|examination|call|duty|CT|MRI|X-ray|imaging|ultrasound|echo|both|day|top|going|track|hold|leave|time|board|demand|exertion|palpation|auscultation|arrival|presentation|average|behalf|fire|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)(?!\p{L}))[\p{L}\d])/giu,
      () => 'con',
      preposition,
    ],
    [/(?<!\p{L})by half(?!\p{L})/giu, () => 'a la mitad', adverb],
  ],
  es: [
    small('durante', someTime('es'), 'for'),
    small('desde hace', someTime('es'), 'for'),
    // `a los 3 días de la cirugía` is after it; `murió a los 49 años` is not 49 years later.
    [
      /(?<!\p{L})a l[oa]s (?<count>\d+) (?<unit>minutos|horas|días|semanas|meses|años) de(?<the>l|(?= (?:la|las|los|su|un|una|haber|iniciar|comenzar|empezar)(?!\p{L})))(?! (?:tratamiento|vida|edad|evolución|ingreso|embarazo|gestación)(?!\p{L}))(?!\p{L})/giu,
      ({ count, unit, the }) => `${count} ${periodsIn[unit!.toLowerCase()]} after${the === 'l' ? ' the' : ''}`,
      adverb,
    ],
    [
      /(?<=(?:otra|otro|repetir|repita|otra vez|de nuevo)[^.;:]*)(?<![\p{L}-])a l[oa]s(?= \d+ (?:min|hora|h(?!\p{L})))/giu,
      () => 'after',
      preposition,
    ],
    small('a l[oa]s', someTime('es'), 'at'),
    small('a los', String.raw`(?= \d{1,3}(?:[.,;)]|$| y(?!\p{L})))`, 'at'),
    small('a las', String.raw`(?= \d{1,2}(?:[:.]\d{2})?(?: ?h(?:oras)?)?(?![\d/]))`, 'at'),
    small('desde las', String.raw`(?= \d{1,2}(?:[:.]\d{2})?(?: ?h(?:oras)?)?(?![\d/]))`, 'since'),
    small('hasta las', String.raw`(?= \d{1,2}(?:[:.]\d{2})?(?: ?h(?:oras)?)?(?![\d/]))`, 'until'),
    small('desde', `(?= ${pointsInTime})`, 'since'),
    [
      new RegExp(
        String.raw`(?<=(?:hasta|desde|para|antes del?|después del?|próximo|pasado|este|cada) )(?:el )?(?<day>${Object.keys(weekdays).join('|')})(?!\p{L})`,
        'giu',
      ),
      ({ day }) => weekdays[day!.toLowerCase()]!,
      adverb,
    ],
    [
      new RegExp(String.raw`(?<!\p{L})el (?<day>${Object.keys(weekdays).join('|')})(?= por| a las|[,.;]|$)(?!\p{L})`, 'giu'),
      ({ day }) => `on ${weekdays[day!.toLowerCase()]}`,
      adverb,
    ],
    [
      /(?<!(?:la|esta|una|cada|aquella|misma|media|primera|última|buena|siguiente|toda|pasada|de|por) )(?<!\p{L})mañana(?! siguiente)(?!\p{L})/giu,
      () => 'tomorrow',
      adverb,
    ],
    [
      /(?<=(?:ingres\p{L}*|acud\p{L}*|consult\p{L}*|deriv\p{L}*|tratad\p{L}*|operad\p{L}*|intervenid\p{L}*|control\p{L}*|seguid\p{L}*)(?: (?:anoche|ayer|hoy|en \p{L}+|a urgencias))? )por(?= (?!(?:la noche|la mañana|la tarde|vía|su propi|iniciativa)(?!\p{L}))\p{L})/giu,
      () => 'for',
      preposition,
    ],
    [
      /(?<=^[\s"“«(¿-]*)algun[oa]s? (?<what>ideas?|sugerencias?|opini(?:ón|ones)|recomendaci(?:ón|ones)|experiencias?)(?!\p{L})/giu,
      ({ what }) => `any ${{ i: 'ideas', s: 'suggestions', o: 'opinions', r: 'advice', e: 'experience' }[what![0]!.toLowerCase()]}`,
      adverb,
    ],
    [/(?<!\p{L})(?:se )?(?:fue|va|marchó|ha ido) de alta voluntaria(?!\p{L})/giu, () => 'left against medical advice', adverb],
    [/(?<!\p{L})se (?:fue|va|marchó|ha ido) de alta(?!\p{L})/giu, () => 'was discharged', adverb],
    [/(?<!\p{L})alta voluntaria(?!\p{L})/giu, () => 'discharge against medical advice', noun('f')],
    // A feminine noun with a masculine article is no adjective.
    [
      /(?<=(?<!\p{L})(?:el|al|del|un|su|este|cada|tras|previa al|posterior al) )alta(?: (?:médica|hospitalaria))?(?!\p{L})/giu,
      () => 'discharge',
      noun('f'),
    ],
    [
      /(?<=^[\s"“«(-]*|[:;] )alta(?: (?:médica|hospitalaria))?(?= (?:a domicilio|mañana|hoy|con|sin|si|cuando|en|tras|por|el)(?!\p{L})|[.,]|$)/giu,
      () => 'discharge',
      noun('f'),
    ],
    [/(?<=\p{L} )(?:baj[ae]|cae|caiga|desciend[ae]) de(?= \d)/giu, () => 'drops below', adverb],
    [/(?<=\p{L} )(?:sub[ea]|pas[ae]) de(?= \d)/giu, () => 'rises above', adverb],
    small('de', String.raw`(?= \d[\d.,]* a \d)`, 'from'),
    [
      /(?<=[\p{L},;] )sigue(?= (?:por debajo|por encima|con|sin|estable|inestable|igual|mal|bien|peor|afebril|febril|hipotens[oa]|hipertens[oa]|taquicárdic[oa]|somnolient[oa]|asintomátic[oa]|\p{L}+ndo|\p{L}+d[oa])(?!\p{L}))/giu,
      () => 'remains',
      adverb,
    ],
    [/(?<=^[\s"“«(¿-]*)qué haría[ns]?(?: (?:usted|ustedes))?(?!\p{L})/giu, () => 'what would you do', adverb],
    [/(?<=^[\s"“«(]*¿)(?:hay|habría) que(?= \p{L}+r(?!\p{L}))/giu, () => 'should we', adverb],
    [
      /(?<!\p{L})(?<when>dej(?:ó|aron|é|amos)|ha dejado) de (?<what>tomar|fumar|beber|comer|respirar|orinar|sangrar|vomitar|responder|acudir|usar)(?!\p{L})/giu,
      ({ when, what }) =>
        `${/^ha/i.test(when!) ? 'has ' : ''}stopped ${{ tomar: 'taking', fumar: 'smoking', beber: 'drinking', comer: 'eating', respirar: 'breathing', orinar: 'urinating', sangrar: 'bleeding', vomitar: 'vomiting', responder: 'responding', acudir: 'attending' }[what!.toLowerCase()] ?? 'using'}`,
      adverb,
    ],
    [
      /(?<!\p{L})medi[oa](?= (?:botella|comprimido|pastilla|ampolla|dosis|hora|litro|cajetilla|paquete|tableta|vial)(?!\p{L}))/giu,
      () => 'half a',
      adverb,
    ],
    [/(?<!\p{L})a (?:la )?mitad de (?:la )?dosis(?!\p{L})/giu, () => 'at half the dose', adverb],
    [/(?<=^[\s"“«(-]*)toma(?= (?!(?:de|del)(?!\p{L}))\p{L})/giu, () => 'takes', adverb],
    small('cada', aFigure, 'every'),
    small('por debajo de', aFigure, 'below'),
    small('por encima de', aFigure, 'above'),
    [/(?<!\p{L})a la mitad(?! de)(?!\p{L})/giu, () => 'by half', adverb],
  ],
}

/* Denials an engine turns round: `ninguno` into any, `nadie` into anybody. */

const denials: Record<Language, readonly Rule[]> = {
  en: [[new RegExp(String.raw`(?<=^[\s"“«(-]*|[,;:(] )no${absence}`, 'giu'), () => 'sin', preposition]],
  es: [
    [/(?<=^[\s"“«(-]*)ningun[oa] de(?=(?: |l )\p{L})/giu, () => 'none of', adverb],
    [/(?<=^[\s"“«(-]*)ning[uú]n[oa]?(?= \p{Ll})(?! (?:de|del)(?!\p{L}))/giu, () => 'no', adverb],
    [/(?<=^[\s"“«(-]*)nadie(?= \p{Ll})/giu, () => 'nobody', adverb],
    [/(?<=[,;] )no(?= (?:\d|(?:en|a|al|con|de|del|por|el|la|los|las)(?!\p{L})))/giu, () => 'not', adverb],
    [/(?<=^[\s"“«(-]*)nada(?= (?:por|de|en|hasta|para)(?!\p{L}))/giu, () => 'nothing', adverb],
    // Behind a denied verb it denies nothing more.
    [
      /(?<=(?<!\p{L})(?:no|nunca|ni|sin)(?: \p{L}+){1,3} )nada(?= (?:por|de|en|más|hasta|para|desde)(?!\p{L})|[,.;]|$)/giu,
      () => 'anything',
      adverb,
    ],
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
    ...ordersIn(sentence, from).map((order) => ({ ...order, target: inCaseOf(sentence.slice(order.start), order.target), kind: adverb })),
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

const inCaseOf = (source: string, target: string) => (/^\p{Lu}/u.test(source) ? target.charAt(0).toUpperCase() + target.slice(1) : target)
