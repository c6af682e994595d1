import { job } from '../../platform/jobs.ts'

/** Sends one letter that was asked for. */
export const sendLetter = job<{ key: string }>('community.send-letter')
