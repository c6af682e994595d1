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
  return (
    <Grave
      title={words.stolenTitle}
      text={words.stolenText}
      begin={words.stolen}
      ask={words.stolenAsk}
      sure={words.stolenSure}
      stay={entering.name.notNow}
      say={words.stolenSay}
      work={useReportTheft()}
      onDone={() => location.assign('/')}
    />
  )
}

const Erasing = () => {
  const words = useRegistrarWords().entering.registration
  return (
    <Grave
      kind="danger"
      title={words.eraseTitle}
      text={words.eraseText}
      begin={words.erase}
      ask={words.eraseAsk}
      sure={words.eraseSure}
      stay={words.stay}
      say={words.erase}
      work={useEraseMe()}
      onDone={() => {
        sessionStorage.clear()
        location.replace('/')
      }}
    />
  )
}

interface GraveProps {
  readonly kind?: 'danger'
  readonly title: string
  readonly text: string
  /** Opens the question. */
  readonly begin: string
  readonly ask: string
  readonly sure: string
  readonly stay: string
  readonly say: string
  readonly work: Pick<ReturnType<typeof useEraseMe>, 'mutate' | 'error' | 'isPending'>
  readonly onDone: () => void
}

/** What cannot be taken back: said only after being asked once more. */
const Grave = ({ kind, title, text, begin, ask, sure, stay, say, work, onDone }: GraveProps) => {
  const [asking, setAsking] = useState(false)
  return (
    <section className="entering-way">
      <h2>{title}</h2>
      <p>{text}</p>
      <Button {...(kind && { kind })} onClick={() => setAsking(true)}>
        {begin}
      </Button>
      {asking && (
        <Dialog title={ask} onClose={() => setAsking(false)}>
          <p>{sure}</p>
          <ProblemNote error={work.error} />
          <div className="registrar-actions">
            <Button onClick={() => setAsking(false)}>{stay}</Button>
            <Button kind="danger" busy={work.isPending} onClick={() => work.mutate(undefined, { onSuccess: onDone })}>
              {say}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  )
}
