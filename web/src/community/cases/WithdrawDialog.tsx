import { useState } from 'preact/hooks'
import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { useWithdrawCase } from './cases.queries.ts'
import './steps.css'

/** Asks once more before the story and the images are gone for everybody. */
export const WithdrawDialog = ({ shown, close }: { shown: ShownCase; close: () => void }) => {
  const { cases } = useWords()
  const words = cases.withdrawForm
  const [key] = useState(() => crypto.randomUUID())
  const withdraw = useWithdrawCase(shown.id)
  const toast = useToast()
  const send = () =>
    withdraw.mutate(
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
      <p>{words.body(shown.counters.doctorsWhoTookPart)}</p>
      <ProblemNote error={withdraw.error} />
      <div className="form-foot">
        <Button kind="outlined" onClick={close}>
          {words.keep}
        </Button>
        <Button kind="danger" busy={withdraw.isPending} onClick={send}>
          {words.send}
        </Button>
      </div>
    </Dialog>
  )
}
