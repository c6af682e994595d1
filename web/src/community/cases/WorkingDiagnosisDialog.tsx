import { useState } from 'preact/hooks'
import type { ShownCase } from '#contract/community/cases.ts'
import type { NotIdentifier } from '#contract/community/privacy.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { GuardPanel } from '../deidentify/GuardPanel.tsx'
import { useGuard } from '../deidentify/useGuard.ts'
import { useSetWorkingDiagnosis } from './cases.queries.ts'
import './steps.css'

/** The asker says what they treat for until they know. */
export const WorkingDiagnosisDialog = ({ shown, close }: { shown: ShownCase; close: () => void }) => {
  const { language, cases } = useWords()
  const words = cases.workingDiagnosisForm
  const [key] = useState(() => crypto.randomUUID())
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const state = useSetWorkingDiagnosis(shown.id)
  const toast = useToast()
  const [notIdentifiers, setNotIdentifiers] = useState<readonly NotIdentifier[]>([])
  const guard = useGuard({
    fields: [{ path: 'text', text }],
    language,
    notIdentifiers,
    write: ([field]) => field && setText(field.text),
    judge: setNotIdentifiers,
  })
  const send = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (text.trim() === '' || !(await guard.mayBeSent())) return
    state.mutate(
      { language, text: text.trim(), notIdentifiers: [...notIdentifiers], key },
      {
        onSuccess: () => {
          toast.show(words.sent)
          close()
        },
      },
    )
  }
  return (
    <Dialog title={words.title} onClose={close}>
      <form onSubmit={(event) => void send(event)}>
        <p>{words.lead}</p>
        <TextField
          label={words.label}
          value={text}
          onChange={setText}
          maxLength={200}
          error={tried && text.trim() === '' ? words.missing : undefined}
        />
        <GuardPanel guard={guard} />
        <ProblemNote error={state.error} />
        <div className="form-foot">
          <Button kind="outlined" onClick={close}>
            {cases.cancel}
          </Button>
          <Button kind="filled" type="submit" busy={state.isPending}>
            {words.send}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
