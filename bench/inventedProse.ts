import { isPlace, know } from '#deidentify/dictionaries.ts'
import { fold } from '#deidentify/fold.ts'
import type { Language } from '#deidentify/Identifier.ts'
import type { GoldSpan } from '#deidentify/score.ts'
import { type Chance, seededChance } from './chance.ts'

/** A short case in running prose with invented people, places and numbers, marked; no name of a person is in any dictionary. */
export interface InventedText {
  readonly lang: Language
  readonly text: string
  readonly spans: readonly GoldSpan[]
}

/** Names are put together from syllables in the manner of several languages, and dropped when any list has them. */
const parts = {
  en: {
    given: [
      ['Ty', 'Bra', 'Ke', 'Lor', 'Jae', 'Shan', 'Mar', 'Dev', 'Ash', 'Cal', 'Wyn', 'Thad', 'Oli', 'Ro', 'Zan'],
      ['vell', 'lyn', 'dra', 'rick', 'mond', 'wena', 'tha', 'vin', 'lee', 'ston', 'ric', 'elle', 'iah', 'onna'],
    ],
    family: [
      ['Ash', 'Bram', 'Thorn', 'Quill', 'Mac', 'Pem', 'Hol', 'Strat', 'Fen', 'Okon', 'Adi', 'Vuk', 'Szy', 'Rau', 'Bhat', 'Nguru'],
      ['wick', 'combe', 'stead', 'kwo', 'bayo', 'ovitz', 'mander', 'lund', 'ridge', 'tacharya', 'forth', 'by', 'croft', 'owe', 'leigh'],
    ],
  },
  es: {
    given: [
      ['Yul', 'Mai', 'Eli', 'Osv', 'Leo', 'Naz', 'Ari', 'Jaz', 'Ber', 'Wil', 'Dar', 'Xim', 'Itz', 'Fló'],
      ['imar', 'delys', 'sandra', 'aldo', 'nelva', 'aret', 'anel', 'mín', 'tila', 'fredo', 'ivia', 'orena', 'ael', 'inda'],
    ],
    family: [
      ['Ara', 'Etxe', 'Urru', 'Zald', 'Mon', 'Lla', 'Bas', 'Cor', 'Quin', 'Huer', 'Tol', 'Gala', 'Sarr', 'Ibar'],
      [
        'tegi',
        'berrieta',
        'íbar',
        'uendo',
        'tánchez',
        'vadores',
        'ñares',
        'gorri',
        'illero',
        'tagoitia',
        'ondo',
        'drejo',
        'ategui',
        'ubia',
      ],
    ],
  },
} as const

const inAnyList = (word: string): boolean => {
  const folded = fold(word)
  return (
    isPlace(folded) ||
    (['en', 'es'] as const).some((language) => {
      const { isGiven, isSurname, isEveryday, isEponym } = know(language)(folded)
      return isGiven || isSurname || isEveryday || isEponym
    })
  )
}

const invented = (
  chance: Chance,
  [heads, tails]: readonly [readonly string[], readonly string[]] | readonly (readonly string[])[],
): string => {
  for (;;) {
    const word = `${chance.pick(heads ?? [])}${chance.pick(tails ?? [])}`
    if (!inAnyList(word)) return word
  }
}

