import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { HeldNote, TranslationLine } from '../texts/TranslationLine.tsx'
import { UserLine, UserText } from '../texts/UserText.tsx'
import { useReading } from '../texts/useReading.ts'
import { between, waitText } from './waiting.rules.ts'
import './OutcomeBox.css'
import './Story.css'

/** What it turned out to be, how that is known, and what became of the patient. */
export const OutcomeBox = ({ shown, outcome }: { shown: ShownCase; outcome: NonNullable<ShownCase['outcome']> }) => {
  const { cases } = useWords()
  const { finalDiagnosis, course, learningPoint, confirmedBy, helped } = outcome
  const reading = useReading([finalDiagnosis, ...(course ? [course] : []), ...(learningPoint ? [learningPoint] : [])])
  return (
    <section className="outcome-box">
      <h2>
        <Icon name="check" /> {shown.attribution ? cases.outcomePublished : cases.outcomeFromAsker}
      </h2>
      <p className="outcome-diagnosis">
        <UserLine words={reading.of(finalDiagnosis)} explains />
      </p>
      <TranslationLine reading={reading} />
      <HeldNote reading={reading} />
      <dl>
        <div className="story-part">
          <dt>{cases.howWeKnow}</dt>
          <dd>{cases.confirmedBy[confirmedBy]}</dd>
        </div>
        {course && (
          <div className="story-part">
            <dt>{cases.course}</dt>
            <dd>
              <UserText words={reading.of(course)} explains />
            </dd>
          </div>
        )}
        {learningPoint && (
          <div className="story-part">
            <dt>{cases.learned}</dt>
            <dd className="outcome-learned">
              <UserText words={reading.of(learningPoint)} explains />
            </dd>
          </div>
        )}
      </dl>
      {shown.mode === 'ask' && !shown.attribution && (
        <p className="outcome-foot">
          {cases.closedAfter(
            waitText(between(shown.clock.askedAt, outcome.at), cases.underAMinute),
            shown.counters.doctorsWhoTookPart,
            helped.length,
          )}
        </p>
      )}
    </section>
  )
}
