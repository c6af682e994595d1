import { useEffect, useRef, useState } from 'preact/hooks'
import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Note } from '../../ui/Note.tsx'
import { Discussion } from '../discussion/Discussion.tsx'
import { PinnedCase } from '../discussion/PinnedCase.tsx'
import { PinnedImages } from '../discussion/PinnedImages.tsx'
import { TranslationLine } from '../texts/TranslationLine.tsx'
import { UserLine } from '../texts/UserText.tsx'
import { useReading } from '../texts/useReading.ts'
import { CaseHead } from './CaseHead.tsx'
import { useTellViewed } from './cases.queries.ts'
import { OutcomeBox } from './OutcomeBox.tsx'
import { PatientLeaves } from './PatientLeaves.tsx'
import { RecognisableDialog } from './RecognisableDialog.tsx'
import { Story, textsOfStory } from './Story.tsx'
import { UndoPosting } from './UndoPosting.tsx'
import { UpdateBox } from './UpdateBox.tsx'
import './Story.css'

/** A case as it is read: question, clock, outcome, images, story, what was added, and what colleagues say. */
export const CaseView = ({ shown, now }: { shown: ShownCase; now: number }) => {
  const { cases } = useWords()
  const story = useReading(textsOfStory(shown))
  const diagnosis = useReading(shown.workingDiagnosis ? [shown.workingDiagnosis] : [])
  const [recognised, setRecognised] = useState<string | null>(null)
  const storyRef = useRef<HTMLDivElement>(null)
  const { mutate: tellViewed } = useTellViewed(shown.id)

  useEffect(() => {
    const element = storyRef.current
    if (!element || shown.mine) return
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting || document.hidden) return
      observer.disconnect()
      tellViewed()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [shown.mine, tellViewed])

  return (
    <PinnedCase shown={shown}>
      <div className="case-body">
        {shown.undoUntil !== null && <UndoPosting shown={shown} until={shown.undoUntil} />}
        <CaseHead shown={shown} now={now} />
        {shown.mine && shown.state === 'needs-information' && (
          <Note tone="caution" title={cases.needsInformation.title}>
            {cases.needsInformation.body}
          </Note>
        )}
        {shown.state === 'hidden' && (
          <Note tone="caution" title={cases.hiddenNotice.title}>
            {cases.hiddenNotice.body}
          </Note>
        )}
        {shown.patientLeavesAt !== null && shown.outcome === null && <PatientLeaves at={shown.patientLeavesAt} now={now} />}
        {shown.workingDiagnosis && shown.outcome === null && (
          <Note tone="accent" title={cases.workingDiagnosis}>
            <UserLine words={diagnosis.of(shown.workingDiagnosis)} explains />
            <TranslationLine reading={diagnosis} />
          </Note>
        )}
        {shown.outcome && <OutcomeBox shown={shown} outcome={shown.outcome} />}
        <div ref={storyRef} className="case-body">
          <PinnedImages shown={shown} reading={story} recognise={setRecognised} />
          {shown.imagesGone > 0 && <Note tone="caution" title={cases.imagesGone(shown.imagesGone)} />}
          <Story shown={shown} reading={story} />
        </div>
        {recognised && <RecognisableDialog caseId={shown.id} imageId={recognised} close={() => setRecognised(null)} />}
        {shown.updates.map((update) => (
          <UpdateBox key={update.id} update={update} askedAt={shown.clock.askedAt} now={now} />
        ))}
        <Discussion shown={shown} now={now} />
      </div>
    </PinnedCase>
  )
}
