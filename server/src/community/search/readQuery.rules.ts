import { type Concept, concepts } from '#atlas/concepts.ts'
import { wordsOf } from './words.rules.ts'

/** One thing looked for: words that belong together, and the clinical concept they name. */
export interface Term {
  readonly words: readonly string[]
  readonly concept: Concept | null
  /** The last word of what is being typed: it may go on. */
  readonly unfinished: boolean
}

/** More terms than a doctor types and than a search bears. */
const termsAtMost = 12

type Trie = { readonly next: Map<string, Trie>; concept: Concept | null }
const emptyTrie = (): Trie => ({ next: new Map(), concept: null })

const trieOf = (named: Iterable<readonly [readonly string[], Concept]>): Trie => {
  const root = emptyTrie()
  for (const [words, concept] of named) {
    let at = root
    for (const word of words) {
      const next = at.next.get(word) ?? emptyTrie()
      at.next.set(word, next)
      at = next
    }
    // The first concept of a name keeps it: TB is tuberculosis in both languages.
    at.concept ??= concept
  }
  return root
}

const isAbbreviation = (name: string): boolean => !name.includes(' ') && (name.match(/\p{Lu}/gu)?.length ?? 0) * 2 > name.length

const names = concepts.flatMap((concept) => [...concept.en, ...concept.es].map((name) => ({ name, concept })))

/** In a search the case of an abbreviation does not matter; in a text "mi" is not MI. */
const inSearch = trieOf(names.map(({ name, concept }) => [wordsOf(name).map(({ plain }) => plain), concept]))
const inText = trieOf(
  names.map(({ name, concept }) => [wordsOf(name).map(({ plain, written }) => (isAbbreviation(name) ? written : plain)), concept]),
)

const withoutPlural = (word: string): readonly string[] =>
  /[a-z]{4,}s$/.test(word) ? [word, word.slice(0, -1), word.replace(/es$/, '')] : [word]

/** The longest name of a concept that begins at a word; `spellings` are the forms in which each word may stand in the trie. */
const longest = (trie: Trie, spellings: readonly (readonly string[])[], from: number): { concept: Concept; length: number } | null => {
  let found: { concept: Concept; length: number } | null = null
  let at: Trie | undefined = trie
  for (let index = from; index < spellings.length && at; index++) {
    const here: Trie = at
    at = spellings[index]?.map((spelling) => here.next.get(spelling)).find((next) => next !== undefined)
    if (at?.concept) found = { concept: at.concept, length: index - from + 1 }
  }
  return found
}

/** Takes a search apart into terms: names of concepts where there are any, single words else. */
export const readQuery = (query: string, typing: boolean): readonly Term[] => {
  const words = wordsOf(query)
  const spellings = words.map(({ plain }) => withoutPlural(plain))
  const terms: Term[] = []
  for (let index = 0; index < words.length && terms.length < termsAtMost; ) {
    const found = longest(inSearch, spellings, index)
    const length = found?.length ?? 1
    const last = index + length === words.length
    terms.push({
      words: words.slice(index, index + length).map(({ plain }) => plain),
      concept: found?.concept ?? null,
      unfinished: typing && last && /[\p{L}\p{N}]$/u.test(query),
    })
    index += length
  }
  return terms
}

/** The concepts a text names, in whichever language it names them. */
export const conceptsIn = (text: string): ReadonlySet<string> => {
  const words = wordsOf(text)
  const spellings = words.map(({ plain, written }) => (written === plain ? withoutPlural(plain) : [written, ...withoutPlural(plain)]))
  const found = new Set<string>()
  for (let index = 0; index < words.length; index++) {
    const here = longest(inText, spellings, index)
    if (here) {
      found.add(here.concept.id)
      index += here.length - 1
    }
  }
  return found
}
