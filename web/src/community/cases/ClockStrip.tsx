import type { ShownCase } from '#contract/community/cases.ts'
import { eventTime } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { clockPoints } from './clockStrip.rules.ts'
import { waitText } from './waiting.rules.ts'
import './ClockStrip.css'

/** Asked, first response, first answer, and resolved or still waiting; dotted while open. */
export const ClockStrip = ({ clock, now }: { clock: ShownCase['clock']; now: number }) => {
  const { language, cases } = useWords()
  return (
    <ol className="clock-strip" aria-label={cases.clock.label}>
      {clockPoints(clock, now).map(({ name, after, line }) => (
        <li key={name} data-line={line} data-point={after === null ? 'open' : name}>
          <b>
            {name === 'asked' ? (
              <time dateTime={clock.askedAt}>{eventTime(clock.askedAt, now, language)}</time>
            ) : after === null ? (
              '–'
            ) : (
              waitText(after, cases.underAMinute)
            )}
          </b>
          <span>
            {cases.clock[name]}
            {after === null && <span className="visually-hidden"> {cases.clock.notYet}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
