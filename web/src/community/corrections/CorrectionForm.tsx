import { useState } from 'preact/hooks'
import { limits, type Objection, type ShownSentence } from '#contract/community/corrections.ts'
import type { TermChange } from '#contract/community/glossary.ts'
import type { NotIdentifier } from '#contract/community/privacy.ts'
import { errorSentence } from '../../platform/errorSentence.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { GuardPanel } from '../deidentify/GuardPanel.tsx'
import { useGuard } from '../deidentify/useGuard.ts'
import { useCorrectSentence, useTakeBackCorrection } from './corrections.queries.ts'
import '../cases/steps.css'

interface Props {
  readonly sentence: ShownSentence
  readonly done: () => void
  /** What the glossary could say, once one term was put right. */
  readonly offer: (change: TermChange) => void
}

/** A sentence put right beside its original; what the gate objects to is read once more before it stands. */
export const CorrectionForm = ({ sentence, done, offer }: Props) => {
  const words = useWords()
  const { corrections } = words
  const { textId, key, language } = sentence
  const [target, setTarget] = useState(sentence.held ? (sentence.proposed ?? '') : sentence.shown)
  const [notIdentifiers, setNotIdentifiers] = useState<readonly NotIdentifier[]>([])
  const [objected, setObjected] = useState<{ to: string; objections: readonly Objection[] } | null>(null)
  const correct = useCorrectSentence()
  const takeBack = useTakeBackCorrection()
  const toast = useToast()
  const objections = objected?.to === target ? objected.objections : []
  const guard = useGuard({
    fields: [{ path: 'target', text: target }],
    language,
    notIdentifiers,
    write: ([field]) => field && setTarget(field.text),
    judge: setNotIdentifiers,
  })
  const save = async (event: Event) => {
    event.preventDefault()
    if (!(await guard.mayBeSent())) return
    correct.mutate(
      {
        textId,
        key,
        language,
        target,
        confirmed: objections.length > 0,
        notIdentifiers: [...notIdentifiers],
        idempotencyKey: crypto.randomUUID(),
      },
      {
        onSuccess: ({ correctionId, objections: found, change }) => {
          if (correctionId === null) return setObjected({ to: target, objections: found })
          // By then this form is closed: what a mutation calls back would not be heard.
          const undo = () =>
            void takeBack.mutateAsync(correctionId).then(
              () => toast.show(corrections.takenBack),
              (error: unknown) => toast.show(errorSentence(error, words)),
            )
          toast.show(corrections.saved, { milliseconds: 10_000, action: { label: corrections.undo, run: undo } })
          if (change) offer(change)
          done()
        },
      },
    )
  }
  return (
    <form className="correction-form" onSubmit={(event) => void save(event)}>
      <TextArea
        label={corrections.sayIt(language)}
        value={target}
        onChange={setTarget}
        lang={language}
        maxLength={limits.sentence}
        autoCapitalize="sentences"
      />
      <GuardPanel guard={guard} />
      {objections.length > 0 && (
        <Note tone="caution" title={corrections.objectTitle} alert>
          <ul>
            {objections.map((objection) => (
              <li key={`${objection.kind} ${objection.expected}`}>{corrections.object(objection)}</li>
            ))}
          </ul>
        </Note>
      )}
      <ProblemNote error={correct.error} />
      <div className="form-foot">
        <Button kind="outlined" onClick={done}>
          {corrections.cancel}
        </Button>
        <Button
          kind="filled"
          type="submit"
          busy={correct.isPending}
          disabled={target.trim() === '' || target.trim() === sentence.shown.trim()}
        >
          {correct.isPending ? corrections.saving : objections.length > 0 ? corrections.saveAnyway : corrections.save}
        </Button>
      </div>
    </form>
  )
}
