import { useState } from 'preact/hooks'
import type { OutcomeForm, ShownCase } from '#contract/community/cases.ts'
import type { NotIdentifier } from '#contract/community/privacy.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Chips } from '../../ui/Chips.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { BylineLine } from '../bylines/BylineLine.tsx'
import { GuardPanel } from '../deidentify/GuardPanel.tsx'
import { useGuard } from '../deidentify/useGuard.ts'
import { UserLine } from '../texts/UserText.tsx'
import { useCloseCase, useReopenCase } from './cases.queries.ts'
import { answersToThank, type Closing, closingToStart, type HowIs, outcomeFrom, proposals } from './closing.rules.ts'
import './steps.css'

const undoFor = 10_000

/** Three taps close a case: what it was, who helped, how the patient is. */
export const CloseCaseDialog = ({ shown, close }: { shown: ShownCase; close: () => void }) => {
  const { language, cases } = useWords()
  const words = cases.closeForm
  const proposed = proposals(shown)
  const [key] = useState(() => crypto.randomUUID())
  const [closing, setClosing] = useState<Closing>({ ...closingToStart, what: proposed.length === 0 ? 'other' : null })
  const [tried, setTried] = useState(false)
  const change = (part: Partial<Closing>) => setClosing((before) => ({ ...before, ...part }))
  const sending = useCloseCase(shown.id)
  const reopen = useReopenCase(shown.id)
  const toast = useToast()
  const outcome = outcomeFrom(closing, shown, words)
  const answers = answersToThank(shown)

  const [notIdentifiers, setNotIdentifiers] = useState<readonly NotIdentifier[]>([])
  const guard = useGuard({
    fields: [
      { path: 'written', text: closing.what === 'other' ? closing.written : (outcome?.finalDiagnosis ?? '') },
      { path: 'course', text: closing.course },
      { path: 'learned', text: closing.learned },
    ],
    language,
    notIdentifiers,
    // A diagnosis that was proposed and is changed is one written by hand.
    write: (fields) =>
      change({
        ...Object.fromEntries(fields.map(({ path, text }) => [path, text])),
        ...(fields.some(({ path }) => path === 'written') && { what: 'other' as const }),
      }),
    judge: setNotIdentifiers,
  })

  const send = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (!outcome || !(await guard.mayBeSent())) return
    const undo = { label: cases.undo, run: () => reopen.mutate({ key: crypto.randomUUID() }) }
    sending.mutate(
      { language, outcome, notIdentifiers: [...notIdentifiers], key },
      {
        onSuccess: () => {
          toast.show(words.sent, { milliseconds: undoFor, action: undo })
          close()
        },
      },
    )
  }
  return (
    <Dialog title={words.title} onClose={close}>
      <form className="close-form" onSubmit={(event) => void send(event)}>
        <p className="dialog-lead">{words.lead(shown.counters.doctorsWhoTookPart)}</p>
        <Chips
          label={words.what}
          options={[
            ...proposed.map(({ id, body }) => ({ value: id, label: body })),
            { value: 'other', label: words.other },
            { value: 'not-known', label: words.notKnown },
          ]}
          value={closing.what}
          onChange={(what) => change({ what })}
        />
        {closing.what === 'other' && (
          <TextField label={words.diagnosis} value={closing.written} onChange={(written) => change({ written })} maxLength={2_000} />
        )}
        {tried && !outcome && (
          <p className="form-problem" role="alert">
            <Icon name="warning" /> {words.diagnosisMissing}
          </p>
        )}
        <fieldset className="who-helped">
          <legend>{words.who}</legend>
          {answers.length === 0 && <p>{words.nobody}</p>}
          {answers.map((answer) => (
            <label key={answer.id}>
              <input
                type="checkbox"
                checked={closing.helped.includes(answer.id)}
                onChange={({ currentTarget }) =>
                  change({
                    helped: currentTarget.checked
                      ? [...closing.helped, answer.id]
                      : closing.helped.filter((helped) => helped !== answer.id),
                  })
                }
              />
              <span>
                <BylineLine byline={answer.byline} />
                {answer.text && (
                  <span className="who-helped-text">
                    <UserLine words={{ body: answer.text.body, language: answer.text.language, spans: [], held: [], terms: [] }} />
                  </span>
                )}
              </span>
            </label>
          ))}
        </fieldset>
        <Segments
          label={words.how}
          options={(['well', 'better', 'worse', 'died'] as const).map((value) => ({ value, label: words.howIs[value] }))}
          value={closing.howIs}
          onChange={(howIs: HowIs) => change({ howIs })}
        />
        <Disclosure title={words.tellMore}>
          <Select
            label={words.howYouKnow}
            value={closing.confirmedBy}
            onChange={(value) => change({ confirmedBy: value as OutcomeForm['confirmedBy'] })}
            options={Object.entries(cases.confirmedBy).map(([value, label]) => ({ value, label }))}
          />
          <TextArea label={words.course} value={closing.course} onChange={(course) => change({ course })} />
          <TextArea label={words.learned} value={closing.learned} onChange={(learned) => change({ learned })} />
        </Disclosure>
        <GuardPanel guard={guard} />
        <ProblemNote error={sending.error} />
        <Button kind="filled" type="submit" wide busy={sending.isPending}>
          {words.send}
        </Button>
      </form>
    </Dialog>
  )
}
