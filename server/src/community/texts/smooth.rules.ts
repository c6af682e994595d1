import type { Language } from './Translator.ts'

type Rule = readonly [RegExp, string | ((found: string, ...groups: string[]) => string)]

const states: Readonly<Record<string, string>> = {
  es: 'está',
  son: 'están',
  era: 'estaba',
  eran: 'estaban',
  fue: 'estuvo',
  fueron: 'estuvieron',
  ser: 'estar',
  sido: 'estado',
}
/** What is waited for is no fact yet. */
const wished: Readonly<Record<string, string>> = {
  tiene: 'tenga',
  tienen: 'tengan',
  es: 'sea',
  son: 'sean',
  está: 'esté',
  están: 'estén',
  hay: 'haya',
  puede: 'pueda',
  come: 'coma',
  tolera: 'tolere',
  mejora: 'mejore',
  empeora: 'empeore',
  vuelve: 'vuelva',
  acuerda: 'esté de acuerdo',
  llega: 'llegue',
  resuelve: 'se resuelva',
  baja: 'baje',
  sube: 'suba',
  necesita: 'necesite',
}
const passing = [
  'afebril(?:es)?|febril(?:es)?|estables?|inestables?|conscientes?|inconscientes?|alertas?|somnolient[oa]s?|confus[oa]s?|agitad[oa]s?|tranquil[oa]s?',
  'por (?:debajo|encima)|cómod[oa]s?|asintomátic[oa]s?|pálid[oa]s?|cianótic[oa]s?|taquicárdic[oa]s?|bradicárdic[oa]s?|hipotens[oa]s?|despiert[oa]s?|dormid[oa]s?|orientad[oa]s?',
  'desorientad[oa]s?|deshidratad[oa]s?|embarazadas?|ausentes?|presentes?|enferm[oa]s?|despertables?|bien|mejor|peor|de vuelta|(?!cuando)\\p{L}+[aei]ndo|sin (?:dolor|fiebre|oxígeno)',
].join('|')

