import type { Language } from '#contract/shapes.ts'
import type { Db, Trx } from '../deps.ts'

export const countCodes = async (db: Db, hash: Buffer, now: Date): Promise<number> =>
  (
    await db
      .selectFrom('email_code')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('address_hash', '=', hash)
      .where('expires_at', '>', now)
      .executeTakeFirstOrThrow()
  ).count

export const addCode = (
  trx: Trx,
  row: { id: string; address_hash: Buffer; address: Buffer; language: Language; code_hash: Buffer; expires_at: Date },
) => trx.insertInto('email_code').values(row).execute()

/** Counts a try, whatever becomes of it. */
export const tryCode = (db: Db, id: string, now: Date) =>
  db
    .updateTable('email_code')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .returning(['tries', 'code_hash as codeHash', 'address', 'address_hash as addressHash', 'language'])
    .executeTakeFirst()

/** Uses a code up; false when somebody else did. */
export const dropCode = async (db: Db, id: string): Promise<boolean> =>
  (await db.deleteFrom('email_code').where('id', '=', id).returning('id').executeTakeFirst()) !== undefined

export const dropExpiredCodes = (db: Db, now: Date) => db.deleteFrom('email_code').where('expires_at', '<=', now).execute()
