import { Link } from 'wouter'
import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { askersSteps, isClosed, isOpen } from './caseStates.rules.ts'
import { StateTag } from './StateTag.tsx'
import { useAskersSteps } from './useAskersSteps.tsx'
import { between, waitText } from './waiting.rules.ts'
import './cases.css'

/** Above a case: back to the list it came from, where it stands, and what its asker can do. */
export const CaseBar = ({ shown, now }: { shown: ShownCase; now: number }) => {
  const { cases, feed, discussion } = useWords()
  const { take, dialog } = useAskersSteps(shown)
  const steps = askersSteps(shown.state)
  const [list, name] = isClosed(shown.state) ? ['/?list=resolved', feed.tabs.resolved] : ['/', cases.home]
  return (
    <div className="case-bar">
      <Link href={list} className="case-bar-back">
        <Icon name="back" />
        <span>{name}</span>
      </Link>
      <p className="case-bar-title">
        <b>{shown.mine ? cases.yourCase : cases.case}</b>
        <StateTag state={shown.state} />
      </p>
      <div className="case-bar-actions">
        {shown.mine && steps.update && (
          <Button kind="outlined" onClick={() => take('update')}>
            <Icon name="plus" />
            {cases.addResult}
          </Button>
        )}
        {shown.mine && steps.close && (
          <Button kind="outlined" onClick={() => take('close')}>
            {cases.closeCase}
          </Button>
        )}
        {shown.mine && steps.withdraw && (
          <Button kind="text" onClick={() => take('more')} label={cases.more}>
            <Icon name="more" />
          </Button>
        )}
        {!shown.mine && isOpen(shown.state) && (
          <>
            <span className="case-bar-wait">{cases.waitingFor(waitText(between(shown.clock.askedAt, now), cases.underAMinute))}</span>
            <Button kind="outlined" onClick={() => document.getElementById('composer')?.focus()}>
              <Icon name="reply" />
              {discussion.answer}
            </Button>
          </>
        )}
      </div>
      {dialog}
    </div>
  )
}
