import type { Deps } from '../deps.ts'
import { countDrafts as countRows, findLastDraft as findLastRow } from './drafts.sql.ts'

/** How many drafts a member has. */
export const countDrafts = (db: Deps['db'], accountId: string): Promise<number> => countRows(db, accountId)

/** The draft a member has written in last: its id, language and question; null when there is none. */
export const findLastDraft = (db: Deps['db'], accountId: string) => findLastRow(db, accountId)
