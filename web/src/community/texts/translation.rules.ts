import type { ShownText, TextLanguage } from '#contract/shapes.ts'

/** How a group of texts that are read together stands between its author's language and the reader's. */
export type Translation =
  | { readonly state: 'original' }
  | {
      readonly state: 'translated'
      readonly from: TextLanguage
      readonly byMachine: boolean
      readonly held: number
      readonly corrected: number
    }
  | { readonly state: 'pending' | 'failed'; readonly from: TextLanguage }

/** Translated as soon as one of them is; else failed before pending, so that the reader knows the worse. */
export const translationOf = (texts: readonly ShownText[]): Translation => {
  const translated = texts.filter(({ original }) => original !== null)
  const first = translated[0]?.original
  if (first)
    return {
      state: 'translated',
      from: first.language,
      byMachine: translated.some(({ by }) => by === 'machine'),
      held: translated.reduce((sum, { held }) => sum + held.length, 0),
      corrected: translated.reduce((sum, { corrected }) => sum + corrected, 0),
    }
  const waiting = texts.find(({ state }) => state === 'failed') ?? texts.find(({ state }) => state === 'pending')
  return waiting ? { state: waiting.state === 'failed' ? 'failed' : 'pending', from: waiting.language } : { state: 'original' }
}
