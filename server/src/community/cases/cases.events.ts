import { event } from '../../platform/events.ts'

/** A case was asked or shared. */
export const casePosted = event<{ caseId: string }>('community.case-posted')

/** The asker closed a case with its outcome. */
export const caseResolved = event<{ caseId: string }>('community.case-resolved')
