import type { Hit, Reason } from '../Identifier.ts'
import type { Reading } from './Reading.ts'

const englishMonth =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)'
const spanishMonth =
  '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|ene|feb|mar|abr|may|jun|jul|ago|sept|sep|oct|nov|dic)'
const fullEnglishMonth = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const fullSpanishMonth = '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)'
const year = "(?:(?:19|20)\\d{2}|['´]\\d{2})"
const day = '(?:3[01]|[12]\\d|0?[1-9])'
const ordinalDay = `${day}(?:st|nd|rd|th)?`

const unitsEn =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))'
const yearWordsEn =
  '(?:(?:nineteen|twenty)[ -](?:hundred|oh[ -]\\w+|(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?))|two thousand(?: and)?(?: (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?))?)'
const dayWordsEs =
  '(?:uno|primero|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|diecis[eé]is|diecisiete|dieciocho|diecinueve|veinte|veinti(?:uno|[uú]n|d[oó]s|tr[eé]s|cuatro|cinco|s[eé]is|siete|ocho|nueve)|treinta(?: y uno)?)'
const yearWordsEs =
  '(?:(?:mil novecientos|dos mil)(?: (?:y |uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|diecis[eé]is|diecisiete|dieciocho|diecinueve|veinte|veinti\\w+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?: y (?:uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?)?)'

const feastsEn =
  "(?:christmas(?: (?:day|eve))?|boxing day|new year'?s? (?:day|eve)|easter (?:sunday|monday)|good friday|thanksgiving(?: day)?|halloween|valentine'?s? day|st\\.? patrick'?s? day|independence day|the (?:4th|fourth) of july|mother'?s day|father'?s day|ash wednesday|labor day|memorial day|veterans day|anzac day|australia day|waitangi day|guy fawkes(?: night)?|bonfire night)"
interface Pattern {
  readonly pattern: RegExp
  readonly reason: Reason
  readonly confidence: number
}
const make = (source: string, reason: Reason, confidence: number, flags = 'giu'): Pattern => ({
  pattern: new RegExp(`(?<![\\p{L}\\d])${source}(?![\\p{L}\\d])`, flags),
  reason,
  confidence,
})

const roman = '(?:XII|XI|IX|VIII|VII|VI|IV|III|II|I|X|V)'

const shared: readonly Pattern[] = [
  make(`(?:19|20)\\d{2}-(?:1[0-2]|0?[1-9])-${day}(?:T\\d{2}:\\d{2}(?::\\d{2})?Z?)?`, 'date', 0.98),
  make(`(?:19|20)\\d{2}[/.](?:1[0-2]|0[1-9])[/.](?:3[01]|[12]\\d|0[1-9])`, 'date', 0.95),
  make(`${day} ?[/.-] ?(?:1[0-2]|0?[1-9]) ?[/.-] ?(?:19|20)\\d{2}(?![/.-]\\d)`, 'date', 0.98),
  make(`(?:1[0-2]|0?[1-9])[/.-]${day}[/.-](?:19|20)\\d{2}(?![/.-]\\d)`, 'date', 0.96),
  make(`${day}[/-](?:1[0-2]|0?[1-9])[/-]\\d{2}(?![/.-]\\d|\\d|[.,]\\d)`, 'date', 0.9),
  make(`(?:1[0-2]|0?[1-9])/${day}/\\d{2}(?![/.-]\\d|\\d|[.,]\\d)`, 'date', 0.85),
  make(`(?:3[01]|[12]\\d|0[1-9])\\.(?:1[0-2]|0[1-9])\\.\\d{2}(?!\\d|[.,]\\d)`, 'date', 0.8),
  make(`${day}[ /.-]${roman}[ /.-](?:(?:19|20)\\d{2}|\\d{2})(?![/.-]\\d)`, 'date', 0.9, 'gu'),
  make(`(?:1[0-2]|0[1-9])/(?:19|20)\\d{2}`, 'date', 0.85),
]

