import type { Db, Trx } from '../deps.ts'

/** Keeps a letter to be sent; false when one with this key was asked for before. */
export const addMail = async (trx: Trx, row: { key: string; letter: Buffer; asked_on: string }): Promise<boolean> =>
  (await trx
    .insertInto('mail')
    .values({ ...row, state: 'waiting' })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()) !== undefined

/** Takes the letter of a mail that waits and marks it as sent; null when somebody else did. */
export const takeMail = async (trx: Trx, key: string): Promise<Buffer | null> => {
  const found = await trx
    .selectFrom('mail')
    .select('letter')
    .where('key', '=', key)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
  if (!found?.letter) return null
  await trx.updateTable('mail').set({ state: 'sent', letter: null }).where('key', '=', key).execute()
  return found.letter
}

/** Puts a letter back that nobody would take. */
export const returnMail = (db: Db, key: string, letter: Buffer) =>
  db.updateTable('mail').set({ state: 'waiting', letter }).where('key', '=', key).execute()

export const dropMailsBefore = (db: Db, day: string) => db.deleteFrom('mail').where('asked_on', '<', day).execute()

export const addToMailbox = (db: Db, row: { id: string; recipient: string; subject: string; body: string; arrived_at: Date }) =>
  db.insertInto('mailbox').values(row).execute()

export const mailboxOf = (db: Db, recipient: string | null) =>
  db
    .selectFrom('mailbox')
    .select(['id', 'recipient', 'subject', 'body', 'arrived_at as arrivedAt'])
    .$if(recipient !== null, (query) => query.where('recipient', '=', recipient ?? ''))
    .orderBy('arrived_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()
