import { useState } from 'preact/hooks'
import { type SpecialtyCode, specialties } from '#atlas/specialties.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Select } from '../../ui/Select.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { useWidenRing } from './routing.queries.ts'

/** "Ask a nephrologist": another specialty, alerted now. */
export const AskSpecialtyDialog = ({ caseId, asked, close }: { caseId: string; asked: readonly string[]; close: () => void }) => {
  const { language, routing, ui } = useWords()
  const words = routing.askForm
  const [specialty, setSpecialty] = useState<SpecialtyCode | null>(null)
  const widening = useWidenRing(caseId)
  const toast = useToast()
  const options = specialties
    .filter(({ code }) => !asked.includes(code))
    .map((each) => ({ value: each.code, label: each[language] }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
  const send = () =>
    widening.mutate(specialty, {
      onSuccess: () => {
        toast.show(words.sent)
        close()
      },
    })
  return (
    <Dialog title={words.title} onClose={close}>
      <p>{words.body}</p>
      <Select label={words.specialty} value={specialty} options={options} onChange={setSpecialty} />
      <ProblemNote error={widening.error} />
      <div className="form-foot">
        <Button onClick={close}>{ui.close}</Button>
        <Button kind="filled" disabled={specialty === null} busy={widening.isPending} onClick={send}>
          {words.send}
        </Button>
      </div>
    </Dialog>
  )
}
