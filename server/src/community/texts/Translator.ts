export type Language = 'en' | 'es'

export type LanguagePair = { from: Language; to: Language }

/** What an engine made of one sentence: its text, or why there is none. */
export type TranslatedSentence = { text: string } | { error: string }

export type TranslatorHealth = { ok: true } | { ok: false; reason: string }

/**
 * An engine that turns sentences into another language.
 *
 * A sentence may carry placeholders (see `protect.ts`): private-use characters the engine must carry over unchanged.
 * The answers come in the order of the sentences; one sentence that fails never takes the others with it.
 */
export interface Translator {
  name: string
  pairs(): readonly LanguagePair[]
  translate(sentences: readonly string[], from: Language, to: Language): Promise<readonly TranslatedSentence[]>
  health(): Promise<TranslatorHealth>
  stop(): Promise<void>
}
