import type { SentCode } from '#contract/registrar/sessions.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { CodeField, useCode } from '../../ui/CodeField.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useRegistrarSession } from './session.queries.ts'

interface Props {
  readonly sent: SentCode
  readonly busy: boolean
  readonly error: unknown
  readonly onCode: (code: string) => void
  /** Sends another code, or begins with another address. */
  readonly onAgain: () => void
}

/** The six digits that were mailed. */
export const CodeForm = ({ sent, busy, error, onCode, onAgain }: Props) => {
  const { applying } = useRegistrarWords()
  const words = applying.code
  const session = useRegistrarSession()
  const code = useCode(onCode)
  const confirm = (event: Event) => {
    event.preventDefault()
    if (!busy) code.give()
  }
  return (
    <form className="registrar-form" onSubmit={confirm} noValidate>
      <h1>{words.title}</h1>
      <p>{words.text(sent.to, sent.minutes)}</p>
      {session.data?.demo && (
        <Note tone="plain" title={words.mailbox}>
          <LinkButton href="/mailbox">{words.toMailbox}</LinkButton>
        </Note>
      )}
      <CodeField code={code} label={words.label} wrong={words.wrong} />
      <ProblemNote error={error} />
      <div className="registrar-actions">
        <Button kind="filled" type="submit" busy={busy}>
          {busy ? words.confirming : words.confirm}
        </Button>
        <Button kind="text" onClick={onAgain}>
          {words.again}
        </Button>
      </div>
    </form>
  )
}
