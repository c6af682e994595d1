import { isMedical, isPlace, isWordOf } from '../dictionaries.ts'
import { fold } from '../fold.ts'
import type { Hit } from '../Identifier.ts'
import type { Word } from '../Word.ts'
import { isCountry } from '../words/countries.ts'
import { eponymHeads, eponymNouns } from '../words/eponyms.ts'
import { facilityNeedsPlace, knownFacilities } from '../words/facilities.ts'
import { isUnlisted } from './isUnlisted.ts'
import type { Reading } from './Reading.ts'

const C = "\\p{Lu}[\\p{L}\\p{M}']*"
const spanishConnector = "(?:de|del|de la|de los|de las|la|las|los|el|y|i|d'|e|de l')"

/** English words of which a house of medicine's name ends. */
const englishHouse =
  "(?:Hospitals?|Hosp\\b\\.?|Clinics?|Medical (?:Center|Centre|Group|Practice|Office)|Med(?:ical)?\\.? (?:Center|Ctr|Centre)\\.?|Infirmary|Surgery|Nursing Home|Care Home|Hospice|Health ?(?:Care|Center|Centre|System|Clinic)|Healthcare|Health\\b|Heart (?:Institute|Center|Hospital)|Cancer (?:Center|Centre|Institute)|Oncology (?:Center|Centre)|(?:Eye|Pain|Trauma|Rehabilitation|Rehab|Women's|Children's|Community|Urgent Care|Dialysis|Imaging|Sleep|Surgical|Primary Care|Family|Burn|Stroke|Diagnostic) (?:Center|Centre|Clinic|Hospital|Institute|Unit|Health)|Institute|Memorial|General\\b|Sanatorium|Asylum|Residence|Retirement Home|Assisted Living|Care Cent(?:er|re)|Medical\\b|Med\\b|Regional\\b|VA\\b|Manor|Lodge|Court|House|(?:Cardiology|Surgical|Medical|Orthop(?:a)?edic|Radiology|Dental|Eye|Family|Heart|Women's) Associates|(?:Primary|High|Secondary|Elementary|Grammar|Middle) School|Prison|Jail|Barracks)"
const plainHouse =
  /^(?:Hospital|Hospitals|Clinic|Clinics|Medical|Health|General|Memorial|Institute|Surgery|Med|Regional|House|Court|Lodge|Manor|VA)$/
const spanishHouse =
  '(?:Hospital|Hospitales|Hopital|Complexo Hospitalario|Hosp\\.|H\\. ?[UGC]\\.(?= ?\\p{Lu})|Cl[ií]nica|Cl[ií]nic\\b|Policl[ií]nic[ao]|Centro (?:de Salud|M[ée]dico|Hospitalario|Sanitario|de Especialidades|de Rehabilitaci[óo]n|de Di[áa]lisis|Oncol[óo]gico|de Atenci[óo]n Primaria|de D[ií]a|Sociosanitario|Geri[áa]trico)|CS|CAP|C\\.S\\.|Complejo (?:Hospitalario|Asistencial)|Sanatorio|Residencia|Ambulatorio|Consultorio|Dispensario|Maternidad|Instituto|Institut|Fundaci[óo]n|Consorci|Consorcio|Corporaci[óo]|Xarxa|Mutua|Geri[áa]trico|Asilo|Centro Penitenciario|Colegio(?! (?:Oficial|Americano|Europeo|Real|de (?:M[ée]dicos|Farmac|Enferm)))(?= (?:de |del |de la )?\\p{Lu})|UMAE|Unidad M[ée]dica Familiar)'

const medicalBefore = new Set(
  `department division general plastic cardiac vascular thoracic oral spinal orthopaedic orthopedic paediatric pediatric emergency internal mental public world national occupational primary global environmental women's children's sexual home day eye dental cancer heart lung liver kidney skin breast brain tertiary university teaching district local regional community rural
  private referral state county provincial military urban academic secondary central the our this that another other same any his her my their outside nearest peripheral psychiatric maternity pre post outpatient inpatient in out and or of for after before during elective bariatric robotic endoscopic laparoscopic refractive cataract ophthalmic aesthetic cosmetic reconstructive
  minor major open revision decompression redo`.split(/\s+/),
)

const usState =
  '(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|BC|ON|QC|AB|MB|SK|NS|NB|NL|PE|NSW|VIC|QLD)'
const stateNames =
  '(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia)'

const stateAfter = new RegExp(`^,? (?:${usState}(?![\\p{L}])|${stateNames})(?:,? \\d{5}(?:-\\d{4})?)?|^, ${usState}(?![\\p{L}])`, 'u')

