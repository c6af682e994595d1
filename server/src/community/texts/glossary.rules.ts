import {
  englishPlural,
  englishVerb,
  englishVerbForms,
  spanishAdjective,
  spanishPlural,
  spanishVerb,
  spanishVerbForms,
} from './inflection.rules.ts'
import type { Found, Glossary, Language, Term, TermUse, WordKind } from './Translator.ts'

type Candidate = { term: Term; kind: WordKind }
type Index = { words: Map<string, Candidate[]>; longest: number }

const word = /[\p{L}\d]+(?:['’.-][\p{L}\d]+)*\+?/gu

/** Where the words of a text stand, as terms are made of them. */
export const wordsIn = (text: string): readonly { start: number; end: number }[] =>
  [...text.matchAll(word)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))

/** The languages our terms are in. */
export const termLanguages = ['en', 'es'] as const
export type TermLanguage = (typeof termLanguages)[number]

export const hasTerms = (language: Language): language is TermLanguage => language === 'en' || language === 'es'

/** Whether our words say anything in this direction. */
export const isOurs = (from: Language, to: Language): boolean => hasTerms(from) && hasTerms(to) && from !== to

export function glossaryOf(terms: readonly Term[], version: string, edition: number | null = null): Glossary {
  const indexes = new Map<TermLanguage, Index>()
  const indexFor = (language: TermLanguage) => {
    const known = indexes.get(language) ?? indexOf(terms, language)
    indexes.set(language, known)
    return known
  }
  return {
    terms,
    version,
    edition,
    find: (text, from, specialty, sentence = text) => (hasTerms(from) ? findIn(text, indexFor(from), { from, specialty, sentence }) : []),
  }
}

/** The longest term from each place on; a shorter one within it is part of it. */
function findIn(text: string, { words, longest }: Index, told: Omit<Place, 'written' | 'before'>): readonly Found[] {
  const found: Found[] = []
  const places = wordsIn(text)
  for (let i = 0; i < places.length; i += 1) {
    const start = places[i]!.start
    for (let length = Math.min(longest, places.length - i); length > 0; length -= 1) {
      const end = places[i + length - 1]!.end
      const written = text.slice(start, end)
      if (/[^\p{L}\d'’. \u00a0+-]/u.test(written)) continue
      const candidate = bestOf(words.get(normal(written)) ?? [], { ...told, written, before: text.slice(0, start) })
      if (!candidate) continue
      found.push({ start, end, ...useOf(candidate, told.from) })
      i += length - 1
      break
    }
  }
  return found
}

/** An abbreviation is known by its letters as they are; a term with several readings needs the specialty or the words that tell. */
interface Place {
  readonly written: string
  readonly before: string
  readonly sentence: string
  readonly from: TermLanguage
  readonly specialty: string | null
}

function bestOf(candidates: readonly Candidate[], place: Place): Candidate | undefined {
  const { written, before, sentence, from, specialty } = place
  const possible = candidates.filter(
    ({ term }) =>
      term.class !== 'abbreviation' || [term.en, term.es, ...Object.values(term.plural)].includes(written.replaceAll('\u00a0', ' ')),
  )
  const isVerb = ({ kind }: Candidate) => kind.class === 'verb'
  // Where a word is a noun and a verb, the word before it tells: `before discharge`, `to discharge`; `severe vomiting`, `was vomiting`.
  if (from === 'en' && possible.some(isVerb) && !possible.every(isVerb)) {
    const asVerb = makesVerb.test(before)
    return bestOf(
      possible.filter((candidate) => isVerb(candidate) === asVerb),
      place,
    )
  }
  return (
    possible.find(({ term: { near } }) => near && hasAnyOf(sentence, near)) ??
    possible.find(({ term: { specialties } }) => specialty !== null && specialties.includes(specialty)) ??
    possible.find(({ term: { near, specialties } }) => !near && specialties.length === 0)
  )
}

const makesVerb =
  /(?<!\p{L})(?:to|can|could|will|would|shall|should|may|might|must|cannot|not|n['’]t|I|we|you|they|he|she|who|been|be|is|was|are|were|keeps?|kept|started|stopped)(?: (?:still|already|now|never))? $/iu

const hasAnyOf = (text: string, near: readonly string[]): boolean =>
  [...text.matchAll(word)].some(({ 0: found }) =>
    near.some((told) => (told.endsWith('-') ? normal(found).startsWith(normal(told.slice(0, -1))) : normal(found) === normal(told))),
  )

/** A term as a word of a text uses it; null where the word is none of its forms. */
export function useOfTerm(term: Term, written: string, from: TermLanguage): TermUse | null {
  const kind = surfacesOf(term, from).find(([surface]) => normal(surface) === normal(written))?.[1]
  return kind ? useOf({ term, kind }, from) : null
}

function useOf({ term, kind }: Candidate, from: TermLanguage): TermUse {
  const to = from === 'en' ? 'es' : 'en'
  return { term, kind, target: (form) => inForm(term, to, form ?? ('form' in kind ? sourceForm(kind, from) : '')) }
}

/** A verb's forms have other names in the other language; nearest for what an engine without grammar is to write. */
function sourceForm(kind: Extract<WordKind, { form: string }>, from: TermLanguage): string {
  if (kind.class !== 'verb') return kind.form
  if (from === 'en') return { ba: 'xa', sa: 'pc', ed: 'xc', ng: 'xb' }[kind.form] ?? 'xa'
  return kind.form.startsWith('x') ? ({ xa: 'ba', xb: 'ng' }[kind.form] ?? 'pp') : /^[im]/.test(kind.form) ? 'ed' : 'ba'
}

/** A term in one language and form. */
function inForm(term: Term, language: TermLanguage, form: string): string {
  const base = term[language]
  switch (term.class) {
    case 'noun':
    case 'abbreviation':
      return form === 'p' ? pluralOf(term, language) : base
    case 'adjective':
      return language === 'es' ? spanishAdjective(base, form) : base
    case 'verb':
      return language === 'es' ? spanishVerb(base, form) : englishVerb(base, form)
    default:
      return base
  }
}

function pluralOf(term: Term, language: TermLanguage): string {
  const given = term.plural[language]
  if (given !== undefined) return given
  if (term.class === 'abbreviation') return term[language]
  return language === 'en' ? englishPlural(term.en) : spanishPlural(term.es)
}

function indexOf(terms: readonly Term[], language: TermLanguage): Index {
  const index: Index = { words: new Map(), longest: 1 }
  const add = (surface: string, candidate: Candidate) => {
    const key = normal(surface)
    index.words.set(key, [...(index.words.get(key) ?? []), candidate])
    index.longest = Math.max(index.longest, surface.match(word)?.length ?? 1)
  }
  for (const term of terms) {
    if (term.oneWay !== null && term.oneWay !== language) continue
    for (const [surface, kind] of surfacesOf(term, language)) add(surface, { term, kind })
  }
  return index
}

/** Every form a term can stand in. */
export const surfacesIn = (term: Term, language: TermLanguage): readonly string[] => surfacesOf(term, language).map(([surface]) => surface)

/** Every form a term can stand in, with what an engine's grammar is to make of it. */
function surfacesOf(term: Term, language: TermLanguage): readonly (readonly [string, WordKind])[] {
  switch (term.class) {
    case 'noun':
    case 'abbreviation': {
      const gender = term.gender === 'mf' ? 'b' : (term.gender ?? 'm')
      const noun = (form: 's' | 'p'): WordKind => ({ class: 'noun', gender, form })
      const plural = pluralOf(term, language)
      return plural === term[language]
        ? [[plural, noun('s')]]
        : [
            [term[language], noun('s')],
            [plural, noun('p')],
          ]
    }
    case 'adjective': {
      const ending = term.es.endsWith('o') ? 'o' : 'x'
      const forms = language === 'en' ? (['ms'] as const) : ending === 'o' ? (['ms', 'fs', 'mp', 'fp'] as const) : (['ms', 'mp'] as const)
      return forms.map((form) => [inForm(term, language, form), { class: 'adjective', ending, form }])
    }
    case 'verb': {
      const forms = language === 'en' ? englishVerbForms : spanishVerbForms
      const seen = new Set<string>()
      return forms.flatMap(({ code }) => {
        if (language === 'es' && mayBeANoun.has(code)) return []
        const surfaces =
          language === 'en' && code === 'ed' ? [englishVerb(term.en, 'ed'), englishVerb(term.en, 'pp')] : [inForm(term, language, code)]
        return surfaces
          .filter((surface) => !seen.has(surface) && seen.add(surface))
          .map((surface) => [surface, { class: 'verb', form: code }] as const)
      })
    }
    default:
      return [[term[language], { class: term.class }]]
  }
}

/** `ingreso` is an admission before it is `I admit`, `sangre` blood before `may bleed`. */
const mayBeANoun = new Set(['pa', 'sa', 'sc'])

/** Words as they are compared. */
export const normal = (words: string) => words.toLowerCase().replaceAll('\u00a0', ' ').replaceAll('’', "'")
