import { open, seal } from '../../platform/sealed.ts'
import { days, later } from '../../platform/time.ts'
import type { Deps, Trx } from '../deps.ts'
import { sendLetter } from './mails.jobs.ts'
import { renderLetter, type Writing } from './mails.rules.ts'
import { addMail, addToMailbox, dropMailsBefore, returnMail, takeMail } from './mails.sql.ts'

const purpose = 'letter'
const keptFor = 7 * days
const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/** Whether anybody would take a letter of this instance. */
export const canWrite = ({ mail, demo }: Pick<Deps, 'mail' | 'demo'>): boolean => mail !== null || demo

/** Asks for a letter, in the transaction of what it tells about; the same key again is the same letter. */
export const writeMail = async (
  trx: Trx,
  { secrets, ids, jobs, clock }: Pick<Deps, 'secrets' | 'ids' | 'jobs' | 'clock'>,
  key: string,
  writing: Writing,
): Promise<void> => {
  const letter = seal(secrets.bytes('field-key'), purpose, Buffer.from(JSON.stringify(writing)), ids.bytes(12))
  if (await addMail(trx, { key, letter, asked_on: dayOf(clock.now()) })) await jobs.ask(trx, sendLetter, { key })
}

/** Sends a letter once: it counts as sent before it is handed over, and waits again only when it was not taken. */
export const sendMail = async (deps: Pick<Deps, 'db' | 'secrets' | 'mail' | 'demo' | 'ids' | 'clock'>, key: string): Promise<void> => {
  const { db, secrets, mail, demo, ids, clock } = deps
  const sealed = await db.transaction().execute((trx) => takeMail(trx, key))
  if (!sealed) return
  try {
    const letter = renderLetter(JSON.parse(open(secrets.bytes('field-key'), purpose, sealed).toString()) as Writing)
    if (mail) await mail.send(letter)
    else if (demo)
      await addToMailbox(db, {
        id: ids.random(),
        recipient: letter.to,
        subject: letter.subject,
        body: letter.text,
        arrived_at: clock.now(),
      })
    else throw new Error('There is no mail server')
  } catch (error) {
    await returnMail(db, key, sealed)
    throw error
  }
}

/** Forgets which letters were written a week ago. */
export const forgetMails = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> => {
  await dropMailsBefore(db, dayOf(later(clock.now(), -keptFor)))
}