const before = {
  en: /(?:\b(?:in|from|at|near|outside|to|of|around|outskirts of|visiting|visited|via|our|for) (?:the )?(?:town of |city of |village of |suburb of )?|, )$/i,
  es: /(?:(?<!\p{L})(?:en|de|desde|a|hacia|por|cerca de|junto a|hasta|para|entre) |, |\()(?:la (?:localidad|ciudad|villa|aldea|provincia|comarca|isla) de |el (?:pueblo|municipio|barrio) de |el |la |los |las )?$/iu,
}

const lives = {
  en: new RegExp(
    `(?<![\\p{L}])(?:(?:[Ll]ives?|[Ll]iving|[Ff]arms?|[Mm]oved|[Hh]olidays?|[Rr]eturn(?:ed)?|[Tt]rip|[Tt]ravelled|[Vv]isited)(?: \\p{Ll}+){1,4}?|[Ll]ives?|[Ll]iving|farms|farmed|holiday|return|[Rr]eturned|resid(?:es|ed|ing|ent)|born|raised|moved|relocated|travelled|traveled|farm|based|works? [^.,;\\n]{0,45}?|worked [^.,;\\n]{0,45}?|worker|native|came|comes|drove|walked|flew|commut(?:es|ed)|travels|driven|brought|airlifted|escorted|originally|hails|grew up|brought up|sent|transferred|referred|flown|shop|school|village|town|city|prison|mine|vet|teacher|mayor|priest|butcher|baker|doctor|midwife|farmer|postman|shepherd|pharmacist|fisherman|blacksmith|carpenter|curate|rector)(?: up)? (?:in|from|near|at|of|to|outside)(?: the (?:town|village|city|hamlet|suburb) of| the)? ((?:St\\.? )?${C}(?:[ -](?:(?:of|on|the|upon|de|la|el|los|las|del|le)[ -])*${C}){0,3})`,
    'gu',
  ),
  es: new RegExp(
    `(?<![\\p{L}])(?:viv(?:e|[ií]a|en|ido|iendo)|resid(?:e|[ií]a|ente)|natural|nacid[oa]|naci[óo]|procedente|originari[oa]|vecin[oa]|oriund[oa]|se crio|traslad(?:ado|ada|ó)|trabaj(?:a|aba|ó)[^.,;\\n]{0,50}?|domiciliad[oa]|remitid[oa]|derivad[oa]|alcalde|alcaldesa|p[áa]rroco|cura|pueblo|localidad|municipio|aldea|ciudad|villa|barrio|granja|finca|prisi[óo]n|c[áa]rcel|escuela|colegio|vino|vinieron|lleg[óo]|viene|acude|acudi[óo] andando|desplazad[oa]|veterinari[oa]|farmac[ée]utic[oa]|maestr[oa]|panader[oa]|comarca|mina|puerto|estaci[óo]n|feria|fiestas|romer[ií]a|[Vv]eranean?|[Vv]olver|[Vv]uelto|[Vv]olvi[óo]|afueras|[Ee]studia|viaje|[Vv]ive(?: \\p{Ll}+){1,5}?|[Rr]eside(?: \\p{Ll}+){1,4}?) (?:de|en|a|desde|cerca de)(?: la localidad de| el pueblo de| la ciudad de)? ((?:El |La |Los |Las |L'|O |A )?${C}(?:[ -](?:${spanishConnector}[ -])*${C}){0,3})`,
    'gu',
  ),
}

/** Stages and scores are named after towns. */
const classification =
  /(?<!\p{L})(?:stages?|estadio|criteri(?:a|os?)|classification|clasificaci[óo]n|score|grade|grado|scale|escala|model|modelo)[^.;\n]*$/iu

/** One word that no list has is a place after these. */
const where = {
  en: /(?<!\p{L})(?:in|from|near|outside|around|visiting|travell?ing to|moved to|holiday(?:ing)? (?:in|at)) $/iu,
  es: /(?<!\p{L})(?:en|desde|hacia|cerca de|(?:es|era|son|somos) de|mud[óo] a|march[óo] a|emigr[óo] a|viaj[óo] a|farmacia de|bar de|cartero de|pastor de|tienda de|iglesia de|mercado de|playa de|ayuntamiento de|herrero de|guardia de) $/iu,
} as const
const afterPlace =
  /^(?:[.,;:)\n]|$| (?:with|when|where|who|and|last|this|for|on|after|before|since|rang|called|closed|con|cuando|donde|que|y|hace|el|la|desde|tras|llam[óo]|cerr[óo]|empez[óo])(?!\p{L}))/u
