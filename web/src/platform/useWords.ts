import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '#contract/shapes.ts'
import type { words as community } from '#phrases/community/all.en.ts'
import type { words as registrar } from '#phrases/registrar/all.en.ts'

export type CommunityWords = typeof community
export type RegistrarWords = typeof registrar
/** What both halves say. */
export type CommonWords = Pick<CommunityWords, 'ui' | 'errors'>

/** The reader's language, its words, and the way to another one. */
export interface Spoken<W extends CommonWords = CommonWords> {
  readonly language: Language
  readonly words: W
  readonly speak: (language: Language) => void
}

export const SpokenContext = createContext<Spoken | null>(null)

const useSpoken = <W extends CommonWords>(): Spoken<W> => {
  const spoken = useContext(SpokenContext)
  if (!spoken) throw new Error('No words around this component')
  return spoken as Spoken<W>
}

/** Every word of the community in the reader's language: `const { language, cases } = useWords()`. */
export const useWords = (): CommunityWords & { readonly language: Language } => {
  const { language, words } = useSpoken<CommunityWords>()
  return { language, ...words }
}

/** Every word of the registrar in the reader's language. */
export const useRegistrarWords = (): RegistrarWords & { readonly language: Language } => {
  const { language, words } = useSpoken<RegistrarWords>()
  return { language, ...words }
}

/** The words both halves share, and the switch of language. */
export const useCommonWords = (): CommonWords & Pick<Spoken, 'language' | 'speak'> => {
  const { language, words, speak } = useSpoken()
  return { language, speak, ui: words.ui, errors: words.errors }
}
