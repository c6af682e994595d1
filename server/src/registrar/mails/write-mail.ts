import { askAgainForLetters, askForLetter, forgetLetters, sendLetterOf } from '../../platform/letters.ts'
import { days, later } from '../../platform/time.ts'
import type { Deps, Trx } from '../deps.ts'
import { sendLetter } from './mails.jobs.ts'
import { renderLetter, type Writing } from './mails.rules.ts'

const keptFor = 7 * days

/** Asks for a letter, in the transaction of what it tells about; the same key again is the same letter. */
export const writeMail = (trx: Trx, deps: Pick<Deps, 'secrets' | 'ids' | 'jobs' | 'clock'>, key: string, writing: Writing): Promise<void> =>
  askForLetter(trx, deps, sendLetter, key, writing)

/** Sends a letter once. */
export const sendMail = (deps: Pick<Deps, 'db' | 'secrets' | 'mail' | 'demo' | 'ids' | 'clock'>, key: string): Promise<void> =>
  sendLetterOf(deps, key, renderLetter)

/** Asks again for letters a mail server has not taken yet. */
export const sendWaitingMails = (deps: Pick<Deps, 'db' | 'jobs'>): Promise<void> => askAgainForLetters(deps, sendLetter)

/** Forgets which letters were written a week ago. */
export const forgetMails = ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> => forgetLetters(db, later(clock.now(), -keptFor))