const afterAddress =
  /(?:[Cc]alle|[Cc]\/|[Aa]venida|[Aa]vda\.?|[Pp]laza|[Pp]aseo|Lane|Road|Street|Avenue|Close|Drive|Cottage|House|Farm|Terrace) ?[^.;\n]{0,40}, $/u
const likeSubstance =
  /(?:ide|ate|ato|ic|ico|ica|ine|one|ona|in|ina|phil|al|um|us|is|ii|ae|ol|ole|ase|asa|osis|itis|emia|oma|ia|ium|ox|ix|il|yces|ella|virus|coccus|bacter)$/

/** Typed in a hurry: a town in small letters where somebody lives. */
const livesSmall = {
  en: /(?<!\p{L})(?:lives? in|living in|born in|resid(?:es|ing) in|resident (?:in|of)|moved (?:here )?from|comes from) (\p{Ll}{4,}(?: \p{Ll}+){0,3})/gu,
  es: /(?<!\p{L})(?:natural de|nacid[oa] en|vive en|reside en|residente en|vecin[oa] de|procedente de|oriund[oa] de) (\p{Ll}{4,}(?: \p{Ll}+){0,3})/gu,
} as const

const footer = /^(?:remitid[oa] por|responsable cl[ií]nico|correspondencia|direcci[óo]n)/i

/** Where the address of a sender is written: after a postcode, before a country, in the line that says who refers. */
const inFooter = (text: string, start: number, end: number): boolean => {
  if (/(?<!\d)\d{5}[ .,)-]{1,4}$/.test(text.slice(Math.max(0, start - 10), start))) return true
  if (
    /^[.,]{0,2} ?\(?(?:Espa[ñn]a|Spain|Argentina|M[ée]xico|Chile|Colombia|Cuba|Per[úu]|Venezuela|Uruguay|U\.?S\.?A|UK\b)/.test(
      text.slice(end, end + 14),
    )
  )
    return true
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start)
  return footer.test(line) && /(?:[.,\d)-]|\(|\bde) $|\($/.test(line)
}

const inFooterLine = (text: string, at: number): boolean => {
  const start = text.lastIndexOf('\n', at) + 1
  return footer.test(text.slice(start, start + 30))
}

const startsPlace = (words: readonly Word[], from: number): boolean =>
  [1, 2, 3, 4].some((length) => {
    const name = words
      .slice(from, from + length)
      .map(({ folded }) => folded)
      .join(' ')
    return isPlace(name) || provinces.has(name)
  })

/** Provinces and regions, which hold fewer people than a state does. */
const provinces = new Set(
  `alava albacete alicante almeria asturias avila badajoz baleares barcelona burgos caceres cadiz cantabria castellon ciudad real cordoba cuenca girona gerona granada guadalajara guipuzcoa gipuzkoa huelva huesca jaen la rioja las palmas leon lleida lerida lugo malaga murcia navarra orense ourense palencia pontevedra salamanca segovia sevilla soria tarragona tenerife teruel toledo valencia valladolid vizcaya bizkaia zamora zaragoza
  andalucia aragon cataluna catalunya galicia extremadura canarias madrid euskadi mallorca menorca ibiza gran canaria lanzarote fuerteventura la palma la gomera el hierro cornwall devon kent essex surrey sussex yorkshire lancashire norfolk suffolk cumbria dorset somerset merseyside tyrone antrim kerry galway donegal mayo sligo`
    .split(/\s+/)
    .concat(
      'la coruna',
      'capital federal',
      'santiago de chile',
      'distrito federal',
      'ciudad real',
      'la rioja',
      'las palmas',
      'gran canaria',
      'la palma',
      'la gomera',
      'el hierro',
      'pais vasco',
      'castilla la mancha',
      'castilla y leon',
      'comunidad valenciana',
      'islas canarias',
      'islas baleares',
    )
    .filter(
      (name) => !['ciudad', 'real', 'la', 'las', 'el', 'gran', 'hierro', 'palma', 'canaria', 'rioja', 'palmas', 'gomera'].includes(name),
    ),
)

const notPlaces = new Set(
  'urgencias uci ucip unidad servicio hospital clinica centro consulta planta cirugia medicina urologia pediatria nefrologia cardiologia neurologia oncologia icu er ed ward emergency department intensive care unit the our a an she he his her this january february march april may june july august september october november december enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado domingo monday tuesday wednesday thursday friday saturday sunday atencion primaria otorrinolaringologia rehabilitacion anestesia dermatologia oftalmologia traumatologia ginecologia psiquiatria radiologia hematologia neumologia endocrinologia reumatologia digestivo down turner'.split(
    ' ',
  ),
)

