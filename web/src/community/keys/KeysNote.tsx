import { useWords } from '../../platform/useWords.ts'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { KeysRefused } from './tickets.ts'

/** Says why this browser went no further with the registrar's keys: refused, or not to be had. */
export const KeysNote = ({ error }: { error: unknown }) => {
  const { accounts } = useWords()
  if (!(error instanceof KeysRefused)) return <ProblemNote error={error} />
  return (
    <Note tone="danger" title={accounts.keysRefused.title}>
      {accounts.keysRefused.text} {accounts.keysRefused.reason}: <code>{error.reason}</code>
    </Note>
  )
}
