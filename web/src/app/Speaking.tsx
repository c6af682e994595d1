import { useQueryClient } from '@tanstack/react-query'
import type { ComponentChildren } from 'preact'
import { useCallback, useMemo, useState } from 'preact/hooks'
import type { Language } from '#contract/shapes.ts'
import { keepLanguage } from '../platform/language.ts'
import { type CommonWords, type Spoken, SpokenContext } from '../platform/useWords.ts'

export type LoadWords = (language: Language) => Promise<CommonWords>

interface Props {
  readonly load: LoadWords
  /** What the page begins with, loaded before it is drawn. */
  readonly first: { readonly language: Language; readonly words: CommonWords }
  readonly children: ComponentChildren
}

/** Puts a language's words around the app. Another language is fetched when it is chosen, and what the server says is asked for again in it. */
export const Speaking = ({ load, first, children }: Props) => {
  const client = useQueryClient()
  const [spoken, setSpoken] = useState(first)
  const speak = useCallback(
    (language: Language) => {
      keepLanguage(language)
      void load(language).then((words) => {
        document.documentElement.lang = language
        setSpoken({ language, words })
        void client.invalidateQueries()
      })
    },
    [load, client],
  )
  const value = useMemo((): Spoken => ({ ...spoken, speak }), [spoken, speak])
  return <SpokenContext.Provider value={value}>{children}</SpokenContext.Provider>
}