/** `<kind:what>` stands for something invented. The finders were made with these sentences at hand. */
const known: Readonly<Record<Language, readonly string[]>> = {
  en: [
    '<name:full> was brought in by ambulance.',
    '<name:full>, a 54-year-old teacher, came with chest pain.',
    'I reviewed Mr <name:family> again on the ward.',
    'She lives with her daughter <name:given> and two cats.',
    'The patient, <name:full>, denies fever.',
    'A 61-year-old man, <name:short>, was admitted on <date:long>.',
    'This concerns a 34-year-old woman named <name:given>.',
    'Dr <name:family> advised surgery.',
    'We discussed the scan with <name:full> (consultant surgeon).',
    '<name:given> said the pain woke her at night.',
    '<name:full> presented with fever after a trip.',
    'According to <name:full>, nothing had changed.',
    'His wife, <name:given>, noticed the weakness first.',
    "<name:full>'s blood pressure settled without treatment.",
    'Pt <name:lower>, 44m, w/ palpitations.',
    'Her brother <name:full> has the same mutation.',
    '<name:family>, <name:given> was seen in clinic.',
    'Please contact <name:full> on <phone:long>.',
    'Consent was given by her son <name:given>.',
    'We saw a patient like <name:full> last year.',
    'Nurse <name:family> removed the drain.',
    'Many thanks for your letter about <name:full>.',
    'Mrs <name:family> has been off her food.',
    'When I rang, <name:given> was already asleep.',
    'The mother of <name:full> asked for a second opinion.',
    'In <name:full> we found the same lesion.',
    'Her partner <name:given> does the dressings.',
    'Sadly <name:full> died at home.',
    'Theatre list: <name:full> (72, left hip), then two more.',
    'I had a long talk with <name:given> and her sister.',
    'Mr <name:family> smokes ten a day.',
    '<name:full> will be seen again in six weeks.',
    'His neighbour, Ms <name:family>, called the ambulance.',
    'The registrar, Dr <name:full>, agreed.',
    'Please add <name:full> to the transplant list.',
    'My patient <name:given> is a keen swimmer.',
    'Biopsy of <name:full> reported as benign.',
    'Today <name:full> is much brighter and eating.',
    'We are grateful to <name:full> for allowing us to share this.',
    'On the third day <name:family> pulled out his cannula.',
    'Her sister-in-law <name:given> is the next of kin.',
    'Referral for <name:full>, date of birth withheld.',
    'Dear <name:given>, your results are back.',
    'The boy, <name:given>, would not let go of his father.',
    '<name:full> and his wife agreed to palliative care.',
    'Mr and Mrs <name:family> were told the diagnosis.',
    'Handover: <name:full>, bed 12, post-op day 2.',
    'Message left for <name:full> to ring the ward.',
    'Miss <name:family> could not lift her arm.',
    'The donor, <name:full>, recovered well.',
    'Dr <name:full> kindly reviewed the slides.',
    'Yesterday <name:full> walked to the bathroom unaided.',
    'The photograph was taken by <name:full>, her niece.',
    'Her late husband <name:given> had the same cough.',
    'Professor <name:family> disagreed with the plan.',
    'Two of us turned <name:given> every four hours.',
    'The appointment for <name:full> was missed twice.',
    '<name:full> (DNACPR in place) deteriorated overnight.',
    'Our thanks go to <name:full> and her family.',
    'Mrs <name:family> and her son understood the risks.',
    'I will phone <name:full> with the result.',
    'The midwife, <name:given>, found no heartbeat.',
    'Is <name:full> fit for surgery?',
  ],
  es: [
    '<name:full> acudió acompañada de su hermana.',
    '<name:full>, profesora de 54 años, consulta por dolor torácico.',
    'Revisamos de nuevo al Sr. <name:family> en planta.',
    'Vive con su hija <name:given> y dos gatos.',
    'La paciente, <name:full>, niega fiebre.',
    'Varón de 61 años, <name:full>, que ingresó el <date:long>.',
    'Se trata de una mujer de 34 años llamada <name:given>.',
    'La Dra. <name:family> aconsejó cirugía.',
    'Comentamos la prueba con <name:full> (cirujana adjunta).',
    '<name:given> refiere que el dolor la despierta por la noche.',
    '<name:full> presentó fiebre tras un viaje.',
    'Según <name:full>, nada había cambiado.',
    'Su mujer, <name:given>, notó primero la debilidad.',
    'La tensión de <name:full> se normalizó sin tratamiento.',
    'Pte <name:lower>, 44a, con palpitaciones.',
    'Su hermano <name:full> tiene la misma mutación.',
    '<name:family>, <name:given> fue vista en consulta.',
    'Avisar a <name:full> en el <phone:long>.',
    'Firmó el consentimiento su hijo <name:given>.',
    'Vimos a don <name:given> el año pasado.',
    'Le atendió la enfermera <name:full>.',
    'Muchas gracias por su carta sobre <name:full>.',
    'La Sra. <name:family> lleva días sin comer.',
    'Cuando llamé, <name:given> ya dormía.',
    'La madre de <name:full> pidió una segunda opinión.',
    'En <name:full> encontramos la misma lesión.',
    'Su pareja <name:given> le hace las curas.',
    'Por desgracia <name:full> murió en casa.',
    'Parte de quirófano: <name:full> (72, cadera izquierda) y dos más.',
    'Hablé largo rato con <name:given> y su hermana.',
    'El Sr. <name:family> fuma diez al día.',
    '<name:full> volverá dentro de seis semanas.',
    'Su vecina, doña <name:given>, llamó a la ambulancia.',
    'El residente, el Dr. <name:full>, estuvo de acuerdo.',
    'Hay que incluir a <name:full> en la lista de trasplante.',
    'Mi paciente <name:given> nada mucho.',
    'La biopsia de <name:full> fue benigna.',
    'Hoy <name:full> está mucho mejor y come.',
    'Agradecemos a <name:full> que nos deje compartirlo.',
    'Al tercer día <name:family> se arrancó la vía.',
    'Su cuñada <name:given> es la persona de contacto.',
    'Interconsulta por <name:full>, fecha de nacimiento omitida.',
    'Estimada <name:given>: ya tenemos sus resultados.',
    'El niño, <name:given>, no soltaba a su padre.',
    '<name:full> y su mujer aceptaron cuidados paliativos.',
    'A los señores <name:family> se les explicó el diagnóstico.',
    'Relevo: <name:full>, cama 12, segundo día de postoperatorio.',
    'Recado para <name:full>: que llame a la planta.',
    'La señorita <name:family> no podía levantar el brazo.',
    'El donante, <name:full>, se recuperó bien.',
    'El Dr. <name:full> revisó amablemente las preparaciones.',
    'Ayer <name:full> caminó hasta el baño sin ayuda.',
    'La fotografía la hizo <name:full>, su sobrina.',
    'Su difunto marido <name:given> tenía la misma tos.',
    'El profesor <name:family> no estaba conforme con el plan.',
    'Entre dos movíamos a <name:given> cada cuatro horas.',
    'La cita de <name:full> se perdió dos veces.',
    '<name:full> (orden de no reanimar) empeoró por la noche.',
    'Gracias a <name:full> y a su familia.',
    'La Sra. <name:family> y su hijo entendieron los riesgos.',
    'Telefonearé a <name:full> con el resultado.',
    'La matrona, <name:given>, no encontró latido.',
    '¿Puede operarse <name:full>?',
  ],
}

