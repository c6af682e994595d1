import type { Deps } from '../deps.ts'
import { countDrafts as countRows } from './drafts.sql.ts'

/** How many drafts a member has. */
export const countDrafts = (db: Deps['db'], accountId: string): Promise<number> => countRows(db, accountId)
