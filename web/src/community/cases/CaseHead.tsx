import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Urgency } from '../../ui/Urgency.tsx'
import { BylineLine } from '../bylines/BylineLine.tsx'
import { specialtiesInLine } from '../bylines/byline.rules.ts'
import { useTakesPart } from '../me/useTakesPart.ts'
import { CaseRing } from '../routing/CaseRing.tsx'
import { TranslationLine } from '../texts/TranslationLine.tsx'
import { UserLine } from '../texts/UserText.tsx'
import { useReading } from '../texts/useReading.ts'
import { AttributionLine } from './AttributionLine.tsx'
import { ClockStrip } from './ClockStrip.tsx'
import { Counters } from './Counters.tsx'
import { isClosed, isPlain } from './caseStates.rules.ts'
import { StateTag } from './StateTag.tsx'
import './CaseHead.css'

/** The question first, then who asks, who has read it, and the clock. */
export const CaseHead = ({ shown, now }: { shown: ShownCase; now: number }) => {
  const { language, cases } = useWords()
  const reading = useReading([shown.question])
  const takesPart = useTakesPart()
  const closed = isClosed(shown.state)
  return (
    <header className="case-head">
      <div className={isPlain(shown.state) ? 'case-head-meta case-head-meta-untagged' : 'case-head-meta'}>
        {shown.urgency !== null && !closed && <Urgency level={shown.urgency} word={cases.urgencies[shown.urgency]} />}
        {shown.questionTypes.length > 0 && <span>{shown.questionTypes.map((type) => cases.questionTypes[type]).join(' · ')}</span>}
        <span>{shown.specialties.length > 0 ? specialtiesInLine(shown.specialties, language) : cases.specialtyNotSure}</span>
        <StateTag state={shown.state} />
      </div>
      <h1 className={shown.question.body.length > 90 ? 'case-question case-question-long' : 'case-question'}>
        <UserLine words={reading.of(shown.question)} explains />
      </h1>
      <div className="case-head-by">
        <div>
          {shown.byline && <BylineLine byline={shown.byline} asker plain />}
          {shown.attribution && <AttributionLine attribution={shown.attribution} linked />}
          <TranslationLine reading={reading} />
        </div>
        {!closed && <Counters counters={shown.counters} />}
      </div>
      {closed && <Counters counters={shown.counters} large />}
      {shown.mode === 'ask' && !shown.attribution && <ClockStrip clock={shown.clock} now={now} />}
      {takesPart && <CaseRing shown={shown} />}
    </header>
  )
}
