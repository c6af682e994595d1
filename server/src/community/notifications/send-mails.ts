import { askAgainForLetters, askForLetter, forgetLetters, sendLetterOf } from '../../platform/letters.ts'
import type { Letter } from '../../platform/mail.ts'
import { days, later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { openAddress } from './mail-address.ts'
import { sendLetter } from './mails.jobs.ts'
import { codeLetter, mailAfter, newsLetter, type Writing } from './mails.rules.ts'
import { dropCodesBefore, findReceiver, setRefused, takeDueMails } from './notifications.sql.ts'
import { stopTokenFor } from './stopToken.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'secrets' | 'mail' | 'demo' | 'origin'>

const together = 200

/** Asks for a letter to everybody who has not read what has made itself known: one to each, whatever it is and however much. */
export const dueMails = async (deps: Needs, now: Date): Promise<void> => {
  for (;;) {
    const taken = await deps.db.transaction().execute(async (trx) => {
      const due = await takeDueMails(trx, later(now, -mailAfter), together)
      for (const { accountId, unread, first } of due)
        if (unread) {
          const writing: Writing = { kind: 'news', account: accountId }
          await askForLetter(trx, deps, sendLetter, `news/${first}`, writing)
        }
      return due.length
    })
    if (taken < together) return
  }
}

/** Sends a letter once, to where its receiver is written to at this moment; whoever has stopped meanwhile gets none. */
export const sendMail = (deps: Omit<Needs, 'jobs'>, key: string): Promise<void> =>
  sendLetterOf(
    deps,
    key,
    (writing: Writing) => render(deps, writing),
    async (writing) => {
      if (writing.kind === 'news') await setRefused(deps.db, writing.account)
    },
  )

const render = async (deps: Omit<Needs, 'jobs'>, writing: Writing): Promise<Letter | null> => {
  if (writing.kind === 'code') return codeLetter(writing)
  const receiver = await findReceiver(deps.db, writing.account)
  if (!receiver) return null
  const to = openAddress(deps, receiver.address)
  return newsLetter({ to, language: receiver.language, origin: deps.origin, token: stopTokenFor(deps, writing.account, to) })
}

/** Asks again for letters a mail server has not taken yet. */
export const sendWaitingMails = (deps: Pick<Deps, 'db' | 'jobs'>): Promise<void> => askAgainForLetters(deps, sendLetter)

/** After a day nothing is news, and a code is forgotten. */
export const forgetMails = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> => {
  await forgetLetters(db, later(clock.now(), -2 * days))
  await dropCodesBefore(db, later(clock.now(), -days))
}
