import type { Knowledge } from '../dictionaries.ts'
import type { Language } from '../Identifier.ts'
import type { Word } from '../Word.ts'

/** What every finder is given: the readable text, its words, and what the dictionaries know of them. */
export interface Reading {
  readonly text: string
  readonly language: Language
  readonly words: readonly Word[]
  readonly know: (word: string) => Knowledge
}
