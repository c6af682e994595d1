import { useState } from 'preact/hooks'
import type { ExplainedTerm, LanguageSpan, ShownText, TextLanguage } from '#contract/shapes.ts'
import type { HeldSentence } from './blocks.rules.ts'
import { type Translation, translationOf } from './translation.rules.ts'

/** What stands on screen of one text. */
export interface Words {
  readonly body: string
  readonly language: TextLanguage
  /** Stretches within that are in another language. */
  readonly spans: readonly LanguageSpan[]
  /** Sentences within that stand in the original, because their translation was held back, and the language of each. */
  readonly held: readonly HeldSentence[]
  /** Terms within that tell what they were in the original. */
  readonly terms: readonly ExplainedTerm[]
}

/** Texts that are read together: translated, or all in the original. */
export interface Reading {
  readonly texts: readonly ShownText[]
  readonly translation: Translation
  readonly showsOriginal: boolean
  readonly toggle: () => void
  readonly of: (text: ShownText) => Words
}

/** A sentence that is held back, in the language of the stretch of the original it stands in. */
const heldIn = (sentence: string, { original, language }: ShownText): HeldSentence => {
  const at = original?.body.indexOf(sentence) ?? -1
  const span = original?.spans.find(({ start, end }) => at >= start && at < end)
  return { sentence, language: span?.language ?? original?.language ?? language }
}

/** Reads texts in the reader's language until they ask for the original, in place. */
export const useReading = (texts: readonly ShownText[]): Reading => {
  const [showsOriginal, setShowsOriginal] = useState(false)
  return {
    texts,
    translation: translationOf(texts),
    showsOriginal,
    toggle: () => setShowsOriginal((shows) => !shows),
    of: (text) =>
      showsOriginal && text.original
        ? { ...text.original, held: [], terms: [] }
        : {
            body: text.body,
            language: text.language,
            spans: text.spans,
            held: text.held.map((sentence) => heldIn(sentence, text)),
            terms: text.terms,
          },
  }
}
