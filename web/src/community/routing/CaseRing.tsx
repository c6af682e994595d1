import { useEffect, useState } from 'preact/hooks'
import { findCountry } from '#atlas/countries.ts'
import type { ShownCase } from '#contract/community/cases.ts'
import type { AskersRing, ShownRing } from '#contract/community/routing.ts'
import { clockTime } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { specialtyWithin } from '../bylines/byline.rules.ts'
import { useReadNotifications } from '../notifications/notifications.queries.ts'
import { AskSpecialtyDialog } from './AskSpecialtyDialog.tsx'
import { NotForMeDialog } from './NotForMeDialog.tsx'
import { useClaimAnswer, useDropClaim, useShowRing, useTellOpened, useWidenRing } from './routing.queries.ts'
import './routing.css'

/** Under the clock of an open case: for its asker what is happening, for a colleague what they can say. Whatever told them of it is read now. */
export const CaseRing = ({ shown }: { shown: ShownCase }) => {
  const { data: ring } = useShowRing(shown.id)
  const { mutate: read } = useReadNotifications()
  const { mutate: tellOpened } = useTellOpened(shown.id)
  useEffect(() => read(shown.id), [shown.id, shown.comments.length, read])
  const unopened = ring?.mine?.asked === true && !ring.mine.opened
  useEffect(() => {
    if (unopened) tellOpened()
  }, [unopened, tellOpened])
  if (!ring || shown.mode !== 'ask' || shown.attribution) return null
  if (ring.asker) return ring.asker.state === 'closed' ? null : <AskersStatus shown={shown} ring={ring} asker={ring.asker} />
  const takesAnswers = shown.state === 'open' || shown.state === 'needs-information' || shown.state === 'working-diagnosis'
  return takesAnswers && ring.mine ? <Colleagues shown={shown} ring={ring} mine={ring.mine} /> : null
}

const useSaid = (asker: AskersRing): string => {
  const { language, routing: words } = useWords()
  if (asker.alerted === 0) return words.nobodyYet
  if (asker.alerted === null) return words.aFew
  const [only, ...others] = asker.groups
  const alerted =
    only && only.specialty !== null && others.length === 0
      ? words.alertedIn(asker.alerted, specialtyWithin(only.specialty, language))
      : words.alerted(asker.alerted)
  return asker.opened === null ? alerted : `${alerted}, ${words.opened(asker.opened)}`
}

const AskersStatus = ({ shown, ring, asker }: { shown: ShownCase; ring: ShownRing; asker: AskersRing }) => {
  const { language, routing: words } = useWords()
  const widening = useWidenRing(shown.id)
  const [asking, setAsking] = useState(false)
  const said = useSaid(asker)
  const place = shown.byline?.label.place
  const number = (place && findCountry(place)?.emergency) ?? null
  const soon = asker.widensAt !== null && Date.parse(asker.widensAt) > Date.now()
  return (
    <section className="ring" aria-label={words.status}>
      <Icon name="ring" />
      <div>
        {shown.urgency === 'minutes' && <p className="ring-emergency">{words.emergency(number)}</p>}
        <p className="ring-title" role="status">
          {said}
        </p>
        {asker.groups.length > 1 && (
          <p>
            {asker.groups
              .map(({ specialty, alerted }) => {
                const who = specialty === null ? words.generalists : specialtyWithin(specialty, language)
                return `${who}: ${alerted ?? words.fewerThanFive}`
              })
              .join(' · ')}
          </p>
        )}
        <p>
          {ring.answering > 0 && `${words.answering(ring.answering)} `}
          {asker.state === 'alerting' && soon && asker.widensAt !== null && `${words.widensAt(clockTime(asker.widensAt, language))} `}
          {asker.state === 'answered' && words.answered}
          {asker.state === 'exhausted' && words.exhausted}
        </p>
        <p className="ring-steps">
          {asker.state === 'alerting' && (
            <Button kind="text" busy={widening.isPending} onClick={() => widening.mutate(null)}>
              {words.widenNow}
            </Button>
          )}
          <Button kind="text" onClick={() => setAsking(true)}>
            {words.askSpecialty}
          </Button>
        </p>
        <ProblemNote error={widening.error} />
      </div>
      {asking && <AskSpecialtyDialog caseId={shown.id} asked={[...shown.specialties, ...asker.added]} close={() => setAsking(false)} />}
    </section>
  )
}

const Colleagues = ({ shown, ring, mine }: { shown: ShownCase; ring: ShownRing; mine: NonNullable<ShownRing['mine']> }) => {
  const { language, routing: words } = useWords()
  const claiming = useClaimAnswer(shown.id)
  const dropping = useDropClaim(shown.id)
  const [declining, setDeclining] = useState(false)
  const claimed = mine.claimedUntil
  return (
    <section className="ring" aria-label={words.status}>
      <Icon name="ring" />
      <div>
        {mine.asked && <p className="ring-title">{words.youAreAsked}</p>}
        {ring.answering > 0 && <p>{words.answering(ring.answering)}</p>}
        {claimed !== null && <p role="status">{words.claimed(clockTime(claimed, language))}</p>}
        {mine.declined !== null && <p role="status">{words.declined}</p>}
        <p className="ring-steps">
          {claimed === null ? (
            <Button kind="outlined" busy={claiming.isPending} onClick={() => claiming.mutate()}>
              {words.claim}
            </Button>
          ) : (
            <Button kind="text" busy={dropping.isPending} onClick={() => dropping.mutate()}>
              {words.unclaim}
            </Button>
          )}
          {mine.asked && mine.declined === null && (
            <Button kind="text" onClick={() => setDeclining(true)}>
              {words.notForMe}
            </Button>
          )}
        </p>
        <ProblemNote error={claiming.error ?? dropping.error} />
      </div>
      {declining && <NotForMeDialog caseId={shown.id} close={() => setDeclining(false)} />}
    </section>
  )
}
