import type { ShownCase } from '#contract/community/cases.ts'
import { eventTime } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { TranslationLine } from '../texts/TranslationLine.tsx'
import { UserLine } from '../texts/UserText.tsx'
import { useReading } from '../texts/useReading.ts'
import './CaseSide.css'

/** Beside a case: what its asker thinks, as far as this reader may know, and how it went from state to state. */
export const CaseSide = ({ shown, now }: { shown: ShownCase; now: number }) => {
  const { language, cases } = useWords()
  const suspicions = shown.suspicions ?? []
  const reading = useReading(suspicions)
  return (
    <>
      {suspicions.length > 0 && (
        <section className="side-part">
          <h2>{shown.mine ? cases.mySuspicions : cases.suspicions}</h2>
          <ol className="suspicions">
            {suspicions.map((suspicion) => (
              <li key={suspicion.id}>
                <UserLine words={reading.of(suspicion)} />
              </li>
            ))}
          </ol>
          <TranslationLine reading={reading} />
          {shown.mine && shown.outcome === null && <p>{cases.suspicionsHidden}</p>}
        </section>
      )}
      {shown.transitions.length > 1 && (
        <section className="side-part">
          <h2>{cases.history}</h2>
          <ol className="transitions">
            {shown.transitions.map(({ to, at, by }) => (
              <li key={at}>
                <span>
                  {cases.states[to]}
                  {by === 'moderation' && ` · ${cases.byModeration}`}
                </span>
                <time dateTime={at}>{eventTime(at, now, language)}</time>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
