import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import './corrections.css'

/** A question to the server: on its way, or what came back instead of an answer. */
interface Asked {
  readonly isPending: boolean
  readonly error: Error | null
}

interface Props {
  readonly words: { readonly accept: string; readonly decline: string }
  readonly may: { readonly accept: boolean; readonly decline: boolean; readonly takeBack: boolean }
  readonly settling: Asked
  readonly takingBack: Asked
  readonly answer: (accept: boolean) => void
  readonly takeBack: () => void
}

/** What this reader may say to what a colleague proposes, and take back of their own. */
export const Settlement = ({ words, may, settling, takingBack, answer, takeBack }: Props) => {
  const { corrections } = useWords()
  return (
    <>
      <ProblemNote error={settling.error ?? takingBack.error} />
      {(may.accept || may.decline || may.takeBack) && (
        <div className="correction-actions">
          {may.accept && (
            <Button busy={settling.isPending} onClick={() => answer(true)}>
              {words.accept}
            </Button>
          )}
          {may.decline && (
            <Button kind="text" busy={settling.isPending} onClick={() => answer(false)}>
              {words.decline}
            </Button>
          )}
          {may.takeBack && (
            <Button kind="text" busy={takingBack.isPending} onClick={takeBack}>
              {corrections.takeBack}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
