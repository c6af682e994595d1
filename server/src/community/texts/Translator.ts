import type { TextLanguage } from '#contract/shapes.ts'

/** A language texts are in. */
export type Language = TextLanguage

export type LanguagePair = { from: Language; to: Language }

/** What of a word an engine's grammar works with. The gender is that of the Spanish noun, `b` for both. */
export type WordKind =
  | { class: 'noun'; gender: 'm' | 'f' | 'b'; form: 's' | 'p' }
  | { class: 'adjective'; ending: 'o' | 'x'; form: 'ms' | 'fs' | 'mp' | 'fp' }
  | { class: 'verb'; form: string }
  | { class: 'adverb' }
  | { class: 'preposition' }

/**
 * What an engine must not touch, or is told how to say: how it stands in the source and how it is to stand in the translation.
 *
 * A term also says what kind of word it is; an engine with a grammar may ask for another form of it.
 */
export interface Span {
  readonly kind: 'figure' | 'word' | 'term'
  readonly source: string
  readonly target: string
  readonly grammar?: { readonly kind: WordKind; readonly inForm: (form: string) => string }
}

export type TermClass = 'noun' | 'adjective' | 'verb' | 'adverb' | 'preposition' | 'abbreviation'

/**
 * A term in both languages, each as a dictionary would list it.
 *
 * `gender` is that of the Spanish noun. `plural` overrides the regular one; `same` stands for a noun that has none. An irregular English verb
 * gives its principal parts: `bleed/bled/bled`. An abbreviation is known by its exact letters; `oneWay` is the only direction it is read in,
 * and `specialties` are those whose posts give it this reading; so does any of the words `near` it, the beginning of one where a hyphen follows.
 */
export interface Term {
  readonly class: TermClass
  readonly en: string
  readonly es: string
  readonly gender: 'm' | 'f' | 'mf' | null
  readonly plural: Readonly<Partial<Record<'en' | 'es', string>>>
  readonly oneWay: 'en' | 'es' | null
  readonly specialties: readonly string[]
  readonly near?: readonly string[]
  /** A medicine: the gate asks that it be named. */
  readonly isDrug: boolean
}

/** A term as it stands in one place: what an engine's grammar may know of it, and how it reads in the other language. */
export interface TermUse {
  readonly term: Term
  readonly kind: WordKind
  /** What stands for it, in the form an engine asks for; without one, in the form of the source. */
  readonly target: (form?: string) => string
}

/** The terms of a site, ready to be found in a text. */
export interface Glossary {
  readonly terms: readonly Term[]
  /** Identifies the content: a translation made with another version may have used other words. */
  readonly version: string
  /** Of a site's glossary, how often it had changed; null for one that nobody changes. */
  readonly edition: number | null
  /** `sentence` is what tells the reading of a term where parts of the words have been replaced already. */
  readonly find: (words: string, from: Language, specialty: string | null, sentence?: string) => readonly Found[]
}

export interface Found extends TermUse {
  readonly start: number
  readonly end: number
}

/**
 * A sentence in which each span has become one private-use character, a placeholder.
 *
 * An engine carries a placeholder over unchanged; for one that stands for a term it may instead write the term's words.
 */
export interface ProtectedSentence {
  readonly text: string
  readonly spans: readonly Span[]
}

/** What an engine made of one sentence: its text, the words it did not know and, of several engines, which; or why there is none. */
export type TranslatedSentence = { text: string; unknown?: readonly string[]; by?: string } | { error: string }

export type TranslatorHealth = { ok: true } | { ok: false; reason: string }

/**
 * An engine that turns sentences into another language.
 *
 * The answers come in the order of the sentences; one sentence that fails never takes the others with it.
 */
export interface Translator {
  name: string
  pairs(): readonly LanguagePair[]
  translate(sentences: readonly ProtectedSentence[], from: Language, to: Language): Promise<readonly TranslatedSentence[]>
  health(): Promise<TranslatorHealth>
  stop(): Promise<void>
}

const firstPlaceholder = 0xe000

/** The most spans one sentence can have; the characters beyond are an engine's own. */
export const placeholders = 0xf8f0 - firstPlaceholder

export const placeholder = (n: number): string => String.fromCharCode(firstPlaceholder + n)

/** Replaces every placeholder; `wordsFor` is told which span it stands for. */
export const withWordsForPlaceholders = (text: string, wordsFor: (n: number) => string): string =>
  text.replace(/[\uE000-\uF8FF]/g, (character) => wordsFor(character.charCodeAt(0) - firstPlaceholder))
