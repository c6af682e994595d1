import { useLocation } from 'wouter'
import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { useUndoPosting } from './cases.queries.ts'
import { useNow } from './useNow.ts'
import './UndoPosting.css'

/** Says that the case is posted, and for some seconds takes that back: the case becomes a draft again. */
export const UndoPosting = ({ shown, until }: { shown: ShownCase; until: string }) => {
  const { cases } = useWords()
  const now = useNow(500)
  const [, navigate] = useLocation()
  const toast = useToast()
  const undo = useUndoPosting(shown.id)
  if (Date.parse(until) <= now && !undo.isPending) return null
  const takeBack = () =>
    undo.mutate(undefined, {
      onSuccess: ({ draftId }) => {
        toast.show(cases.postingUndone)
        navigate(`/ask?draft=${draftId}`, { replace: true })
      },
    })
  return (
    <Note tone="good" title={cases.posted}>
      <div className="undo-posting">
        <Button busy={undo.isPending} onClick={takeBack}>
          {cases.undo}
        </Button>
        <ProblemNote error={undo.error} />
      </div>
    </Note>
  )
}
