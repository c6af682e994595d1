import { isOffline, problemOf } from '../platform/call.ts'
import { errorSentence } from '../platform/errorSentence.ts'
import { useCommonWords } from '../platform/useWords.ts'
import { Note } from './Note.tsx'

/** Why something was not done, in a sentence that says what to do, with the stable code; nothing while there is no error. */
export const ProblemNote = ({ error }: { error: unknown }) => {
  const words = useCommonWords()
  if (!error) return null
  const problem = problemOf(error)
  const [what, ...todo] = errorSentence(error, words).split(/(?<=\.) /)
  return (
    <Note tone={problem ? 'danger' : 'caution'} icon={isOffline(error) ? 'offline' : 'warning'} title={what} alert>
      {todo.length > 0 && <p>{todo.join(' ')}</p>}
      {problem && (
        <p className="problem-code">
          {words.ui.code} {problem.code}
        </p>
      )}
    </Note>
  )
}
