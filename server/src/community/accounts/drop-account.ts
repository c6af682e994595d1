import type { Deps } from '../deps.ts'
import { dropAccount as dropAccountRow, dropSessionsOf } from './accounts.sql.ts'
import { sessionEnded } from './sessions.ts'

/** Ends every session of an account, on every process. */
export const endSessionsOf = async ({ db, signals }: Pick<Deps, 'db' | 'signals'>, accountId: string): Promise<void> => {
  await db.transaction().execute((trx) => dropSessionsOf(trx, accountId))
  await signals.tell(sessionEnded)
}

/**
 * Erases an account with everything that is only its own: settings, devices, sessions, drafts, notifications, addresses. What stays is the hash of its
 * R, so that the same R never joins again, and bylines with nobody behind them.
 */
export const dropAccount = async (deps: Pick<Deps, 'db' | 'signals'>, accountId: string): Promise<void> => {
  await dropAccountRow(deps.db, accountId)
  await deps.signals.tell(sessionEnded)
}
