import { useState } from 'preact/hooks'
import type { Declined } from '#contract/community/routing.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Chips, ManyChips } from '../../ui/Chips.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { useDeclineCase } from './routing.queries.ts'

/** Not for me, and why; and, if so chosen, nothing of this specialty any more. */
export const NotForMeDialog = ({ caseId, close }: { caseId: string; close: () => void }) => {
  const words = useWords().routing.notForMeForm
  const [why, setWhy] = useState<Declined>('not-my-field')
  const [mute, setMute] = useState<readonly 'mute'[]>([])
  const [key] = useState(() => crypto.randomUUID())
  const declining = useDeclineCase(caseId)
  const toast = useToast()
  const send = () =>
    declining.mutate(
      { why, mute: mute.length > 0, key },
      {
        onSuccess: () => {
          toast.show(words.sent)
          close()
        },
      },
    )
  return (
    <Dialog title={words.title} onClose={close}>
      <Chips
        label={words.why}
        options={(['not-my-field', 'no-time', 'know-the-patient', 'other'] as const).map((value) => ({ value, label: words.whys[value] }))}
        value={why}
        onChange={setWhy}
      />
      {why === 'not-my-field' && (
        <ManyChips label={words.mute} labelHidden options={[{ value: 'mute', label: words.mute }]} values={mute} onChange={setMute} />
      )}
      <ProblemNote error={declining.error} />
      <div className="form-foot">
        <Button onClick={close}>{words.keep}</Button>
        <Button kind="filled" busy={declining.isPending} onClick={send}>
          {words.send}
        </Button>
      </div>
    </Dialog>
  )
}
