import type { Told } from './explainedTerms.rules.ts'
import { isOurs, normal, surfacesIn, type TermLanguage, wordsIn } from './glossary.rules.ts'
import type { Term } from './Translator.ts'

/** A term somebody put right, and the one of the glossary it stood for. */
export interface ReplacedTerm {
  readonly term: Term
  readonly replaces: Term | null
}

const wordsAtMost = 5

const articles: Readonly<Record<TermLanguage, ReadonlySet<string>>> = {
  en: new Set(['a', 'an', 'the']),
  es: new Set(['el', 'la', 'los', 'las', 'un', 'una', 'unos', 'unas']),
}
const feminine = new Set(['la', 'las', 'una', 'unas'])

/**
 * The one term a correction put other words for: one of the glossary, or a word of the original the engine had left as it was.
 * Null where more was changed, or something else.
 */
export const replacedTerm = (
  { source, before, target }: { readonly source: string; readonly before: string; readonly target: string },
  { from, to, specialty, glossary }: Told,
): ReplacedTerm | null => {
  if (!isOurs(from, to)) return null
  const [ours, theirs] = [from as TermLanguage, to as TermLanguage]
  const changed = changedWords(before, target)
  if (!changed) return null
  const [removed, added] = [withoutArticle(changed.removed, theirs), withoutArticle(changed.added, theirs)]
  if (removed.words === '' || added.words === '' || normal(removed.words) === normal(added.words)) return null
  const known = glossary.find(source, from, specialty).find(({ term }) => {
    const surfaces = surfacesIn(term, theirs).map(normal)
    return term.class !== 'verb' && surfaces.includes(normal(removed.words)) && !surfaces.includes(normal(added.words))
  })?.term
  if (known) {
    const { [theirs]: _, ...plural } = known.plural
    const gender = theirs === 'es' && known.gender !== null ? (added.gender ?? known.gender) : known.gender
    return { term: { ...known, [theirs]: asListed(added.words, known[theirs]), plural, gender }, replaces: known }
  }
  const left = wordsIn(source)
    .map(({ start, end }) => source.slice(start, end))
    .find((word) => normal(word) === normal(removed.words))
  if (left === undefined) return null
  const isAbbreviation = /\p{Lu}.*\p{Lu}/u.test(left)
  const pair = { [ours]: asListed(left, isAbbreviation ? left : ''), [theirs]: asListed(added.words, '') } as Record<TermLanguage, string>
  const gender = (theirs === 'es' ? added.gender : null) ?? 'm'
  const term: Term = {
    class: isAbbreviation ? 'abbreviation' : 'noun',
    ...pair,
    gender,
    plural: {},
    oneWay: null,
    specialties: [],
    isDrug: false,
  }
  return { term, replaces: null }
}

/** What stands between the words at the beginning and at the end that are the same; null where that is nothing, or a good part of a sentence. */
const changedWords = (before: string, target: string): { removed: string; added: string } | null => {
  const [one, other] = [wordsIn(before), wordsIn(target)]
  const word = (text: string, place: { start: number; end: number } | undefined) => place && normal(text.slice(place.start, place.end))
  const shorter = Math.min(one.length, other.length)
  let first = 0
  while (first < shorter && word(before, one[first]) === word(target, other[first])) first += 1
  let last = 0
  while (last < shorter - first && word(before, one.at(-1 - last)) === word(target, other.at(-1 - last))) last += 1
  const between = (text: string, places: typeof one) => {
    const within = places.slice(first, places.length - last)
    return within.length > wordsAtMost ? '' : text.slice(within[0]?.start ?? 0, within.at(-1)?.end ?? 0)
  }
  const [removed, added] = [between(before, one), between(target, other)]
  return removed === '' || added === '' ? null : { removed, added }
}

const withoutArticle = (words: string, language: TermLanguage): { words: string; gender: 'm' | 'f' | null } => {
  const [first = '', rest] = words.split(/\s+(.*)/s)
  if (!articles[language].has(first.toLowerCase())) return { words, gender: null }
  return { words: rest ?? '', gender: language === 'en' ? null : feminine.has(first.toLowerCase()) ? 'f' : 'm' }
}

/** As a dictionary would list it: without the capital a sentence begins with, unless the term had one. */
const asListed = (words: string, listed: string): string =>
  /^\p{Lu}\p{Ll}/u.test(words) && !/^\p{Lu}/u.test(listed) ? words.charAt(0).toLowerCase() + words.slice(1) : words
