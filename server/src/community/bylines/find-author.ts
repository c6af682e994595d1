import type { Deps } from '../deps.ts'
import { authorOf } from './bylines.sql.ts'

/** The account behind a handle in a thread, for what concerns the account as a whole; it goes nowhere else. */
export const findAuthor = async ({ db }: Pick<Deps, 'db'>, threadId: string, handle: string): Promise<string | null> =>
  (await authorOf(db, threadId, handle))?.account_id ?? null