/** Finds towns and quarters, by the gazetteer and by what is said around them. */
export const findPlaces = (reading: Reading): Hit[] => {
  const { text, language, words, inSmall, know } = reading
  const hits: Hit[] = []
  const withState = (end: number): number => {
    const after = stateAfter.exec(text.slice(end))
    return after ? end + after[0].length : end
  }
  for (let index = 0; index < words.length; index += 1) {
    const first = words[index] as Word
    const small = first.shape === 'lower'
    if (small && !/^(?:el|la|los|las|l'\p{L}+|d'\p{L}+)$/u.test(first.folded)) continue
    if (first.shape === 'initial') continue
    for (let length = Math.min(6, words.length - index); length >= 1; length -= 1) {
      const last = words[index + length - 1] as Word
      if (last.shape === 'lower' || (small && length === 1)) continue
      const source = text.slice(first.start, last.end)
      if (source.includes('\n') || /[,;:()]|\.(?! )/.test(source)) continue
      const name = fold(source).replace(/[.-]/g, ' ').replace(/ +/g, ' ')
      if (!isPlace(name) && !provinces.has(name)) continue
      if (isCountry(name) || (length === 1 && notPlaces.has(name))) break
      // "la Cruz Roja", "el Banco de Sangre"
      if (small && /^ (?:\p{Lu}|de )/u.test(text.slice(last.end, last.end + 4))) break
      const { isGiven, isSurname, isCommon: isUsed, isEponym } = know(first.folded)
      // Mombasa ends as an enzyme does.
      const isCommon = isUsed && !(isMedical(first.folded) && !isWordOf(language, first.folded))
      const isFooter = inFooter(text, first.start, last.end)
      const isAsked = isFooter || before[language].test(text.slice(Math.max(0, first.start - 40), first.start))
      const stated = withState(last.end)
      const next = /^[ -]*(?:'s )?$/.test(last.gap) ? (words[index + length]?.folded ?? '') : ''
      const preceding = /^ *$/.test(words[index - 1]?.gap ?? '') ? (words[index - 1]?.folded ?? '') : ''
      const isHead =
        eponymNouns.has(next) ||
        eponymHeads.has(preceding) ||
        (/^(?:de|del|d)$/.test(preceding) && eponymHeads.has(words[index - 2]?.folded ?? ''))
      const isSystem =
        isEponym &&
        classification.test(text.slice(Math.max(0, first.start - 40), first.start)) &&
        /^(?:[ ,.;:)-]|$)/.test(text.slice(last.end, last.end + 1))
      if ((isHead || isSystem) && stated === last.end) break
      if (length === 1 && !(isFooter && first.text.length > 3)) {
        const ambiguous = isGiven || isSurname || isCommon || isEponym || first.text.length < 5 || first.shape === 'upper'
        const isWeak = isCommon || (first.shape === 'upper' && first.text.length < 5)
        const isWordInLanguage = language === 'es' ? first.opens && isCommon : isCommon
        if (stated === last.end && (isWeak || (first.opens && know(first.folded).isEveryday)) && !(isAsked && !isWordInLanguage)) break
        if (stated === last.end && ambiguous && !isAsked) break
        if (first.shape === 'upper' && first.text.length < 4) break
        if (
          isEponym &&
          !isFooter &&
          stated === last.end &&
          !/(?:\b(?:in|from|our|at|en|desde)) (?:the )?$/i.test(text.slice(Math.max(0, first.start - 10), first.start))
        )
          break
      }
      const house =
        language === 'en'
          ? /^ (?:clinic|office|hospital|branch|practice|surgery|ED|ER)(?!\p{L})/u.exec(text.slice(stated))?.[0].length
          : undefined
      hits.push({
        start: first.start,
        end: stated + (house ?? 0),
        kind: house ? 'facility' : 'place',
        reason: house ? 'facility' : 'known-place',
        confidence: length > 1 || isAsked ? 0.85 : 0.6,
      })
      index += length - 1
      break
    }
  }
  for (const match of text.matchAll(lives[language])) {
    const name = match[1] ?? ''
    const start = match.index + match[0].length - name.length
    const [head = ''] = fold(name).split(/[ -]/)
    const folded = fold(name)
    if (isCountry(folded) || notPlaces.has(head) || eponymNouns.has(words.find((word) => word.start > start + name.length)?.folded ?? ''))
      continue
    const { isCommon: isUsed, isGiven, isSurname, isEponym } = know(head)
    const isCommon =
      isUsed && !(isMedical(head) && !isWordOf(language, head) && head.length < 14 && !/(?:itis|osis|ology|logia|ectomy)$/.test(head))
    if (/^\p{Lu}+$/u.test(name) || (isEponym && !name.includes(' '))) continue
    if (
      isCommon &&
      !isGiven &&
      !isSurname &&
      !/^(?:fort|saint|st|port|new|old|north|south|east|west|los|las|la|el|san|santa|villa|puerto|medina|vall?|black|white|green|grand|great|little|lake|mount|rock|river|spring|long|high|oak|cedar|salt|red|blue|big)$/.test(
        head,
      )
    )
      continue
    hits.push({ start, end: withState(start + name.length), kind: 'place', reason: 'likely-place', confidence: 0.75 })
  }
  words.forEach((word, index) => {
    if (word.text.length < 4 || inSmall.has(word.folded) || !isUnlisted(reading, word) || likeSubstance.test(word.folded)) return
    const before = text.slice(Math.max(0, word.start - 60), word.start)
    const after = text.slice(word.end, word.end + 12)
    const isThere = where[language].test(before) && afterPlace.test(after) && !eponymNouns.has(words[index + 1]?.folded ?? '')
    if (isThere || (afterAddress.test(before) && /^[.,;\n]|^$/.test(after)))
      hits.push({ start: word.start, end: withState(word.end), kind: 'place', reason: 'likely-place', confidence: 0.55 })
  })
  for (const match of text.matchAll(livesSmall[language])) {
    const parts = (match[1] ?? '').split(' ')
    const start = match.index + match[0].length - (match[1] ?? '').length
    for (let length = parts.length; length > 0; length -= 1) {
      const name = parts.slice(0, length).join(' ')
      const folded = fold(name)
      const { isCommon, isEveryday } = know(folded)
      if (
        !(isPlace(folded) || provinces.has(folded)) ||
        isCountry(folded) ||
        notPlaces.has(folded) ||
        (length === 1 && (isCommon || isEveryday))
      )
        continue
      hits.push({ start, end: start + name.length, kind: 'place', reason: 'known-place', confidence: 0.7 })
      break
    }
  }
  // Postcodes.
  const codes: readonly [pattern: RegExp, confidence: number][] = [
    [
      /(?<=(?<!\p{L})(?:cp|c\.p\.|c[óo]digo postal|zip(?: code)?|postcode|post code|postal code)[ .:]*)(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]?\d{2,5}(?:[ .]?\d{1,3})?(?:-\d{3,4})?[A-Z]{0,3})(?![\p{L}\d])/giu,
      0.95,
    ],
    [/(?<![\p{L}\d.,/-])(?:E-)?(?:0[1-9]|[1-4]\d|5[0-2])\d{3}(?=[ ,.-]+(?:de )?\p{Lu}\p{Ll}{2,})(?!\.\d)/gu, language === 'es' ? 0.8 : 0],
    [/(?<![\p{L}\d])(?:[A-Z]{1,2}\d{1,2}[A-Z]?) \d[A-BD-HJLNP-UW-Z]{2}(?![\p{L}\d])/gu, 0.85],
    [/(?<![\p{L}\d])[A-CEGHJ-NPR-TVXY]\d[A-Z] \d[A-Z]\d(?![\p{L}\d])/gu, language === 'en' ? 0.8 : 0],
    [new RegExp(`(?<=\\b${usState} )\\d{5}(?:-\\d{4})?(?!\\d)`, 'gu'), 0.9],
  ]
  for (const [pattern, confidence] of codes)
    if (confidence > 0)
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].trimEnd().length
        const next = words.find(({ start }) => start >= end)
        if (pattern.source.includes('(?:E-)?') && next && !inFooterLine(text, match.index) && !startsPlace(words, words.indexOf(next)))
          continue
        hits.push({ start: match.index, end, kind: 'place', reason: 'postcode', confidence })
      }
  for (const match of text.matchAll(
    /(?<=(?<!\d)\d{5}[ ,.-]{1,3})\p{Lu}\p{Ll}{2,}(?: (?:de |del |de la |la )?(?!Tel|Fax|Correo|Tfno|Email|Espa)\p{Lu}\p{Ll}+){0,3}/gu,
  ))
    if (inFooterLine(text, match.index) && !/^(?:E-?mail|Tel|Correo|Espa)/.test(match[0]))
      hits.push({ start: match.index, end: match.index + match[0].length, kind: 'place', reason: 'likely-place', confidence: 0.6 })
  for (const match of text.matchAll(
    /(?:^|\n|\. ?)[ \t]*(?:localidad(?: ?\/ ?provincia)?|provincia|poblaci[óo]n|municipio|ciudad|town|city|county)[ \t]*:[ \t]*([^\n.:;]{2,60})/giu,
  )) {
    const name = (match[1] ?? '').trimEnd()
    const start = match.index + match[0].length - (match[1] ?? '').length
    if (name.length > 1 && !/\b(?:cp|pa[ií]s)\b/i.test(name))
      hits.push({ start, end: start + name.length, kind: 'place', reason: 'known-place', confidence: 0.9 })
  }
  return hits
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const known = new RegExp(
  `(?<![\\p{L}\\d])(${[...knownFacilities]
    .sort((one, other) => other.length - one.length)
    .map(escaped)
    .join('|')})(?![\\p{L}\\d])`,
  'gu',
)

