import type { Kysely, Transaction } from 'kysely'
import type { DB } from '../../platform/schema/community.generated.ts'

/** The byline an account has in a thread, locked, with the account's signed name. */
export const lockByline = (trx: Transaction<DB>, accountId: string, threadId: string) =>
  trx
    .selectFrom('byline')
    .select(['id', 'kind'])
    .where('account_id', '=', accountId)
    .where('thread_id', '=', threadId)
    .forUpdate()
    .executeTakeFirst()

/** The name an account may sign with in a quarter; null when none was signed, or not for so long. */
export const nameOf = async (trx: Transaction<DB>, accountId: string, quarter: number): Promise<string | null> =>
  (await trx.selectFrom('account').select('name').where('id', '=', accountId).where('name_through', '>=', quarter).executeTakeFirst())
    ?.name ?? null

/** Adds a byline; returns nothing where the account has one already or the handle is taken in this thread. */
export const addByline = (
  trx: Transaction<DB>,
  row: { id: string; account_id: string; thread_id: string; kind: 'anonymous' | 'name'; label: string; handle: string; shuffle: number },
) =>
  trx
    .insertInto('byline')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

export const showNameInThread = (trx: Transaction<DB>, bylineId: string) =>
  trx.updateTable('byline').set({ kind: 'name' }).where('id', '=', bylineId).execute()

export const dropByline = (trx: Transaction<DB>, bylineId: string) => trx.deleteFrom('byline').where('id', '=', bylineId).execute()

/** The bylines of an account, by the thread they stand in, oldest first. */
export const bylinesOf = async (db: Kysely<DB>, accountId: string): Promise<string[]> =>
  (await db.selectFrom('byline').select('id').where('account_id', '=', accountId).orderBy('thread_id').execute()).map(({ id }) => id)

/** Whose handle this is in a thread. */
export const authorOf = (db: Kysely<DB>, threadId: string, handle: string) =>
  db.selectFrom('byline').select('account_id').where('thread_id', '=', threadId).where('handle', '=', handle).executeTakeFirst()