/** What a transfer engine says by habit and no colleague would write. */
const rules: Record<Language, readonly Rule[]> = {
  es: [
    // How somebody is, not what: Spanish has a verb for each.
    ...Object.entries(states).map(
      ([be, isNow]): Rule => [
        new RegExp(
          `(?<!\\p{L})${be}(?= (?:(?:muy|más|aún|todavía|ya|bastante|algo|${'\\p{L}+mente'}) )*(?:${passing})(?!\\p{L})| (?:con|sin) (?!\\p{L}+ci[oó]n))`,
          'giu',
        ),
        isNow,
      ],
    ),
    [/(?<!\p{L})(hasta|desde|para|antes de|después de)(?= (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?!\p{L}))/giu, '$1 el'],
    [/(?<!\p{L})[Ee]n (?=(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?!\p{L}))/gu, 'el '],
    [
      /(?<!\p{L})(l|un)a(?= alta(?: (?:médica|hospitalaria|precoz|temprana|tardía|voluntaria|a domicilio|y|o|si|con|sin|hasta|tras|para|hoy|mañana|es|fue|se)(?!\p{L})|[.,;:)]|$))/giu,
      (_: string, article: string) => (article.toLowerCase() === 'l' ? 'el' : article),
    ],
    [/(?<!\p{L})([Ee])ncima (?=(?!del?(?!\p{L}))\p{L})/gu, (_: string, first: string) => (first === 'E' ? 'Con ' : 'con ')],
    [/(?<!\p{L})([Tt])ampoco (?=[^.;,?]{1,60} ni )/gu, (_: string, first: string) => (first === 'T' ? 'Ni ' : 'ni ')],
    [
      new RegExp(
        `(?<!\\p{L})((?:a no ser que|salvo que|antes de que|hasta que|una vez que) (?:(?:el|la|los|las|su|sus) \\p{L}+ )?)(${Object.keys(wished).join('|')})(?!\\p{L})`,
        'giu',
      ),
      (_: string, before: string, verb: string) => before + wished[verb.toLowerCase()],
    ],
    // Behind its verb a denial needs another before it.
    [
      /(?<!(?<!\p{L})(?:no|ni|nunca|sin|tampoco|nadie|se|le|les|me|lo|la|los|las) )(?<!\p{L})(tiene|tienen|tuvo|tuvieron|tenía|tenían|hay|hubo|había|presenta|presentan|presentó|presentaron|muestra|muestran|mostró|mostraron)(?= (?:también |todavía |aún )?ning[uú]n)/giu,
      'no $1',
    ],
    [/(?<!\p{L})pasa(n?) frío/giu, 'está$1 frío'],
    [/(?<!\p{L})(antes|después) de alta(?!\p{L})/giu, '$1 del alta'],
    // The passive of an event, not of a state.
    [/(?<!\p{L})(?:estuvo|era)(?= (?:\p{L}+mente )?\p{L}{2,}[aiís][dt][oa](?!\p{L})| dad[oa](?!\p{L}))/giu, 'fue'],
    [/(?<!\p{L})(?:estuvieron|eran)(?= (?:\p{L}+mente )?\p{L}{2,}[aiís][dt][oa]s(?!\p{L})| dad[oa]s(?!\p{L}))/giu, 'fueron'],
    [/(?<!\p{L})y(?= h?i(?![aeouáéóú]))/gu, 'e'],
    [/(?<!\p{L})o(?= h?[oó])/gu, 'u'],
    [/(?<!\p{L})de el(?= \p{Ll})/gu, 'del'],
    [/(?<!\p{L})a el(?= \p{Ll})/gu, 'al'],
  ],
  ca: [
    [/(?<!\p{L})de el(?= \p{Ll})/gu, 'del'],
    [/(?<!\p{L})a el(?= \p{Ll})/gu, 'al'],
  ],
  en: [
    // Whoever writes of a patient leaves out who it is; `it` would be a thing.
    [
      /(?<=^[\s"“«(-]*|[,;:] |(?<!\p{L})(?:and|but|or) )it (?=(?:does not |did not |has not |has |had |was |is |has been |is not |was not )?(?:remains |already |still |currently )?(?:denies|denied|deny|refers|referred|reports?|reported|complains|complained|vomits|vomited|eats|eaten|drinks|drunk|urinates|urinated|sleeps|slept|walks|walked|tolerates|tolerated|tolerate|smokes|smoked|lives|lived|works|worked|suffers|suffered|takes|attends|attended|consults|consulted|admitted|discharged|transferred|intubated|extubated|operated|hospitalised|hospitalized|diagnosed|vaccinated|afebrile|febrile|awake|conscious|unconscious|oriented|asleep|drowsy|stable|unstable|asymptomatic|pregnant|allergic|diabetic|hypertensive|sedated|confused|agitated|dyspnoeic|dyspneic|tachycardic|hypotensive|cyanotic|pale|fasting)(?!\p{L}))/giu,
      '',
    ],
    [/(?<=^[\s"“«(-]*)it (?=(?:has|had) (?!(?:been|to|not been|no sense|sense)(?!\p{L})))/giu, ''],
    [
      /(?<=^[\s"“«(]*)it (was|were) (\p{L}+ed) the (\p{L}+(?: \p{L}+)?)(?= (?:by|for|due|on|at|in|since|after|before|because|and)(?!\p{L})|[.,;]|$)/giu,
      'The $3 $1 $2',
    ],
    [/(?<!\p{L})(wants?|wanted) to (?=(?:more|any|a|an|the|no|this|that|her|his|another|\d+)(?!\p{L}))/giu, '$1 '],
    [/(?<!\p{L})(neither (?:(?!neither)[^.;:]){1,80}?) neither(?!\p{L})/giu, '$1 nor'],
    [/(?<!\p{L})diagnosed of(?!\p{L})/giu, 'diagnosed with'],
    [/(?<!\p{L})others (?=[\d\uE000-\uF8FF])/gu, 'another '],
    [/(?<!\p{L})(lower|less|greater|higher|bigger|smaller|more) of (?=(?:[<>≤≥~] ?)?[\d\uE000-\uF8FF])/giu, '$1 than '],
    [
      /(?<!\p{L})((?:when|once|until|before|if) it) (tolerate|improve|arrive|require|agree|authorise|authorize|urinate|decrease|increase)(?!\p{L})/giu,
      '$1 $2s',
    ],
    [/(?<![\p{L}\d])([Aa]) (?=(?!STEMI|SARS|MERS|HELLP|NICU|SICU|MICU|LASIK|RAST|SIRS)[AEFHILMNORSX][A-Z\d])/gu, '$1n '],
    [/(?<!\p{L})(before|after|until|on|at|upon|prior to) the (?=discharge(?!\p{L}))/giu, '$1 '],
    // What Spanish says of a figure: `es de 7,8`.
    [/(?<!\p{L})(is|was|are|were) of(?= (?:[<>≤≥~±] ?)?\d)/gu, '$1'],
    [/(?<![\p{L}\d])(a|(?<=^|[.:!?] )A)(?= (?:[aeio]|u(?!ni|se|su|ro|re|te|ti)|h(?:our|onest)))/gu, '$1n'],
    [/(?<![\p{L}\d])([Aa])n(?= (?:[bcdfgjklmnpqrstvwxyz]|uni|use|uro|ure|ute))/gu, '$1'],
  ],
}

/** Words that changed places leave the blank between them before a sign: it goes, unless the author left one before that sign too. */
const closedUp = (translated: string, source: string): string =>
  translated.replace(/(?<=\S) +([.,;:!?)])(?=\s|$)/gu, (blank, sign: string) => (source.includes(` ${sign}`) ? blank : sign))

/** A word that fell away leaves two blanks. */
const single = (translated: string, source: string): string => (/ {2}/.test(source) ? translated : translated.replace(/ {2,}/g, ' '))

/** Mends a translated sentence: its question marks, its joints, its blanks. */
export function smoothed(translated: string, source: string, to: Language): string {
  let text = rules[to].reduce(
    (said, [pattern, better]) => said.replace(pattern, better as string),
    closedUp(single(translated.trim(), source), source),
  )
  if (to === 'es' && /\?\W*$/.test(text) && !text.includes('¿') && (text.match(/[.!?](?=\s)/g) ?? []).length === 0) text = `¿${text}`
  if (to === 'es' && !text.includes('?')) text = text.replace(/(?<!\p{L})([Cc])uándo(?!\p{L})/gu, '$1uando')
  if (to === 'en') text = text.replace(/[¿¡]/g, '')
  return text
}