/** Written before the finders first read them, and left as they were: nothing was mended after they had been measured. */
const fresh: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Since the weekend <name:full> has been breathless.',
    'We asked <name:full> to describe the pain.',
    'The youngest, <name:given>, is well.',
    'Her solicitor, <name:full>, wants a copy.',
    'Sister <name:family> changed the dressing.',
    'No one had seen <name:given> since Friday.',
    'The consultant was <name:full>.',
    'Unlike <name:full>, she had no rash.',
    '<name:given> takes warfarin and bisoprolol.',
    'Mr <name:family> remains stable.',
    'Grandson <name:given> interpreted for us.',
    'Letter dictated by <name:full>, typed later.',
    'Thank you for referring <name:full> to us.',
    'On review <name:full> was comfortable.',
  ],
  es: [
    'Desde el fin de semana <name:full> tiene disnea.',
    'Pedimos a <name:full> que describiera el dolor.',
    'La pequeña, <name:given>, está bien.',
    'Su abogada, <name:full>, quiere una copia.',
    'Sor <name:given> cambió el apósito.',
    'Nadie había visto a <name:given> desde el viernes.',
    'La adjunta era <name:full>.',
    'A diferencia de <name:full>, no tenía exantema.',
    '<name:given> toma warfarina y bisoprolol.',
    'El Sr. <name:family> sigue estable.',
    'Su nieto <name:given> nos hizo de intérprete.',
    'Carta dictada por <name:full>, mecanografiada después.',
    'Gracias por remitirnos a <name:full>.',
    'En la revisión <name:full> estaba tranquila.',
  ],
}

/** What stays untouched between the names, as clinical texts have it. */
const fillers: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'BP was 118/76 mmHg and SpO2 97% on room air.',
    'Murphy sign was negative.',
    'Levofloxacin 500 mg daily was started.',
    'A Foley catheter was left in place for 48 h.',
    'Chest CT showed a nodule of 12 mm in the left lower lobe.',
    'There was no evidence of Wilson disease.',
    'Cultures grew Klebsiella pneumoniae.',
    'The Glasgow Coma Scale was 15.',
  ],
  es: [
    'La TA era de 118/76 mmHg y la SatO2 del 97 %.',
    'El signo de Murphy fue negativo.',
    'Se inició levofloxacino 500 mg al día.',
    'Se colocó una sonda de Foley durante 48 h.',
    'La TC de tórax mostró un nódulo de 12 mm en el lóbulo inferior izquierdo.',
    'No había criterios de enfermedad de Wilson.',
    'En los cultivos creció Klebsiella pneumoniae.',
    'La escala de coma de Glasgow era de 15.',
  ],
}

const figures = (chance: Chance, many: number): string => Array.from({ length: many }, () => String(chance.below(10))).join('')
const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
}

/** As many texts as asked, the same from the same seed. */
export const inventedProse = (many: number, seed: number, sentences: 'known' | 'fresh'): readonly InventedText[] => {
  const frames = sentences === 'known' ? known : fresh
  const chance = seededChance(seed)
  return (['en', 'es'] as const).flatMap((lang) =>
    Array.from({ length: many }, () => {
      let text = ''
      const spans: GoldSpan[] = []
      const given = invented(chance, parts[lang].given)
      const family = invented(chance, parts[lang].family)
      const say = (what: string): string => {
        const day = 1 + chance.below(28)
        switch (what) {
          case 'name:full':
            return lang === 'es' && chance.below(2) === 0 ? `${given} ${family} ${invented(chance, parts.es.family)}` : `${given} ${family}`
          case 'name:given':
            return given
          case 'name:family':
            return family
          case 'name:short':
            return `${given} ${family[0]}.`
          case 'name:lower':
            return `${given} ${family}`.toLowerCase()
          case 'date:long':
            return lang === 'en' ? `${day} ${chance.pick(months.en)} 2021` : `${day} de ${chance.pick(months.es)} de 2021`
          default:
            return lang === 'en' ? `01632 ${figures(chance, 6)}` : `6${figures(chance, 2)} ${figures(chance, 3)} ${figures(chance, 3)}`
        }
      }
      for (const frame of [chance.pick(frames[lang]), chance.pick(fillers[lang])]) {
        if (text !== '') text += ' '
        let at = 0
        for (const slot of frame.matchAll(/<(\w+):(\w+)>/g)) {
          text += frame.slice(at, slot.index)
          const words = say(`${slot[1]}:${slot[2]}`)
          spans.push({ start: text.length, end: text.length + words.length, label: frame, must: true })
          text += words
          at = slot.index + slot[0].length
        }
        text += frame.slice(at)
      }
      return { lang, text, spans }
    }),
  )
}
