import { useState } from 'preact/hooks'
import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { useReopenCase } from './cases.queries.ts'
import './steps.css'

/** Asks before an outcome is taken away and the case is open for answers again. */
export const ReopenDialog = ({ shown, close }: { shown: ShownCase; close: () => void }) => {
  const { cases } = useWords()
  const words = cases.reopenForm
  const [key] = useState(() => crypto.randomUUID())
  const reopen = useReopenCase(shown.id)
  const toast = useToast()
  const send = () =>
    reopen.mutate(
      { key },
      {
        onSuccess: () => {
          toast.show(words.sent)
          close()
        },
      },
    )
  return (
    <Dialog title={words.title} onClose={close}>
      <p>{words.body}</p>
      <ProblemNote error={reopen.error} />
      <div className="form-foot">
        <Button kind="outlined" onClick={close}>
          {words.keep}
        </Button>
        <Button kind="filled" busy={reopen.isPending} onClick={send}>
          {words.send}
        </Button>
      </div>
    </Dialog>
  )
}
