import type { Hit } from '../Identifier.ts'
import type { Reading } from './Reading.ts'

const over89 = '(?:9\\d|1[0-2]\\d)'
const wordsEn =
  '(?:ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:one|a) hundred(?: and (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?)'
const wordsEs =
  '(?:noventa(?: y (?:uno|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?|cien|ciento (?:uno|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce))'

const patterns: Readonly<Record<'en' | 'es', readonly RegExp[]>> = {
  en: [
    new RegExp(`(?<![\\d.,/-])(?:${over89}|${wordsEn})[ -]?(?:years?|yrs?)[ -]?(?:old|of age)(?!\\p{L})`, 'giu'),
    new RegExp(`(?<![\\d.,/-])${over89} ?-?(?:y ?/ ?o|yo|y\\.o\\.?|yrs?|y)(?![\\p{L}\\d])`, 'giu'),
    new RegExp(`(?<![\\d.,/-])${over89} ?[MF](?![\\p{L}\\d])`, 'gu'),
    new RegExp(
      `(?<=\\b(?:aged?|age:|age of|age is|turned|turning|aged about|is now|died at|(?:s?he|who) (?:is|was)|at the age of) )(?:${over89}|${wordsEn})(?! ?(?:%|mm|mg|kg|cm|ml|/|beats|bpm|days|weeks|months))(?![\\d.,]\\d)(?!\\p{L}|\\d)`,
      'giu',
    ),
    /(?<!\p{L})(?:nonagenarian|centenarian)s?(?!\p{L})/giu,
    /(?<=(?<!\p{L})(?:his|her|their|my) (?:early |mid[- ]?|late )?)(?:nineties|90'?s)(?!\p{L})/giu,
    new RegExp(`(?<!\\d)${over89}(?:st|nd|rd|th)(?= birthday)`, 'giu'),
  ],
  es: [
    new RegExp(
      `(?<![\\d.,/-])(?:${over89}|${wordsEs}) ?(?:a[ñn]os|años)(?: de edad)?(?!\\p{L})(?! de (?:evoluci|supervivencia|seguimiento|historia))`,
      'giu',
    ),
    new RegExp(`(?<![\\d.,/-])${over89} ?a(?:\\.|\\b)(?= de edad|,)`, 'giu'),
    new RegExp(`(?<=(?<!\\p{L})(?:de|con|edad|var[óo]n|mujer|hombre|abuel[oa],?) )${over89} ?a(?![\\p{L}\\d]| \\d)`, 'giu'),
    new RegExp(
      `(?<=\\b(?:edad:? ?|edad de |cumplidos los |cumpli[óo] |a los |de unos ))(?:${over89}|${wordsEs})(?! ?(?:%|mm|mg|kg|cm|ml|/|d[ií]as|semanas|meses|minutos|horas|segundos))(?![\\d.,]\\d)(?!\\p{L}|\\d)`,
      'giu',
    ),
    /(?<!\p{L})(?:nonagenari[oa]|centenari[oa])s?(?!\p{L})/giu,
    /(?<!\p{L})noventa (?:y (?:tant[oa]s|pico|much[oa]s)|larg[oa]s)(?: a[ñn]os)?(?!\p{L})/giu,
    new RegExp(`(?<!\\d)${over89}\\.?[ºo]?(?= (?:cumplea[ñn]os|aniversario de nacimiento))`, 'giu'),
    new RegExp(
      `(?<=(?<!\\p{L})(?:tiene|ten[ií]a|cumple|cumpli[óo]|cumplir[áa]) (?:ya )?)${over89}(?= ya|[.,;]? (?:y )?(?:vive|camina|conduce|es aut[óo]nom))`,
      'giu',
    ),
  ],
}

/** Finds ages of ninety and more. */
export const findAges = ({ text, language }: Reading): Hit[] =>
  patterns[language].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match): Hit => {
      const found = match[0].replace(/ de edad$/, '')
      return { start: match.index, end: match.index + found.length, kind: 'age', reason: 'age-over-89', confidence: 0.9 }
    }),
  )
