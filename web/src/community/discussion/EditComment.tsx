import { useState } from 'preact/hooks'
import { limits, type ShownComment } from '#contract/community/discussion.ts'
import type { NotIdentifier } from '#contract/community/privacy.ts'
import { type ShownText, wordsFor } from '#contract/shapes.ts'
import { eventTime } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { GuardPanel } from '../deidentify/GuardPanel.tsx'
import { useGuard } from '../deidentify/useGuard.ts'
import { useEditComment } from './discussion.queries.ts'
import '../cases/steps.css'
import './discussion.css'

/** Changes one's own words while nobody has answered them, in the language they were written in. */
export const EditComment = ({
  caseId,
  comment,
  text,
  done,
}: {
  caseId: string
  comment: ShownComment
  text: ShownText
  done: () => void
}) => {
  const { language, discussion } = useWords()
  const written = text.original ?? text
  const [body, setBody] = useState(written.body)
  const [notIdentifiers, setNotIdentifiers] = useState<readonly NotIdentifier[]>([])
  const edit = useEditComment(caseId)
  const guard = useGuard({
    fields: [{ path: 'text', text: body }],
    language: wordsFor[written.language],
    notIdentifiers,
    write: ([field]) => field && setBody(field.text),
    judge: setNotIdentifiers,
  })
  const save = async (event: Event) => {
    event.preventDefault()
    if (!(await guard.mayBeSent())) return
    edit.mutate(
      { commentId: comment.id, language: written.language, text: body.trim(), kind: comment.kind, notIdentifiers: [...notIdentifiers] },
      { onSuccess: done },
    )
  }
  return (
    <form className="edit-comment" onSubmit={(event) => void save(event)}>
      <TextArea label={discussion.edit} value={body} onChange={setBody} lang={written.language} maxLength={limits.comment} />
      {comment.editableUntil !== null && <p>{discussion.editUntil(eventTime(comment.editableUntil, Date.now(), language))}</p>}
      <GuardPanel guard={guard} />
      <ProblemNote error={edit.error} />
      <div className="form-foot">
        <Button kind="outlined" onClick={done}>
          {discussion.cancelEdit}
        </Button>
        <Button kind="filled" type="submit" busy={edit.isPending} disabled={body.trim() === ''}>
          {discussion.saveEdit}
        </Button>
      </div>
    </form>
  )
}
