import { Link } from 'wouter'
import type { ShownCorrection } from '#contract/community/corrections.ts'
import { eventTime } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { useToast } from '../../ui/Toast.tsx'
import { BylineLine } from '../bylines/BylineLine.tsx'
import { useSettleCorrection, useTakeBackCorrection } from './corrections.queries.ts'
import { Settlement } from './Settlement.tsx'
import './corrections.css'

/** A correction: what was said, what stood, what stands, by whom, and what this reader may say to it. In brief, its sentence stands beside it. */
export const CorrectionView = ({ correction, brief = false }: { correction: ShownCorrection; brief?: boolean }) => {
  const { language: reader, corrections } = useWords()
  const { id, caseId, source, sourceLanguage, language, before, target, objections, state, byline, at, mayAccept, mayDecline } = correction
  const settle = useSettleCorrection()
  const takeBack = useTakeBackCorrection()
  const toast = useToast()
  const mayTakeBack = byline.mine && (state === 'proposed' || state === 'accepted')
  const answer = (accept: boolean) =>
    settle.mutate({ correctionId: id, accept }, { onSuccess: () => toast.show(accept ? corrections.accepted : corrections.declined) })
  return (
    <article className="correction" data-state={state}>
      {!brief && (
        <p className="sentence-source" lang={sourceLanguage}>
          {source}
        </p>
      )}
      <p className="correction-before" lang={language}>
        <del>
          <span className="visually-hidden">{corrections.stoodBefore}: </span>
          {before}
        </del>
      </p>
      <p className="correction-target" lang={language}>
        <ins>
          <span className="visually-hidden">{corrections.stands}: </span>
          {target}
        </ins>
      </p>
      {objections.length > 0 && <p className="sentence-why">{objections.map((objection) => corrections.object(objection)).join('; ')}</p>}
      <p className="correction-foot">
        <BylineLine byline={byline} plain /> · <time dateTime={at}>{eventTime(at, Date.now(), reader)}</time> ·{' '}
        {corrections.state(correction)}
        {!brief && (
          <>
            {' '}
            · <Link href={`/cases/${caseId}`}>{corrections.toCase}</Link>
          </>
        )}
      </p>
      <Settlement
        words={corrections}
        may={{ accept: mayAccept, decline: mayDecline, takeBack: mayTakeBack }}
        settling={settle}
        takingBack={takeBack}
        answer={answer}
        takeBack={() => takeBack.mutate(id, { onSuccess: () => toast.show(corrections.takenBack) })}
      />
    </article>
  )
}
