import type { Deps } from '../deps.ts'
import { dropOldViewers } from './cases.sql.ts'

/** After 30 days the key and rows that tell a case's viewers apart become a number. */
export const dropViewersAfterTheirTime = ({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> =>
  dropOldViewers(db, now.toISOString().slice(0, 10))
