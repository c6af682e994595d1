import type { ExplainedTerm } from '#contract/shapes.ts'
import { isOurs, surfacesIn, type TermLanguage } from './glossary.rules.ts'
import { spelledOut } from './spelledOut.rules.ts'
import type { Glossary, Language, Term } from './Translator.ts'

/** From which language into which, and how abbreviations are read. */
export interface Told {
  readonly from: Language
  readonly to: Language
  readonly specialty: string | null
  readonly glossary: Glossary
}

const explained = new Set<Term['class']>(['noun', 'adjective', 'verb', 'abbreviation'])

/** What two languages write nearly alike needs no word of explanation; without accents, double letters and the old spellings of Greek. */
const plain = (words: string): string =>
  words
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/^es(?=[^aeiou])/, 's')
    .replace(/[ao]e/g, 'e')
    .replace(/ph/g, 'f')
    .replace(/y/g, 'i')
    .replace(/([a-z])h/g, '$1')
    .replace(/k|qu/g, 'c')
    .replace(/(.)\1/g, '$1')

/** Whether a colleague who knows one of the words sees it in the other: more than half of them begins alike. */
export const looksAlike = (one: string, other: string): boolean => {
  const [shorter = '', longer = ''] = [plain(one), plain(other)].toSorted((a, b) => a.length - b.length)
  let same = 0
  while (same < shorter.length && shorter[same] === longer[same]) same += 1
  return same > 3 && same * 2 > longer.length
}

/** The terms of a passage that stand in its translation, each where it is said first; `told` are those that need no second word. */
export const explainedTermsIn = (
  source: string,
  target: string,
  { from, to, specialty, glossary }: Told,
  told: Set<Term> = new Set(),
): readonly ExplainedTerm[] => {
  if (!isOurs(from, to)) return []
  const places: ExplainedTerm[] = []
  for (const { start, end, term } of glossary.find(source, from, specialty)) {
    if (told.has(term) || !explained.has(term.class)) continue
    const said = source.slice(start, end)
    const place = placesOf(term, to as TermLanguage, target).find(
      (found) => !places.some((other) => found.start < other.end && other.start < found.end),
    )
    if (!place) continue
    const reading = term.class === 'abbreviation' ? spelledOut(term, to as TermLanguage) : null
    const shown = target.slice(place.start, place.end)
    if (reading === null && (term.class === 'abbreviation' ? said === shown : looksAlike(said, shown))) continue
    told.add(term)
    places.push({ ...place, source: said, language: from, reading })
  }
  return places.toSorted((one, other) => one.start - other.start)
}

/** Where a term stands in a text, in whichever form; an abbreviation by its exact letters. */
const placesOf = (term: Term, language: TermLanguage, text: string): readonly { start: number; end: number }[] => {
  const forms = [...new Set(surfacesIn(term, language))].toSorted((one, other) => other.length - one.length).map(escaped)
  const anyForm = new RegExp(`(?<![\\p{L}\\d])(?:${forms.join('|')})(?![\\p{L}\\d])`, term.class === 'abbreviation' ? 'gu' : 'giu')
  return [...text.matchAll(anyForm)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
}

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`)