/** After these, a capitalised name is where somebody was treated. */
const treated = {
  en: /(?:(?:admitted|transferred|referred|discharged|taken|flown|presented|brought|moved|sent|readmitted|returned)(?: back)? (?:to|from|at)|(?:seen|treated|evaluated|reviewed|assessed|checked in|operated|hospitali[sz]ed|followed(?: up)?|diagnosed|managed|surgery|visit|visited|appointment|scheduled|follow-up|admission|done|performed|procedure|consultation|stay|resident|worked up|born)(?: scheduled)? (?:at|in|by)) (?:our |the )?((?:St\.? )?\p{Lu}[\p{L}'.]*(?:[ -](?:(?:of|and|&|the|for) )?\p{Lu}[\p{L}'.]*){0,4})/gu,
  es: /(?:(?:traslad(?:ad[oa]|[óo]|ó)|ingres(?:ad[oa]|[óo]|a)|remitid[oa]|derivad[oa]|atendid[oa]|operad[oa]|intervenid[oa]|valorad[oa]|alta|seguimiento|visto|vista|hospitalizad[oa]|controlad[oa]|procedente|consulta|urgencias|tratad[oa]|nacid[oa]|naci[óo])) (?:desde|en|a|de|al|del|por)(?: el| la| los| las)? ((?:La |El |Los |Las |Sant |San |12 de )?\p{Lu}[\p{L}'.]*(?:[ -](?:(?:de|del|de la|de los|de las|la|y|i|d') )?\p{Lu}[\p{L}'.]*){0,5})/gu,
}

