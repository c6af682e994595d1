import type { Knowledge } from '../dictionaries.ts'
import type { Language } from '../Identifier.ts'
import type { Word } from '../Word.ts'

/** What every finder is given: the readable text, its words, and what the dictionaries know of them. */
export interface Reading {
  readonly text: string
  readonly language: Language
  readonly words: readonly Word[]
  /** Those that stand in small letters somewhere, folded: what a text writes so is seldom a name where it is written large. */
  readonly inSmall: ReadonlySet<string>
  readonly know: (word: string) => Knowledge
}
