import { useState } from 'preact/hooks'
import { type LabAsked, limits, type ShownCase } from '#contract/community/cases.ts'
import type { NotIdentifier } from '#contract/community/privacy.ts'
import { isOffline } from '../../platform/call.ts'
import { useKeptDraft } from '../../platform/keptDraft.ts'
import { keepForLater } from '../../platform/outbox.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { GuardPanel } from '../deidentify/GuardPanel.tsx'
import { fieldsOfLabs, withTextAt } from '../deidentify/guard.rules.ts'
import { useGuard } from '../deidentify/useGuard.ts'
import { useAddUpdate } from './cases.queries.ts'
import { LabEditor } from './LabEditor.tsx'
import { labsFrom } from './labs.rules.ts'
import './steps.css'

interface Draft {
  readonly key: string
  readonly text: string
  readonly labs: readonly LabAsked[]
  readonly notIdentifiers?: readonly NotIdentifier[]
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

  const notIdentifiers = draft.notIdentifiers ?? []
  const guard = useGuard({
    fields: [{ path: 'text', text: draft.text }, ...fieldsOfLabs(draft.labs)],
    language,
    notIdentifiers,
    write: (fields) => setDraft(fields.reduce((form, { path, text: written }) => withTextAt(form, path, written), draft)),
    judge: (judged) => setDraft({ ...draft, notIdentifiers: judged }),
  })

  const send = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (incomplete || !(await guard.mayBeSent())) return
    const body = { language, text, labs, ...(notIdentifiers.length > 0 && { notIdentifiers: [...notIdentifiers] }) }
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
        <LabEditor labs={draft.labs} change={(labs) => setDraft({ ...draft, labs })} tried={tried} />
        {tried && incomplete && (
          <p className="form-problem" role="alert">
            <Icon name="warning" /> {words.incomplete}
          </p>
        )}
        <GuardPanel guard={guard} />
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