const english: readonly Pattern[] = [
  make(`${englishMonth}\\.? ${ordinalDay}(?:,? ?${year}|,? of ${year})?`, 'date', 0.95, 'giu'),
  make(`(?:the )?${ordinalDay}[ -](?:day of |of )?${englishMonth}\\.?(?:[ -],? ?${year}|, ?${year}|-\\d{2})?`, 'date', 0.95, 'giu'),
  make(`${fullEnglishMonth},? (?:of )?(?:the year )?${year}`, 'date', 0.92),
  make(`(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?[ -]${year}`, 'date', 0.92),
  make(`(?:the )?${unitsEn} (?:day )?of ${fullEnglishMonth}(?:,? (?:in )?(?:${year}|${yearWordsEn}))?`, 'date-in-words', 0.95),
  make(`${fullEnglishMonth} (?:the )?${unitsEn}(?:,? (?:${year}|${yearWordsEn}))?`, 'date-in-words', 0.95),
  make(`${feastsEn}(?:,? (?:of |in )?${year})?`, 'feast', 0.8),
]
const spanish: readonly Pattern[] = [
  make(
    `${day}(?:[ºª°]|er)?[ -]?(?:de |del )?[ -]?${spanishMonth}\\.?(?:,? (?:de |del )?(?:año )?${year}|-(?:de-)?(?:${year}|\\d{2})|,? del? (?:presente|mismo) año)?`,
    'date',
    0.95,
    'giu',
  ),
  make(`${fullSpanishMonth},? (?:de |del )?(?:año )?${year}`, 'date', 0.93),
  make(`${spanishMonth}[./ -](?:de )?(?:${year}|\\d{2}(?!\\d|[.,]\\d| ?%))`, 'date', 0.85),
  make(`${fullSpanishMonth} de \\d{2}(?![\\d.,%/])`, 'date', 0.85),
  make(
    `(?:${dayWordsEs} (?:y ${dayWordsEs} )?de ${fullSpanishMonth})(?: del? (?:año )?(?:${year}|${yearWordsEs}|\\d{2}(?![\\d.,%/])))?`,
    'date-in-words',
    0.95,
  ),
  make(`${fullSpanishMonth} del? (?:año )?${yearWordsEs}`, 'date-in-words', 0.95),
  make(
    `(?:d[ií]a de |v[ií]spera de |noche de )(?:reyes(?: magos)?|navidad|nochebuena|nochevieja|a[ñn]o nuevo|todos los santos|los difuntos|la hispanidad|la constituci[oó]n|la inmaculada|san \\p{L}+|la candelaria|la virgen(?: de(?:l| la)? \\p{Lu}\\p{Ll}+)?|la madre|el padre|los muertos|muertos)(?: del? ${year})?`,
    'feast',
    0.85,
  ),
  make(
    `(?:navidad(?:es)?|nochebuena|nochevieja|a[ñn]o nuevo|semana santa|jueves santo|viernes santo|domingo de (?:ramos|resurrecci[oó]n|pascua))(?: del? ${year})?`,
    'feast',
    0.7,
  ),
  {
    pattern:
      /(?<=(?:en|por|tras|desde|hasta|antes de|después de) )Reyes(?: magos)?(?: del? (?:19|20)\d{2})?(?![\p{L}\d]| (?:Católicos|de |y ))/giu,
    reason: 'feast',
    confidence: 0.7,
  },
]

/** A month alone, with the words before it that make it one. */
const monthAlone = {
  en: /(?<![\p{L}\d])(?:in|during|since|until|till|by|from|to|early|mid|late|mid-|this|next|before|after|and|between|of|last|on)[ -]((?:january|february|april|june|july|august|september|october|november|december)|March|May)(?![\p{L}\d]| \d)/gu,
  enSmall:
    /(?<![\p{L}\d])(?:in|during|since|until|early|mid|late|last|next|mid-) ?(January|February|March|April|May|June|July|August|September|October|November|December)(?![\p{L}\d])/gu,
  es: new RegExp(
    `(?<![\\p{L}\\d])(?:en|desde|hasta|durante|mes de|meses de|a|de|y|para|pasado|primeros de|finales de|mediados de|principios de|mes|el|próximo|último)[ ]+(${fullSpanishMonth})(?![\\p{L}\\d])`,
    'giu',
  ),
}

