import { useState } from 'preact/hooks'
import { limits, type ShownCase } from '#contract/community/cases.ts'
import { isOffline } from '../../platform/call.ts'
import { useKeptDraft } from '../../platform/keptDraft.ts'
import { keepForLater } from '../../platform/outbox.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { useAddUpdate } from './cases.queries.ts'
import { type LabTyped, labsFrom, labToType } from './labs.rules.ts'
import './steps.css'

interface Draft {
  readonly key: string
  readonly text: string
  readonly labs: readonly LabTyped[]
}

const newDraft = (): Draft => ({ key: crypto.randomUUID(), text: '', labs: [] })

/** The asker adds what is new: words, values or both; kept on this device until it is sent. */
export const AddUpdateDialog = ({ shown, close }: { shown: ShownCase; close: () => void }) => {
  const { language, cases } = useWords()
  const words = cases.addResultForm
  const [draft, setDraft] = useKeptDraft<Draft>(`update:${shown.id}`, newDraft)
  const [tried, setTried] = useState(false)
  const add = useAddUpdate(shown.id)
  const toast = useToast()
  const labs = labsFrom(draft.labs)
  const text = draft.text.trim()
  const incomplete = labs === null || (text === '' && labs.length === 0)

  const changeLab = (at: number, part: Partial<LabTyped>) =>
    setDraft({ ...draft, labs: draft.labs.map((lab, index) => (index === at ? { ...lab, ...part } : lab)) })

  const send = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (incomplete) return
    const body = { language, text, labs: [...labs] }
    try {
      await add.mutateAsync({ ...body, key: draft.key })
      toast.show(words.sent)
    } catch (error) {
      if (!isOffline(error)) return
      await keepForLater({ promise: 'addUpdate', params: { caseId: shown.id }, body, key: draft.key })
      toast.show(words.kept)
    }
    setDraft(newDraft())
    close()
  }
  return (
    <Dialog title={words.title} onClose={close}>
      <form className="update-form" onSubmit={(event) => void send(event)}>
        <p className="dialog-lead">{words.lead}</p>
        <TextArea
          label={words.text}
          hint={words.textHint}
          value={draft.text}
          onChange={(value) => setDraft({ ...draft, text: value })}
          maxLength={limits.section}
        />
        {draft.labs.map((lab, index) => (
          <div className="lab-row" key={index}>
            <TextField label={words.labName} value={lab.name} onChange={(name) => changeLab(index, { name })} maxLength={120} />
            <TextField
              label={words.labValue}
              value={lab.value}
              onChange={(value) => changeLab(index, { value })}
              maxLength={40}
              inputMode="decimal"
            />
            <TextField label={words.labUnit} value={lab.unit} onChange={(unit) => changeLab(index, { unit })} maxLength={40} />
            <TextField label={words.labRange} value={lab.range} onChange={(range) => changeLab(index, { range })} maxLength={40} />
            <Select
              label={words.labFlag}
              value={lab.flag}
              onChange={(flag) => changeLab(index, { flag: flag as LabTyped['flag'] })}
              options={[
                { value: '', label: words.flagNone },
                { value: 'high', label: words.flagHigh },
                { value: 'low', label: words.flagLow },
              ]}
            />
            <Button kind="text" onClick={() => setDraft({ ...draft, labs: draft.labs.filter((_, at) => at !== index) })}>
              <Icon name="close" />
              {words.removeLab(lab.name.trim())}
            </Button>
          </div>
        ))}
        {draft.labs.length < limits.labs && (
          <Button kind="outlined" onClick={() => setDraft({ ...draft, labs: [...draft.labs, labToType] })}>
            <Icon name="plus" />
            {words.addLab}
          </Button>
        )}
        {tried && incomplete && (
          <p className="form-problem" role="alert">
            <Icon name="warning" /> {words.incomplete}
          </p>
        )}
        <ProblemNote error={add.error} />
        <div className="form-foot">
          <Button kind="outlined" onClick={close}>
            {cases.cancel}
          </Button>
          <Button kind="filled" type="submit" busy={add.isPending}>
            {words.send}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
