import type { CaseInList } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { between, waitOf, waitText } from './waiting.rules.ts'
import './WaitFigure.css'

/** How long a case has waited in large figures, or in what time it was resolved. */
export const WaitFigure = ({ shown, now }: { shown: Pick<CaseInList, 'clock' | 'state' | 'attribution'>; now: number }) => {
  const { cases } = useWords()
  const { askedAt, resolvedAt } = shown.clock
  if (shown.state === 'case-study' || shown.attribution)
    return (
      <p className="wait-figure wait-figure-done">
        <span>{cases.states['case-study']}</span>
      </p>
    )
  if (resolvedAt !== null)
    return (
      <p className="wait-figure wait-figure-done">
        <span>
          <Icon name="check" /> {cases.states.resolved}
        </span>
        <small>{cases.inTime(waitText(between(askedAt, resolvedAt), cases.underAMinute))}</small>
      </p>
    )
  const wait = waitOf(between(askedAt, now))
  return (
    <p className="wait-figure">
      {wait === null ? <small>{cases.underAMinute}</small> : <b>{wait.figure}</b>}
      {wait?.unit && <small>{wait.unit}</small>}
      <small>{cases.waiting}</small>
    </p>
  )
}
