import type { CaseForm } from '#contract/community/cases.ts'
import { discardLetter, useOutbox } from '../../platform/outbox.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Note.tsx'

interface Asked {
  readonly form: CaseForm
  readonly draftId: string | null
}

/** Cases asked without a network: each waits on this device and is sent once, or can be taken up again. */
export const WaitingCases = ({ takeUp }: { takeUp: (asked: Asked) => Promise<void> }) => {
  const { ask, errors } = useWords()
  const letters = useOutbox().filter(({ promise }) => promise === 'postCase')
  return (
    <>
      {letters.map(({ key, body, refused }) => {
        const asked = body as Asked
        const sentence: unknown = refused === undefined ? ask.willBeSent : errors[refused as keyof typeof errors]
        return (
          <Note key={key} tone="caution" title={refused === undefined ? ask.waiting : ask.refused}>
            <p lang={asked.form.language}>{asked.form.question}</p>
            {typeof sentence === 'string' && <p>{sentence}</p>}
            <Button
              onClick={() => {
                void takeUp(asked).then(() => discardLetter(key))
              }}
            >
              {ask.takeUp}
            </Button>
          </Note>
        )
      })}
    </>
  )
}
