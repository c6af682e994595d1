import { useState } from 'preact/hooks'
import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToast } from '../../ui/Toast.tsx'
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
  const send = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (text.trim() === '') return
    state.mutate(
      { language, text: text.trim(), key },
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
      <form onSubmit={send}>
        <p>{words.lead}</p>
        <TextField
          label={words.label}
          value={text}
          onChange={setText}
          maxLength={200}
          error={tried && text.trim() === '' ? words.missing : undefined}
        />
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
