import type { Application } from '#contract/registrar/applications.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { StatFigure, StatFigures } from '../../ui/StatFigure.tsx'

/** Where an application stands: its place, what is done, what comes next. */
export const WaitingRoom = ({ application }: { application: Application }) => {
  const { applying } = useRegistrarWords()
  const words = applying.waiting
  const place = application.place ?? 1
  const steps: readonly { icon: IconName; title: string; text?: string; state: keyof typeof words.state }[] = [
    { icon: 'check', title: words.email, state: 'done' },
    { icon: 'check', title: words.number, state: 'done' },
    { icon: 'check', title: words.documents, state: 'done' },
    { icon: 'clock', title: words.person, text: words.personText, state: 'next' },
    { icon: 'lock', title: words.account, state: 'last' },
  ]
  const done = steps.filter(({ state }) => state === 'done').length
  return (
    <>
      <h1>{words.title(place)}</h1>
      <p className="waiting-text">{words.text(application.email)}</p>
      <StatFigures>
        <StatFigure value={place} label={words.placeLabel} />
        <StatFigure value={words.done(done, steps.length)} label={words.doneLabel} />
        <StatFigure value={application.waiting} label={words.waitingLabel} />
      </StatFigures>
      <ol className="waiting-steps">
        {steps.map(({ icon, title, text, state }) => (
          <li key={title} data-state={state}>
            <Icon name={icon} />
            <div>
              <b>{title}</b>
              {text && <p>{text}</p>}
            </div>
            <span>{words.state[state]}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
