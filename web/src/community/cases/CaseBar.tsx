import { Link } from 'wouter'
import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { useTakesPart } from '../me/useTakesPart.ts'
import { askersSteps, isClosed, isOpen, isPlain } from './caseStates.rules.ts'
import { StateTag } from './StateTag.tsx'
import type { Step } from './Step.ts'
import { between, waitText } from './waiting.rules.ts'
import './CaseBar.css'

interface Props {
  readonly shown: ShownCase
  readonly take: (step: Step) => void
}

const answer = () => {
  const field = document.getElementById('composer')
  field?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'center' })
}

const AddResult = ({ take }: Pick<Props, 'take'>) => {
  const { cases } = useWords()
  return (
    <Button onClick={() => take('update')}>
      <Icon name="plus" />
      {cases.addResult}
    </Button>
  )
}

const Answer = () => {
  const { discussion } = useWords()
  return (
    <Button onClick={answer}>
      <Icon name="reply" />
      {discussion.answer}
    </Button>
  )
}

/** Above what is left of a withdrawn case: the way back. */
export const WithdrawnBar = () => {
  const { ui, cases } = useWords()
  return (
    <div className="case-bar">
      <Link href="/" className="case-bar-back">
        <Icon name="back" />
        <span>{ui.home}</span>
      </Link>
      <p className="case-bar-title">
        <b>{cases.case}</b>
      </p>
    </div>
  )
}

/** Above a case: the way back, where it stands, and what its asker can do next. */
export const CaseBar = ({ shown, take, now }: Props & { readonly now: number }) => {
  const { ui, cases, feed } = useWords()
  const takesPart = useTakesPart()
  const steps = askersSteps(shown.state)
  const [list, name] = isClosed(shown.state) ? ['/?list=resolved', feed.tabs.resolved] : ['/', ui.home]
  return (
    <div className={isPlain(shown.state) ? 'case-bar' : 'case-bar case-bar-untagged'}>
      <Link href={list} className="case-bar-back">
        <Icon name="back" />
        <span>{name}</span>
      </Link>
      <p className="case-bar-title">
        <b>{shown.mine ? cases.yourCase : cases.case}</b>
        <StateTag state={shown.state} />
      </p>
      <div className="case-bar-steps">
        {!takesPart ? null : shown.mine ? (
          <>
            {steps.update && (
              <div className="case-bar-on-desk">
                <AddResult take={take} />
              </div>
            )}
            {steps.close && (
              <>
                <div className="case-bar-on-desk">
                  <Button onClick={() => take('close')}>{cases.closeCase}</Button>
                </div>
                <div className="case-bar-on-phone">
                  <Button kind="text" onClick={() => take('close')}>
                    {cases.closeCase}
                  </Button>
                </div>
              </>
            )}
            {steps.withdraw && (
              <Button kind="text" label={cases.more} onClick={() => take('more')}>
                <Icon name="more" />
              </Button>
            )}
          </>
        ) : (
          isOpen(shown.state) && (
            <>
              <span className="case-bar-on-phone">{cases.waitingFor(waitText(between(shown.clock.askedAt, now), cases.underAMinute))}</span>
              <div className="case-bar-on-desk">
                <Answer />
              </div>
            </>
          )
        )}
      </div>
    </div>
  )
}

/** In the place of a phone's dock: the next step in this case, beside the one button that is everywhere. */
export const CaseDock = ({ shown, take }: Props) => {
  const { ui, cases } = useWords()
  return (
    <section className="case-dock" aria-label={cases.nextStep}>
      {shown.mine ? askersSteps(shown.state).update && <AddResult take={take} /> : isOpen(shown.state) && <Answer />}
      <LinkButton kind="filled" href="/ask">
        {ui.ask}
      </LinkButton>
    </section>
  )
}
