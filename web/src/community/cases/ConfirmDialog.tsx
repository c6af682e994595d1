import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import './steps.css'

interface Props {
  readonly words: { readonly title: string; readonly keep: string; readonly send: string }
  readonly body: string
  /** How the step looks: danger when it cannot be taken back. */
  readonly kind: 'filled' | 'danger'
  readonly sending: { readonly isPending: boolean; readonly error: unknown }
  readonly send: () => void
  readonly close: () => void
}

/** Asks before a step is taken; the safe choice stands first. */
export const ConfirmDialog = ({ words, body, kind, sending, send, close }: Props) => (
  <Dialog title={words.title} onClose={close}>
    <p>{body}</p>
    <ProblemNote error={sending.error} />
    <div className="form-foot">
      <Button kind="outlined" onClick={close}>
        {words.keep}
      </Button>
      <Button kind={kind} busy={sending.isPending} onClick={send}>
        {words.send}
      </Button>
    </div>
  </Dialog>
)
