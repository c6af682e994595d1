import { useState } from 'preact/hooks'
import { errorSentence } from '../../platform/errorSentence.ts'
import { eventTime } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useToast } from '../../ui/Toast.tsx'
import type { Draft } from './draft.rules.ts'
import { useListDrafts } from './drafts.queries.ts'

interface Props {
  readonly draftId: string
  /** Whether the one in the form was begun before. */
  readonly resumed: boolean
  readonly open: (draftId: string) => Promise<void>
  readonly beginNew: () => Promise<void>
  readonly discard: (gone: Pick<Draft, 'draftId' | 'form'>) => Promise<(() => Promise<void>) | null>
}

const useThrowAway = (discard: Props['discard']) => {
  const words = useWords()
  const { ask } = words
  const toast = useToast()
  return async (gone: Pick<Draft, 'draftId' | 'form'>): Promise<void> => {
    const bringBack = await discard(gone)
    if (!bringBack) return
    toast.show(ask.discarded, {
      milliseconds: 10_000,
      action: { label: ask.undo, run: () => void bringBack().catch((error: unknown) => toast.show(errorSentence(error, words))) },
    })
  }
}

/** What was begun and not posted: go on with it, or throw it away and have it back. */
export const AskDrafts = ({ draftId, resumed, open, beginNew, discard }: Props) => {
  const { language, ask } = useWords()
  const [shown, setShown] = useState(false)
  const throwAway = useThrowAway(discard)
  const others = (useListDrafts().data ?? []).filter((draft) => draft.draftId !== draftId)
  if (!resumed && others.length === 0) return null
  const now = Date.now()
  return (
    <div className="ask-drafts">
      {resumed && (
        <p>
          {ask.resumed}
          <Button kind="text" onClick={() => void beginNew()}>
            {ask.beginNew}
          </Button>
        </p>
      )}
      {others.length > 0 && (
        <Disclosure title={ask.drafts} value={String(others.length)} open={shown} onToggle={setShown}>
          <ul>
            {others.map(({ form, savedAt, ...draft }) => {
              const question = form.question.trim() || ask.noQuestion
              return (
                <li key={draft.draftId}>
                  <button
                    type="button"
                    onClick={() => {
                      setShown(false)
                      void open(draft.draftId)
                    }}
                  >
                    <b lang={form.question.trim() === '' ? undefined : form.language}>{question}</b>
                    <small>{savedAt === null ? ask.savedHere : eventTime(savedAt, now, language)}</small>
                  </button>
                  <Button kind="text" label={ask.discard(question)} onClick={() => void throwAway({ draftId: draft.draftId, form })}>
                    <Icon name="close" />
                  </Button>
                </li>
              )
            })}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}

/** Throws the draft in the form away; the toast brings it back. */
export const DiscardThis = ({ draft, discard }: { draft: Pick<Draft, 'draftId' | 'form'>; discard: Props['discard'] }) => {
  const { ask } = useWords()
  const throwAway = useThrowAway(discard)
  return (
    <Button kind="text" onClick={() => void throwAway(draft).then(() => window.scrollTo({ top: 0 }))}>
      {ask.discardThis}
    </Button>
  )
}