/** A day and month as figures, which elsewhere is a score or a pressure: only after a word that asks for a date. */
const shortDate = {
  en: /\b(?:on|since|dated|dob|until|from) (?:the )?((?:1[0-2]|0?[1-9])\/(?:3[01]|[12]\d|0?[1-9])|(?:3[01]|1[3-9]|2\d)\/(?:1[0-2]|0?[1-9]))(?![\d/.,]*\d| ?(?:mm|mg|of|\(|on|%))/gi,
  es: /\b(?:el|d[ií]a|del|desde el|hasta el|fecha:?) ((?:3[01]|[12]\d|0?[1-9])\/(?:1[0-2]|0?[1-9]))(?![\d/.,]*\d| ?(?:mm|mg|de |%))/giu,
}

/** In a form what stands after the word for a date is one, mistyped or not. */
const labelledDate =
  /(?:^|[\n.;])[ \t]*(?:fecha(?: de)?(?: (?:nacimiento|ingreso|alta|exitus|intervenci[óo]n|consulta|la consulta|informe|solicitud))?|f\. ?(?:nac|ingreso|alta)\.?|dob|d\.o\.b\.|date(?: of (?:birth|admission|discharge|visit|surgery))?|(?:birth|admission|discharge|visit) date)[ \t]*[:.=]+[ \t]*(\d{1,8}(?:[ ./-]{1,3}\d{1,6}){0,3})(?![\p{L}\d]|[.,:]\d)/giu

const notADate =
  /(?<!\p{L})(?:phase|stage|grade|fase|estadio|grado|type|tipo|score|ratio|vs?\.?|gcs|bp|ta|version|figure|fig\.?|table|page|n[º°o]\.?|lot|ref\.?) ?$/iu

/** Finds dates more exact than a year. */
export const findDates = ({ text, language }: Reading): Hit[] => {
  const hits: Hit[] = []
  for (const { pattern, reason, confidence } of [
    ...shared,
    ...(language === 'en' ? [...english, ...spanish.slice(0, 2)] : [...spanish, ...english.slice(0, 4)]),
  ]) {
    for (const match of text.matchAll(pattern)) {
      const [found] = match
      const end = match.index + found.trimEnd().length
      if (notADate.test(text.slice(Math.max(0, match.index - 9), match.index))) continue
      if (/^may \d|^mar \d|^sep \d/.test(found)) continue
      // "Mar 5 mg", "dec 20 %": what follows is a measure.
      if (
        /\d$/.test(found) &&
        !/\d{4}$/.test(found) &&
        /^ ?(?:%|mg|ml|mm|cm|kg|mcg|µg|g\/|years|weeks|days|patients|°)/i.test(text.slice(end))
      )
        continue
      const lead = /^the /i.exec(found)?.[0].length ?? 0
      hits.push({ start: match.index + lead, end: /\.$/.test(found) ? end - 1 : end, kind: 'date', reason, confidence })
    }
  }
  for (const match of text.matchAll(labelledDate)) {
    const figures = match[1] ?? ''
    if (/^\d{4}$/.test(figures)) continue
    const start = match.index + match[0].length - figures.length
    hits.push({ start, end: start + figures.length, kind: 'date', reason: 'date', confidence: 0.85 })
  }
  const alone = language === 'en' ? [monthAlone.enSmall] : [monthAlone.es]
  for (const pattern of alone)
    for (const match of text.matchAll(pattern)) {
      const month = match[1] ?? ''
      const start = match.index + match[0].length - month.length
      hits.push({ start, end: start + month.length, kind: 'date', reason: 'month', confidence: 0.7 })
    }
  for (const match of text.matchAll(language === 'en' ? shortDate.en : shortDate.es)) {
    const figures = match[1] ?? ''
    const start = match.index + match[0].length - figures.length
    hits.push({ start, end: start + figures.length, kind: 'date', reason: 'date', confidence: 0.75 })
  }
  return hits
}
