import { type Kysely, sql, type Transaction } from 'kysely'
import type { Ids } from './ids.ts'
import type { Job, Jobs } from './jobs.ts'
import { type Letter, type Mailer, NoSuchMailbox } from './mail.ts'
import { open, seal } from './sealed.ts'
import type { Clock } from './time.ts'

/** What letters need of a half: rows, work to be done, a key to seal them with, and who delivers them. */
export interface LetterNeeds<DB> {
  readonly db: Kysely<DB>
  readonly clock: Clock
  readonly ids: Ids
  readonly jobs: Jobs
  readonly secrets: { bytes(name: 'field-key'): Buffer }
  /** Null without a mail server: the demo's letters go to its mailbox, anybody else's cannot be sent. */
  readonly mail: Mailer | null
  readonly demo: boolean
}

/** A letter of the demo, whose people have no post of their own. */
export interface KeptLetter {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly arrivedAt: Date
}

const purpose = 'letter'
const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/** Whether anybody would take a letter of this instance. */
export const canWrite = ({ mail, demo }: Pick<LetterNeeds<unknown>, 'mail' | 'demo'>): boolean => mail !== null || demo

/** Asks for a letter, in the transaction of what it tells about; the same key again is the same letter. */
export const askForLetter = async <DB>(
  trx: Transaction<DB>,
  { secrets, ids, jobs, clock }: Pick<LetterNeeds<DB>, 'secrets' | 'ids' | 'jobs' | 'clock'>,
  sendLetter: Job<{ key: string }>,
  key: string,
  writing: object,
): Promise<void> => {
  const letter = seal(secrets.bytes('field-key'), purpose, Buffer.from(JSON.stringify(writing)), ids.bytes(12))
  const { rows } = await sql`
    insert into mail (key, state, letter, asked_on) values (${key}, 'waiting', ${letter}, ${dayOf(clock.now())})
    on conflict (key) do nothing returning key
  `.execute(trx)
  if (rows.length > 0) await jobs.ask(trx, sendLetter, { key })
}

/**
 * Sends a letter once: it counts as sent before it is handed over, and waits again only when it was not taken.
 * `render` writes it out at that moment, or tells that nobody wants it any more; `refused` hears that there is no such mailbox.
 */
export const sendLetterOf = async <DB, Writing>(
  deps: Pick<LetterNeeds<DB>, 'db' | 'secrets' | 'mail' | 'demo' | 'ids' | 'clock'>,
  key: string,
  render: (writing: Writing) => Letter | null | Promise<Letter | null>,
  refused: (writing: Writing) => Promise<void> = async () => {},
): Promise<void> => {
  const { db, secrets, mail, demo, ids, clock } = deps
  const sealed = await db.transaction().execute((trx) => takeLetter(trx, key))
  if (!sealed) return
  try {
    const writing = JSON.parse(open(secrets.bytes('field-key'), purpose, sealed).toString()) as Writing
    const letter = await render(writing)
    if (!letter) return
    if (mail)
      await mail.send(letter).catch((error: unknown) => {
        if (error instanceof NoSuchMailbox) return refused(writing)
        throw error
      })
    else if (demo)
      await sql`
        insert into mailbox (id, recipient, subject, body, arrived_at)
        values (${ids.random()}, ${letter.to}, ${letter.subject}, ${letter.text}, ${clock.now()})
      `.execute(db)
    else throw new Error('There is no mail server')
  } catch (error) {
    await sql`update mail set state = 'waiting', letter = ${sealed} where key = ${key}`.execute(db)
    throw error
  }
}

/** Takes a letter that waits and marks it as sent; null when somebody else did. */
const takeLetter = async <DB>(trx: Transaction<DB>, key: string): Promise<Buffer | null> => {
  const { rows } = await sql<{ letter: Buffer }>`select letter from mail where key = ${key} and state = 'waiting' for update`.execute(trx)
  if (!rows[0]) return null
  await sql`update mail set state = 'sent', letter = null where key = ${key}`.execute(trx)
  return rows[0].letter
}

/** Asks again for what still waits: the queue gives a letter up after a minute, a mail server may be away for hours. */
export const askAgainForLetters = async <DB>(
  { db, jobs }: Pick<LetterNeeds<DB>, 'db' | 'jobs'>,
  sendLetter: Job<{ key: string }>,
): Promise<void> => {
  const { rows } = await sql<{ key: string }>`select key from mail where state = 'waiting' order by asked_on, key limit 500`.execute(db)
  for (const { key } of rows) await jobs.ask(db, sendLetter, { key })
}

/** Forgets which letters were asked for before a day, sent or not. */
export const forgetLetters = async <DB>(db: Kysely<DB>, before: Date): Promise<void> =>
  void (await sql`delete from mail where asked_on < ${dayOf(before)}`.execute(db))

/** What has come to the demo's mailbox, newest first. */
export const mailboxOf = async <DB>(db: Kysely<DB>, recipient: string | null): Promise<readonly KeptLetter[]> => {
  const { rows } = await sql<KeptLetter>`
    select id, recipient, subject, body, arrived_at as "arrivedAt" from mailbox
    where ${recipient}::text is null or recipient = ${recipient} order by arrived_at desc, id limit 50
  `.execute(db)
  return rows
}
