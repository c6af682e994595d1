import type { CaseState } from '#contract/community/cases.ts'
import type { Changed } from '../../platform/announce.ts'
import { event } from '../../platform/events.ts'

const itself = ({ caseId }: { caseId: string }): readonly Changed[] => [{ what: 'thread', id: caseId }]
const itselfAndLists = ({ caseId }: { caseId: string }): readonly Changed[] => [...itself({ caseId }), { what: 'lists', id: caseId }]

/** A case stands here for the first time: a doctor posted it, or a published report was taken in. */
export const casePosted = event<{ caseId: string; imported: boolean }>('community.case-posted', itselfAndLists)

/** A case went from one state to another. */
export const caseMoved = event<{ caseId: string; from: CaseState; to: CaseState; by: 'asker' | 'system' }>(
  'community.case-moved',
  itselfAndLists,
)

/** The asker added something to a case. */
export const caseUpdated = event<{ caseId: string }>('community.case-updated', itself)

/** Images of a case are gone for everybody: consent was withdrawn, or somebody could recognise the patient. */
export const caseImagesGone = event<{ caseId: string }>('community.case-images-gone', itselfAndLists)

/** An image of a case that was out of sight is shown again: a moderator has looked. */
export const caseImageBack = event<{ caseId: string }>('community.case-image-back', itselfAndLists)

/** A case just posted was taken back before anybody said anything: it is not there any more. */
export const caseUndone = event<{ caseId: string }>('community.case-undone', itselfAndLists)
