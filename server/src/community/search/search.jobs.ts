import { job } from '../../platform/jobs.ts'

/** What a case says has changed: it is to be found by what it says now. */
export const indexCaseAnew = job<{ caseId: string }>('community.index-case')
