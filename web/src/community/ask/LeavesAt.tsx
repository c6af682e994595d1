import { useEffect, useRef, useState } from 'preact/hooks'
import { clockTime, duration } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isToday, leavingOf, nextTime } from '../cases/leaving.rules.ts'
import { useNow } from '../cases/useNow.ts'

interface Props {
  readonly at: string | null
  readonly change: (at: string | null) => void
}

/** When the patient leaves: a time on the clock, today or, once it has passed, tomorrow. */
export const LeavesAt = ({ at, change }: Props) => {
  const { language, ask } = useWords()
  const now = useNow()
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (asked) field.current?.focus()
  }, [asked])
  if (at === null && !asked)
    return (
      <div>
        <Button kind="text" onClick={() => setAsked(true)}>
          <Icon name="clock" />
          {ask.addLeaves}
        </Button>
      </div>
    )
  const { left, gone } = at === null ? { left: 0, gone: false } : leavingOf(at, now)
  return (
    <div className="ask-leaves">
      <TextField
        ref={field}
        label={ask.leaves}
        type="time"
        value={at === null ? '' : clockTime(at, language)}
        hint={
          at === null
            ? ask.leavesHint
            : gone
              ? ask.leavesGone
              : isToday(at, now)
                ? ask.leavesToday(duration(left))
                : ask.leavesTomorrow(duration(left))
        }
        onChange={(clock) => {
          setAsked(true)
          change(nextTime(clock, Date.now()))
        }}
      />
      <Button
        kind="text"
        onClick={() => {
          setAsked(false)
          change(null)
        }}
      >
        {ask.noLeaves}
      </Button>
    </div>
  )
}
