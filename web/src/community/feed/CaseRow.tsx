import { Link } from 'wouter'
import type { CaseInList } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Tag } from '../../ui/Tag.tsx'
import { Urgency } from '../../ui/Urgency.tsx'
import { BylineLine } from '../bylines/BylineLine.tsx'
import { specialtiesInLine } from '../bylines/byline.rules.ts'
import { AttributionLine } from '../cases/AttributionLine.tsx'
import { Counters } from '../cases/Counters.tsx'
import { WaitFigure } from '../cases/WaitFigure.tsx'
import { imageAddress } from '../media/imageAddress.ts'
import { TranslationLine } from '../texts/TranslationLine.tsx'
import { UserLine, UserText } from '../texts/UserText.tsx'
import { useReading } from '../texts/useReading.ts'
import './feed.css'

/** A case in a list: enough to decide whether it is mine to answer. */
export const CaseRow = ({ shown, now }: { shown: CaseInList; now: number }) => {
  const { language, cases, feed } = useWords()
  const reading = useReading([shown.question, ...(shown.finalDiagnosis ? [shown.finalDiagnosis] : [])])
  const closed = shown.state === 'resolved' || shown.state === 'case-study'
  return (
    <article className="case-row">
      <p className="case-row-meta">
        {shown.urgency !== null && !closed && <Urgency level={shown.urgency} word={cases.urgencies[shown.urgency]} />}
        {shown.questionTypes.length > 0 && <span>{shown.questionTypes.map((type) => cases.questionTypes[type]).join(' · ')}</span>}
        <span className="case-row-specialties">
          {shown.specialties.length > 0 ? specialtiesInLine(shown.specialties, language) : cases.specialtyNotSure}
        </span>
        {(shown.state === 'needs-information' || shown.state === 'working-diagnosis') && (
          <Tag tone={shown.state === 'needs-information' ? 'caution' : 'accent'}>{cases.states[shown.state]}</Tag>
        )}
      </p>
      <div className="case-row-wait">
        <WaitFigure shown={shown} now={now} />
      </div>
      <h2 className="case-row-question">
        <Link href={`/cases/${shown.id}`}>
          <UserLine words={reading.of(shown.question)} />
        </Link>
      </h2>
      {shown.firstImage && (
        <div className="case-row-thumb">
          <img src={imageAddress(shown.firstImage.id, 'thumb')} alt="" loading="lazy" decoding="async" width={96} height={96} />
          {shown.images > 1 && <span aria-hidden="true">{shown.images}</span>}
          <span className="visually-hidden">{feed.images(shown.images)}</span>
        </div>
      )}
      {shown.finalDiagnosis && (
        <div className="case-row-outcome">
          <strong>{feed.outcome}</strong> <UserText words={reading.of(shown.finalDiagnosis)} />
        </div>
      )}
      <div className="case-row-by">
        {shown.byline && <BylineLine byline={shown.byline} asker plain />}
        {shown.attribution && <AttributionLine attribution={shown.attribution} />}
        <TranslationLine reading={reading} inList />
      </div>
      <div className="case-row-counters">
        <Counters counters={shown.counters} />
      </div>
      <p className={shown.answers === 0 && !closed ? 'case-row-answers case-row-unanswered' : 'case-row-answers'}>
        {(shown.answers > 0 || !closed) && feed.answers(shown.answers)}
      </p>
    </article>
  )
}

/** The shape of a row while it is on its way. */
export const CaseRowSkeleton = () => (
  <div className="case-row case-row-skeleton" aria-hidden="true">
    <i style={{ width: '32%' }} />
    <i style={{ width: '86%' }} />
    <i style={{ width: '70%' }} />
    <i style={{ width: '56%' }} />
  </div>
)
