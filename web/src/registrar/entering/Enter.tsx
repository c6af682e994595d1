import type { Entry } from '#contract/registrar/issuing.ts'
import { labelText } from '../../community/join/labelText.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { StatFigure, StatFigures } from '../../ui/StatFigure.tsx'
import { useRegistrarSession } from '../session/session.queries.ts'
import { keepInTab } from '../session/useTabState.ts'
import { useEntry } from './entering.queries.ts'
import { type Agreed, joinAddress } from './fragments.rules.ts'
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
  const { entering } = useRegistrarWords()
  const words = entering.enter
  const go = () => {
    const agreed: Agreed = { label: entry.label, epoch: entry.epoch, at: Date.now() }
    keepInTab('agreed', agreed)
    location.assign(joinAddress(communityOrigin, entry))
  }
  return entry.rootIssued ? (
    <>
      <Note tone="plain">{words.again}</Note>
      <div className="registrar-actions">
        <LinkButton kind="filled" href={`${communityOrigin}/sign-in`}>
          {words.signIn}
        </LinkButton>
        <Button onClick={go}>{words.finish}</Button>
      </div>
    </>
  ) : (
    <>
      <Note tone="caution" title={words.nowTitle}>
        {words.nowText}
      </Note>
      <div className="registrar-actions">
        <Button kind="filled" onClick={go}>
          {words.now}
        </Button>
      </div>
    </>
  )
}
