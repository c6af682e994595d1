import { useState } from 'preact/hooks'
import type { Entry } from '#contract/registrar/issuing.ts'
import { dayOf } from '../../platform/format.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { OnlyRegistrants } from '../session/OnlyRegistrants.tsx'
import { useEntry, useEraseMe, useLoseRoot, useReportTheft } from './entering.queries.ts'
import '../session/session.css'
import './entering.css'

/** What a doctor can do about their registration itself: say that everything is lost, and be erased. */
export const Registration = () => (
  <OnlyRegistrants>
    <Mine />
  </OnlyRegistrants>
)

const Mine = () => {
  const { ui, entering } = useRegistrarWords()
  const words = entering.registration
  const entry = useEntry()
  if (entry.isPending) return <Skeleton label={ui.wait} />
  return (
    <>
      <h1>{words.title}</h1>
      {entry.data?.rootIssued && <Lost entry={entry.data} />}
      {entry.data?.rootIssued && <Stolen />}
      <Erasing />
    </>
  )
}

const Lost = ({ entry }: { entry: Entry }) => {
  const { language, entering } = useRegistrarWords()
  const words = entering.registration
  const { lose, find } = useLoseRoot()
  const day = (instant: string) => dayOf(instant, Date.now(), language)
  return (
    <section className="entering-way">
      <h2>{words.lostTitle}</h2>
      <p>{words.lostText}</p>
      {entry.rootLost && <p role="status">{words.lostSince(day(entry.rootLost.on), day(entry.rootLost.until))}</p>}
      <ProblemNote error={lose.error ?? find.error} />
      {entry.rootLost ? (
        <Button busy={find.isPending} onClick={() => find.mutate()}>
          {words.found}
        </Button>
      ) : (
        <Button busy={lose.isPending} onClick={() => lose.mutate()}>
          {words.lost}
        </Button>
      )}
    </section>
  )
}

const Stolen = () => {
  const { entering } = useRegistrarWords()
  const words = entering.registration
  const report = useReportTheft()
  const [asking, setAsking] = useState(false)
  return (
    <section className="entering-way">
      <h2>{words.stolenTitle}</h2>
      <p>{words.stolenText}</p>
      <Button onClick={() => setAsking(true)}>{words.stolen}</Button>
      {asking && (
        <Dialog title={words.stolenAsk} onClose={() => setAsking(false)}>
          <p>{words.stolenSure}</p>
          <ProblemNote error={report.error} />
          <div className="registrar-actions">
            <Button onClick={() => setAsking(false)}>{entering.name.notNow}</Button>
            <Button
              kind="danger"
              busy={report.isPending}
              onClick={() => report.mutate(undefined, { onSuccess: () => location.assign('/') })}
            >
              {words.stolenSay}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  )
}

const Erasing = () => {
  const { entering } = useRegistrarWords()
  const words = entering.registration
  const erase = useEraseMe()
  const [asking, setAsking] = useState(false)
  return (
    <section className="entering-way">
      <h2>{words.eraseTitle}</h2>
      <p>{words.eraseText}</p>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {words.erase}
      </Button>
      {asking && (
        <Dialog title={words.eraseAsk} onClose={() => setAsking(false)}>
          <p>{words.eraseSure}</p>
          <ProblemNote error={erase.error} />
          <div className="registrar-actions">
            <Button onClick={() => setAsking(false)}>{words.stay}</Button>
            <Button
              kind="danger"
              busy={erase.isPending}
              onClick={() =>
                erase.mutate(undefined, {
                  onSuccess: () => {
                    sessionStorage.clear()
                    location.replace('/')
                  },
                })
              }
            >
              {words.erase}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  )
}
