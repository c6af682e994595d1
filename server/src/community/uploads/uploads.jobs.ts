import { job } from '../../platform/jobs.ts'

/** The pieces of an upload are to go. */
export const removePieces = job<{ uploadId: string }>('community.remove-pieces')
