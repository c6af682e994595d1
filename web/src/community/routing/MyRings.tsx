import type { SpecialtyCode } from '#atlas/specialties.ts'
import type { MyRings as Mine } from '#contract/community/routing.ts'
import { eventTime } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { PickedChips } from '../../ui/PickedChips.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { specialtyWithin } from '../bylines/byline.rules.ts'
import { RotaGrid } from './RotaGrid.tsx'
import { useEndDuty, useMuteTopics, useMyRings, usePauseRings, useTakeDuty } from './routing.queries.ts'
import '../join/join.css'
import './routing.css'

const hour = 3_600_000
const after = (hours: number): string => new Date(Date.now() + hours * hour).toISOString()

/** What I am asked about, the pause, and being on call. */
export const MyRings = () => {
  const { data } = useMyRings()
  return data ? <Shown mine={data} /> : null
}

const Shown = ({ mine }: { mine: Mine }) => {
  const { language, routing } = useWords()
  const words = routing.mine
  const pausing = usePauseRings()
  const muting = useMuteTopics()
  const taking = useTakeDuty()
  const ending = useEndDuty()
  const now = Date.now()
  const name = (code: string) => specialtyWithin(code, language)
  const current = mine.duties.find(({ from, to }) => Date.parse(from) <= now && Date.parse(to) > now)
  const without = (code: SpecialtyCode) => mine.muted.filter((other) => other !== code)
  return (
    <section className="account-page">
      <h2>{words.title}</h2>
      {mine.topics.length === 0 ? (
        <p>{words.noTopics}</p>
      ) : (
        <PickedChips
          label={words.topics}
          picked={mine.topics.map(({ specialty, attested }) => ({
            value: specialty,
            label: `${name(specialty)} · ${attested ? words.attested : words.interest}`,
          }))}
          onRemove={(code) => muting.mutate([...mine.muted, code])}
        />
      )}
      {mine.muted.length > 0 && (
        <PickedChips
          label={words.muted}
          picked={mine.muted.map((code) => ({ value: code, label: name(code) }))}
          onRemove={(code) => muting.mutate(without(code))}
        />
      )}
      <div className="ring-choice">
        <h3>{words.pause}</h3>
        <p>{words.pauseHint}</p>
        {mine.pausedUntil === null ? (
          <p className="ring-steps">
            {([4, 24, 168] as const).map((hours) => (
              <Button key={hours} busy={pausing.isPending} onClick={() => pausing.mutate(after(hours))}>
                {words.pauses[hours === 4 ? 'hours' : hours === 24 ? 'day' : 'week']}
              </Button>
            ))}
          </p>
        ) : (
          <p className="ring-steps">
            {words.pausedUntil(eventTime(mine.pausedUntil, now, language))}
            <Button busy={pausing.isPending} onClick={() => pausing.mutate(null)}>
              {words.resume}
            </Button>
          </p>
        )}
      </div>
      {mine.rota && (
        <>
          <div className="ring-choice">
            <h3>{words.onCall}</h3>
            <p>{words.onCallHint}</p>
            <p className="ring-steps">
              {current ? (
                <>
                  {words.onCallUntil(eventTime(current.to, now, language))}
                  <Button busy={ending.isPending} onClick={() => ending.mutate(current.from)}>
                    {words.endDuty}
                  </Button>
                </>
              ) : (
                <Button busy={taking.isPending} onClick={() => taking.mutate({ from: new Date().toISOString(), to: after(8) })}>
                  {words.onCallNow}
                </Button>
              )}
            </p>
          </div>
          <div className="ring-choice">
            <h3>{words.rota.title}</h3>
            <p>{words.rota.hint}</p>
            <RotaGrid rota={mine.rota} />
          </div>
        </>
      )}
      <ProblemNote error={pausing.error ?? muting.error ?? taking.error ?? ending.error} />
    </section>
  )
}
