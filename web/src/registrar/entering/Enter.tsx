import { useState } from 'preact/hooks'
import type { Entry } from '#contract/registrar/issuing.ts'
import { labelText } from '../../community/join/labelText.ts'
import { eventTime } from '../../platform/format.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { StatFigure, StatFigures } from '../../ui/StatFigure.tsx'
import { useRegistrarSession } from '../session/session.queries.ts'
import { keepInTab } from '../session/useTabState.ts'
import { useEntry } from './entering.queries.ts'
import { agreedTo, joinAddress, type Way } from './fragments.rules.ts'
import '../session/session.css'
import './entering.css'

/** What entering means, with the numbers that are the promise, before anything is signed. */
export const Enter = () => {
  const { ui, entering } = useRegistrarWords()
  const words = entering.enter
  const session = useRegistrarSession()
  const { data: entry, error, isPending } = useEntry()
  if (isPending) return <Skeleton label={ui.wait} />
  const origin = session.data?.communityOrigin
  return (
    <>
      <h1>{words.title}</h1>
      <p className="entering-text">{words.text}</p>
      <ProblemNote error={error} />
      {entry && <LabelAndCrowd entry={entry} />}
      {entry && origin && <Ways entry={entry} communityOrigin={origin} />}
      {entry && (
        <p>
          <a href="/registration">{entering.registration.link}</a>
        </p>
      )}
    </>
  )
}

const LabelAndCrowd = ({ entry: { label, crowd, entered } }: { entry: Entry }) => {
  const { language, entering } = useRegistrarWords()
  const words = entering.enter
  return (
    <>
      <div className="entering-label">
        <span>{words.shownAs}</span>
        <b>{labelText(label, language, entering.label)}</b>
      </div>
      <StatFigures>
        <StatFigure value={crowd} label={words.crowdLabel(crowd)} />
        <StatFigure value={entered} label={words.enteredLabel(entered)} />
      </StatFigures>
      <p className="registrar-quiet">{label === 'doctor.world' ? words.coarse : words.assigned}</p>
    </>
  )
}

const Ways = ({ entry, communityOrigin }: { entry: Entry; communityOrigin: string }) => {
  const { language, entering } = useRegistrarWords()
  const words = entering.enter
  const [labelWhen, setLabelWhen] = useState<'now' | 'later'>('now')
  const { group } = entry
  const go = (how: Way['how']) => {
    const way: Way = { how, labelLater: labelWhen === 'later' && !entry.rootIssued }
    keepInTab('agreed', agreedTo(entry, way, Date.now()))
    location.assign(joinAddress(communityOrigin, entry, way))
  }
  const latest = eventTime(group.latest, Date.now(), language)
  if (entry.rootIssued || group.mine)
    return (
      <>
        <Note tone="plain">{entry.rootIssued ? words.again : words.mine(group.size, latest)}</Note>
        <div className="registrar-actions">
          {entry.rootIssued && (
            <LinkButton kind="filled" href={`${communityOrigin}/sign-in`}>
              {words.signIn}
            </LinkButton>
          )}
          <Button kind={entry.rootIssued ? 'outlined' : 'filled'} onClick={() => go('group')}>
            {entry.rootIssued ? words.finish : words.look}
          </Button>
        </div>
      </>
    )
  return (
    <>
      {entry.label !== 'doctor.world' && (
        <Segments
          label={words.labelWhen}
          hint={words.labelWhenHint}
          options={(['now', 'later'] as const).map((value) => ({ value, label: words.labelWhens[value] }))}
          value={labelWhen}
          onChange={setLabelWhen}
        />
      )}
      <section className="entering-way">
        <h2>{words.groupTitle}</h2>
        <p>{words.groupText(group.minimum, latest)}</p>
        <StatFigures>
          <StatFigure value={group.size} label={words.groupSize(group.size)} />
        </StatFigures>
        <Button kind={entry.enterNow ? 'outlined' : 'filled'} onClick={() => go('group')}>
          {words.group}
        </Button>
      </section>
      {entry.enterNow && (
        <section className="entering-way">
          <h2>{words.nowTitle}</h2>
          <p>{words.nowText}</p>
          <Button kind="filled" onClick={() => go('now')}>
            {words.now}
          </Button>
        </section>
      )}
    </>
  )
}
