import type { ComponentChildren } from 'preact'
import { clockTime, eventTime } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { StatFigure, StatFigures } from '../../ui/StatFigure.tsx'
import type { AnswersArrival } from '../keys/fragments.ts'

interface Props {
  group: NonNullable<AnswersArrival['group']>
  busy: boolean
  /** Null while it is not known where the registrar is. */
  look: (() => void) | null
  problem: ComponentChildren
}

/** Waiting to enter with others: how many they are, when it may be, and at the latest. */
export const WaitingStep = ({ group, busy, look, problem }: Props) => {
  const { language, accounts } = useWords()
  const words = accounts.join
  const { size, minimum, next, latest } = group
  return (
    <>
      <h1>{words.waitingTitle}</h1>
      <p>{words.waitingText}</p>
      <StatFigures>
        <StatFigure value={size} label={words.waitingSize(size)} />
        <StatFigure value={clockTime(next, language)} label={words.waitingNext(minimum)} />
      </StatFigures>
      <p>{words.waitingLatest(eventTime(latest, Date.now(), language))}</p>
      {problem}
      {look && (
        <div>
          <Button kind="filled" busy={busy} onClick={look}>
            {words.look}
          </Button>
        </div>
      )}
    </>
  )
}
