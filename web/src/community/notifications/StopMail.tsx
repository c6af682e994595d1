import { useSearchParams } from 'wouter'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useStopMail } from './notifications.queries.ts'
import '../join/join.css'

/** Stops the letters to the address this link was sent to. It takes a tap: programs that only look at links stop nothing. */
export const StopMail = () => {
  const { notifications } = useWords()
  const words = notifications.stopMail
  const [query] = useSearchParams()
  const stopping = useStopMail()
  return (
    <section className="account-page">
      <h1>{words.title}</h1>
      {stopping.isSuccess ? (
        <Note tone="good" title={words.stopped} alert>
          <p>{words.again}</p>
        </Note>
      ) : (
        <>
          <p>{words.text}</p>
          <div>
            <Button kind="filled" busy={stopping.isPending} onClick={() => stopping.mutate(query.get('token') ?? '')}>
              {words.stop}
            </Button>
          </div>
        </>
      )}
      <ProblemNote error={stopping.error} />
    </section>
  )
}