const afterMark =
  /(?<=[®™](?:,? ?\d[\d.,]*(?: ?(?:%|mg|ml|g))?)?[ ,;(/]{0,3})\p{Lu}[\p{L}'.]*(?:(?: ?& ?| and | y |[ -])\p{L}[\p{L}'.]+){0,4}(?=[,;)]| ?\()/gu
const stateCode = new RegExp(`^${usState}$`)
const homeland = /^(?:u\.?s\.?a\.?|ee\.? ?uu\.?|u\.?k\.?|n\.?y\.?)$/i

/** Who made a drug or a device, and where, as papers say it: "(Contour®, Boston Scientific)", "(OCT 3000, Zeiss, Dublin, CA)". */
const makersIn = (text: string): [start: number, end: number][] => {
  const found = [...text.matchAll(afterMark)].map((match): [number, number] => [match.index, match.index + match[0].length])
  for (const match of text.matchAll(/\(([^()\n]{4,140})\)/gu)) {
    const parts = [...(match[1] ?? '').matchAll(/[^,;.]+(?:\.(?! |$)[^,;.]+)*\.?/gu)]
    const last = parts.at(-1)?.[0].trim() ?? ''
    if (parts.length < 3 || !(homeland.test(last) || stateCode.test(last) || isCountry(fold(last)))) continue
    let from = parts.length - 1
    while (
      from > 0 &&
      !homeland.test((parts[from - 1]?.[0] ?? '').trim()) &&
      !isCountry(fold((parts[from - 1]?.[0] ?? '').trim())) &&
      /^ ?\p{Lu}[\p{L}&' .-]*$/u.test(parts[from - 1]?.[0] ?? '')
    )
      from -= 1
    const [first, end] = [parts[from], parts[parts.length - 2]]
    if (!first || !end || from >= parts.length - 1) continue
    const start = match.index + 1 + first.index + (first[0].length - first[0].trimStart().length)
    const until = match.index + 1 + end.index + end[0].trimEnd().length
    if (!homeland.test(text.slice(start, until))) found.push([start, until])
  }
  return found
}

const englishHouseByName = new RegExp(
  `(?<![\\p{L}\\d])((?:the )?(?:(?:St\\.?|Mt\\.?|Dr\\.?) )?(?:\\d+(?:st|nd|rd|th) )?(?:${C}\\.?(?:,? (?:and |& |of |of the |for |de |la )?|-))*?)(${englishHouse})((?: (?:of|for|in|at) (?:the )?${C}(?: ${C})*| (?:Hospitals?|Clinic|Center|Centre|Ctr|Nursing Home|Care Home|Los Angeles|Boston|ER|ED|ICU)|'s)*)(?![\\p{L}])`,
  'gu',
)
const spanishHouseByName = new RegExp(
  `(?<![\\p{L}\\d])(${spanishHouse}|(?:hospital|cl[ií]nica|residencia|centro de salud|ambulatorio|consultorio|sanatorio|instituto)(?= (?:de |del |de la |la |los |las |el )*\\p{Lu}))((?:,? ?(?:(?:de|del|la|las|los|el|y|i|d'|e|l'|do|da|of) ?){0,3}(?:\\d+ de )?(?:\\p{Lu}[\\p{L}\\p{M}'.ºª]*|"[^"\\n]{2,40}")){1,9})`,
  'gu',
)

/** Finds hospitals, practices, homes and other houses by name. */
export const findFacilities = ({ text, language, know }: Reading): Hit[] => {
  const hits: Hit[] = []
  const add = (start: number, end: number, reason: Hit['reason'], confidence: number): void => {
    hits.push({ start, end, kind: 'facility', reason, confidence })
  }
  for (const match of text.matchAll(known)) {
    const name = match[1] ?? ''
    if (
      facilityNeedsPlace.has(fold(name)) &&
      !/(?:\b(?:at|in|from|to|our|en|desde|del|a|al)(?: the| la| el)? |\()$/i.test(text.slice(Math.max(0, match.index - 12), match.index))
    )
      continue
    add(match.index, match.index + name.length, 'known-facility', 0.85)
  }
  if (language === 'en' || /Clinic|Medical Center/.test(text)) {
    for (const match of text.matchAll(englishHouseByName)) {
      const [whole, name = '', kind = '', tail = ''] = match
      const parts = name
        .trim()
        .split(/[ -]+/)
        .filter((part) => /^\p{Lu}/u.test(part))
      const isAsked =
        /\b(?:at|in|from|to|of|our|by|via) (?:the |our )?$/i.test(text.slice(Math.max(0, match.index - 12), match.index)) ||
        /^the /.test(whole)
      const isPlainKind = plainHouse.test(kind)
      const meaningful = parts.filter((part) => !medicalBefore.has(fold(part).replace(/\.$/, '')) && !neverInHouse.has(fold(part)))
      const isWhole = isAsked && (/ /.test(kind) || /^ (?:Hospitals?|Clinic|Center|Centre)/.test(tail) || kind.startsWith('Hosp'))
      if (
        !isWhole &&
        parts.length === 0 &&
        !(tail.includes('of') && /Hospital|Institute|Clinic/.test(kind)) &&
        !(isAsked && /^(?:the )?Royal|Infirmary/.test(whole))
      )
        continue
      if (!isWhole && isPlainKind && meaningful.length === 0 && !(isAsked && /Hospital|Clinic|Medical/.test(kind))) continue
      if (
        !isWhole &&
        /^(?:Surgery|House|Court|Lodge|Manor|Health|Medical|Med|General|Regional|Memorial|Institute|VA)$/.test(kind) &&
        !(
          kind === 'Surgery' &&
          meaningful.length > 0 &&
          /\b(?:at|from) (?:the )?$/.test(text.slice(Math.max(0, match.index - 10), match.index))
        ) &&
        !(isAsked && meaningful.some((part) => !isMedicalWord(know, part)))
      )
        continue
      if (/^(?:World|Public|Mental|National Institute|Global|Department)/.test(name)) continue
      // A sentence's first word is no part of a name.
      const lead = /^(?:(?:The|At|In|Our|A|An|From|This|His|Her|the(?! Royal)) )+/.exec(whole)
      add(match.index + (lead?.[0].length ?? 0), match.index + whole.length, 'facility', 0.85)
    }
  }
  for (const match of language === 'es' ? text.matchAll(spanishHouseByName) : []) {
    const name = match[2] ?? ''
    if (/^\.? ?\n/.test(name)) continue
    let end = match.index + match[0].length
    const stop = match[0].search(/\.(?= \p{Lu}|$)(?<!(?:\b\p{Lu}|Dr|Dra|Sta|Sto|Ntra|Sra|Gral|Univ|Prof)\.)/u)
    if (stop >= 0) end = match.index + stop
    // "Hospital ... , Madrid": the town is found on its own.
    const comma = text.slice(match.index, end).indexOf(',')
    if (comma > 0 && comma > (match[1] ?? '').length) end = match.index + comma
    const street =
      /(?:[ ,.]+)(?:Servicio|Departamento|Unidad(?! M[ée]dica Familiar)|Secci[óo]n|Consultas?|Avda?\b|Avenida|Calle|C\/|Plaza|Paseo|P\.?[ºo°]|Ctra|Carretera|Camino|Ronda|Edificio|Apartado|E(?=-)|Tel|Urolog[ií]a|Correo|Email)(?!\p{Ll}).*/u.exec(
        text.slice(match.index, end),
      )
    if (street) end = match.index + street.index
    if (end - match.index <= (match[1] ?? '').length || /^Cl[ií]nica y /.test(match[0])) continue
    if (/^\p{Ll}/u.test(match[0]) && !/\p{Lu}\p{Ll}{2}/u.test(name)) continue
    const floor = /^ Planta \d+| \d+$/.exec(text.slice(end, end + 12))?.[0]
    add(match.index, floor?.startsWith(' Planta') ? end + floor.length : end, 'facility', 0.85)
  }
  for (const match of text.matchAll(
    /(?<![\p{L}])(?:Facultad de [\p{Lu}][\p{L}]+|Escuela de [\p{Lu}]\p{L}+|Universidad (?:de |del |de la |Aut[óo]noma de |Complutense|Polit[ée]cnica de )?(?:\p{Lu}\p{L}+ ?)+|Laboratorios? (?:\p{Lu}[\p{L}-]+ ?)+|Servicio (?:\p{Lu}[\p{L}-]+ )+de Salud|Servei Catal[àa] de la Salut|Servicio de Salud de \p{Lu}\p{L}+|Osakidetza|SERGAS|SESCAM|SACYL|Juzgados?(?: de (?:\p{Lu}\p{L}+|Guardia|Instrucci[óo]n)[^.,;\n]{0,20})?|Centro de Transfusi[óo]n[^.,;\n]{0,40})/gu,
  ))
    if (language === 'es') add(match.index, match.index + match[0].trimEnd().length, 'organisation', 0.7)
  for (const [start, end] of makersIn(text)) add(start, end, 'organisation', 0.8)
  for (const match of text.matchAll(/(?<!\p{L})(?:HMP|HMYOI|RAF|HMS) \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?/gu))
    add(match.index, match.index + match[0].length, 'facility', 0.8)
  for (const match of text.matchAll(treated[language])) {
    const whole = match[1] ?? ''
    const name = whole.replace(/(?<!\b(?:St|Mt|Dr|Med|Hosp|Sta|Sto))\.(?: .*)?$/, '').replace(/[.']+$/, '')
    const start = match.index + match[0].length - whole.length
    const parts = fold(name).split(/[ -]+/)
    const [head = ''] = parts
    if (notPlaces.has(head) || isCountry(fold(name)) || /^\p{Lu}{2,4}$/u.test(name)) continue
    const { isGiven, isSurname } = know(head)
    const isAllCommon = parts.every((part) => know(part).isCommon && !know(part).isGiven && !know(part).isSurname)
    if (
      isAllCommon &&
      !/\b(?:General|Regional|County|City|Central|Southwestern|Northwestern|University|State|Memorial|Mercy|Community|Methodist|Lakeside|Riverside|Westside|Eastside|Clinic|Hospital)\b/.test(
        name,
      )
    )
      continue
    if (parts.length === 1 && (isGiven || isSurname || !/^St|'s/.test(name))) continue
    if (neverInHouse.has(head) || eponymHeads.has(head) || parts.some((part) => eponymNouns.has(part))) continue
    add(start, start + name.length, 'facility', parts.length > 1 ? 0.7 : 0.55)
  }
  for (const match of text.matchAll(
    /(?<![\p{L}])(?:our |the )?(Dr\.? \p{Lu}\p{L}+'s [Oo]ffice|St\.? \p{Lu}\p{L}+'s?(?=[ ,.;)?]| on))(?! (?:disease|syndrome|wort|sign|Street|St\.|fire))/gu,
  )) {
    const name = match[1] ?? ''
    const start = match.index + match[0].length - name.length
    if (/\b(?:at|in|from|to|our|by) (?:our |the )?$/i.test(text.slice(Math.max(0, start - 10), start)))
      add(start, start + name.length, 'facility', 0.8)
  }
  return hits
}

const neverInHouse = new Set(
  'patient patients history management guidelines treatment recommended best current latest what how when mr mrs ms dr type stage grade icu er uci urgencias servicio unidad planta hospital centro consulta cirugia medicina the he she his her a an'.split(
    ' ',
  ),
)

const isMedicalWord = (know: Reading['know'], part: string): boolean => {
  const { isGiven, isSurname, isCommon } = know(fold(part))
  return isCommon && !isGiven && !isSurname
}
