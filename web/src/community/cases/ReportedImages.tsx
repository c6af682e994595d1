import { useMemo, useState } from 'preact/hooks'
import type { ImageReport } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Note } from '../../ui/Note.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useSession } from '../me/accounts.queries.ts'
import { forgetImage } from '../media/forgetImage.ts'
import { ImageStrip } from '../media/ImageStrip.tsx'
import { useImageViewer } from '../media/useImageViewer.ts'
import type { ViewerPins } from '../media/ViewerPins.ts'
import { useReading } from '../texts/useReading.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useListImageReports, useSettleImageReport } from './cases.queries.ts'
import { useOnce } from './useOnce.ts'
import './reported.css'

/** What colleagues pointed at is no matter here. */
const noPins: ViewerPins = { all: [], about: () => null, ways: () => null, writing: null }

/** Images that are out of sight until a moderator has looked; who is none is told so. */
export const ReportedImages = () => {
  const words = useWords().cases.reportedImages
  const me = useSession().data?.me
  if (!me) return null
  return me.moderator ? (
    <Waiting />
  ) : (
    <EmptyState icon="shield" title={words.notYours.title} body={words.notYours.body}>
      <LinkButton href="/">{words.notYours.action}</LinkButton>
    </EmptyState>
  )
}

const Waiting = () => {
  const words = useWords().cases.reportedImages
  const { data, error, isPending, refetch } = useListImageReports()
  if (isPending) return <Skeleton label={words.getting} widths={[50, 90, 70]} />
  if (error && !data) return <ErrorState error={error} title={words.failed} retry={() => void refetch()} />
  return data.items.length === 0 ? (
    <EmptyState icon="check" title={words.none.title} body={words.none.body} />
  ) : (
    <>
      <header className="reported-head">
        <h1>{words.title}</h1>
        <p>{words.lede}</p>
      </header>
      <ol className="reported">
        {data.items.map((report) => (
          <li key={report.image.id}>
            <Reported report={report} />
          </li>
        ))}
      </ol>
    </>
  )
}

const Reported = ({ report }: { report: ImageReport }) => {
  const { cases, media } = useWords()
  const words = cases.reportedImages
  const { image } = report
  const reading = useReading(image.caption ? [image.caption] : [])
  const images = useMemo(() => [image], [image])
  const viewer = useImageViewer(images)
  const [asked, setAsked] = useState<'bringBack' | 'remove' | null>(null)
  return (
    <article className="reported-image" aria-label={media.kinds[image.kind]}>
      {report.maySettle ? (
        <ImageStrip images={images} reading={reading} recognise={null} viewer={viewer} pins={noPins} />
      ) : (
        <Note tone="caution" title={words.own.title}>
          {words.own.body}
        </Note>
      )}
      <p>{words.said[report.shows]}</p>
      <p>{words.consents[report.consent ?? 'unsaid']}</p>
      {report.maySettle && (
        <div className="reported-steps">
          <Button onClick={() => setAsked('bringBack')}>{words.bringBack.open}</Button>
          <Button kind="danger" onClick={() => setAsked('remove')}>
            {words.remove.open}
          </Button>
        </div>
      )}
      {asked && <Settle report={report} how={asked} close={() => setAsked(null)} />}
    </article>
  )
}

const Settle = ({ report, how, close }: { report: ImageReport; how: 'bringBack' | 'remove'; close: () => void }) => {
  const words = useWords().cases.reportedImages[how]
  const settling = useSettleImageReport(report.image.id, how === 'bringBack')
  const send = useOnce(settling, words.sent, () => {
    if (how === 'remove') forgetImage(report.image)
    close()
  })
  return (
    <ConfirmDialog
      words={words}
      body={words.body}
      kind={how === 'bringBack' ? 'filled' : 'danger'}
      sending={settling}
      send={send}
      close={close}
    />
  )
}
