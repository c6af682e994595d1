import { useState } from 'preact/hooks'
import type { Language, ShownText } from '#contract/shapes.ts'
import { type Translation, translationOf } from './translation.rules.ts'

/** What stands on screen of one text. */
export interface Words {
  readonly body: string
  readonly language: Language
  /** Sentences within that stand in another language, because their translation was held back. */
  readonly held: readonly string[]
  readonly heldLanguage: Language | null
}

/** Texts that are read together: translated, or all in the original. */
export interface Reading {
  readonly translation: Translation
  readonly showsOriginal: boolean
  readonly toggle: () => void
  readonly of: (text: ShownText) => Words
}

/** Reads texts in the reader's language until they ask for the original, in place. */
export const useReading = (texts: readonly ShownText[]): Reading => {
  const [showsOriginal, setShowsOriginal] = useState(false)
  return {
    translation: translationOf(texts),
    showsOriginal,
    toggle: () => setShowsOriginal((shows) => !shows),
    of: (text) =>
      showsOriginal && text.original
        ? { ...text.original, held: [], heldLanguage: null }
        : { body: text.body, language: text.language, held: text.held, heldLanguage: text.original?.language ?? null },
  }
}
