import type { Hit, Identifier, Language } from './Identifier.ts'

const seasons = {
  en: ['in winter', 'in spring', 'in summer', 'in autumn'],
  es: ['en invierno', 'en primavera', 'en verano', 'en otoño'],
} as const
const monthNames = {
  en: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
} as const

/** The month of a date from 0, where it is said beyond doubt. */
const monthIn = (text: string, language: Language): number | null => {
  const small = text.toLowerCase()
  const named = monthNames[language].findIndex((name) => new RegExp(`(?<!\\p{L})${name}`, 'u').test(small))
  if (named >= 0) return named
  const [, isoMonth] = /^\d{4}[-/.](\d{1,2})/.exec(text) ?? []
  if (isoMonth !== undefined) return Number(isoMonth) - 1
  const [, one = '', two = ''] = /^(\d{1,2})[-/.](\d{1,2})/.exec(text) ?? []
  if (one === '') return null
  const [first, second] = [Number(one), Number(two)]
  if (first > 12) return second - 1
  if (second > 12) return first - 1
  return language === 'es' ? second - 1 : null
}

const words = {
  en: {
    doctor: 'a colleague',
    place: 'a town',
    address: 'at home',
    facility: 'a hospital',
    home: 'a care home',
    practice: 'a clinic',
    organisation: 'an institution',
    age: '90+',
  },
  es: {
    doctor: 'un colega',
    place: 'una localidad',
    address: 'su domicilio',
    facility: 'un hospital',
    home: 'una residencia',
    practice: 'un centro',
    organisation: 'una institución',
    age: '90+',
  },
} as const

/** What can stand in the place of a finding without naming anybody; null where only leaving it out helps. */
export const generalise = ({ kind, reason }: Hit, found: string, language: Language): string | null => {
  const say = words[language]
  switch (kind) {
    case 'name':
      return /^(?:dr|dra|doctor|prof)\b/i.test(found) ? say.doctor : 'X'
    case 'date': {
      const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(found)?.[0]
      const month = monthIn(found, language)
      if (month === null || Number.isNaN(month)) return year ?? null
      // The southern half of the world has the other season; a year alone, where there is one, is true everywhere.
      return year ?? seasons[language][Math.floor(((month + 1) % 12) / 3)] ?? null
    }
    case 'age':
      return language === 'en' ? (/years?[ -]old/i.test(found) ? '90+ year-old' : '90+') : /a[ñn]os/i.test(found) ? '90+ años' : '90+'
    case 'place':
      return reason === 'postcode' ? null : say.place
    case 'address':
      return say.address
    case 'facility':
      if (reason === 'organisation') return say.organisation
      if (/nursing home|care home|hospice|residencia|asilo|geri[áa]trico/i.test(found)) return say.home
      return /clinic|surgery|practice|office|cl[ií]nica|centro|consultorio|ambulatorio|policl/i.test(found) ? say.practice : say.facility
    case 'phone':
    case 'email':
    case 'web':
    case 'id':
    case 'indirect':
      return null
  }
}

/** A stretch of a text and what is to stand there. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly words: string
}

/** How a suggestion fits into its sentence: "on 12 March" becomes "in spring", "del Hospital X" becomes "de un hospital". */
export const fitted = (
  text: string,
  { start, end, kind, suggestion }: Pick<Identifier, 'start' | 'end' | 'kind' | 'suggestion'>,
  language: Language,
): Replacement => {
  const before = text.slice(Math.max(0, start - 20), start)
  if (suggestion === null || suggestion === '') {
    // What is left out takes one of the spaces around it along.
    const space = before.endsWith(' ') && /^[ .,;:)]|^$/.test(text.slice(end, end + 1)) ? 1 : 0
    return { start: start - space, end, words: '' }
  }
  const lead = (pattern: RegExp): number => pattern.exec(before)?.[0].length ?? 0
  if (kind === 'date') {
    const bare = suggestion.replace(/^(?:in|en) /, '')
    const range = language === 'en' ? /\b(?:between|and|from|to|since|until|by|of) $/i : /(?<!\p{L})(?:entre|desde|hasta|y)(?: el)? $/iu
    if (range.test(before)) return { start: start - lead(/(?:el|the) $/i), end, words: bare }
    const swallowed = lead(language === 'en' ? /\b(?:(?:on|in)(?: the)?|the) $/i : /(?<!\p{L})(?:(?:en )?el(?: d[ií]a)?|en|del|de) $/iu)
    const preposition = language === 'en' ? 'in' : 'en'
    return { start: start - swallowed, end, words: `${preposition} ${bare}` }
  }
  if (/^(?:an?|una?) /.test(suggestion)) {
    if (language === 'en') return { start: start - lead(/\b(?:the|our|a|an) $/i), end, words: suggestion }
    if (/(?<!\p{L})(?:del|al) $/iu.test(before)) return { start: start - 2, end, words: ` ${suggestion}` }
    return { start: start - lead(/(?<!\p{L})(?:el|la|un|una) $/iu), end, words: suggestion }
  }
  return { start, end, words: suggestion }
}

/** The text with some findings replaced by what they stand for, the last first so that offsets hold. */
export const generaliseAll = (
  text: string,
  found: readonly Pick<Identifier, 'start' | 'end' | 'kind' | 'suggestion'>[],
  language: Language,
): string =>
  found
    .toSorted((one, other) => other.start - one.start)
    .map((item) => fitted(text, item, language))
    .reduce((said, { start, end, words: put }) => said.slice(0, start) + put + said.slice(end), text)
