import type { Deps } from '../deps.ts'
import { dropSessionsOf, setBanned } from './accounts.sql.ts'
import { sessionEnded } from './sessions.ts'

/**
 * Closes an account to its R, or opens it again: R can neither sign in, renew nor join, in any epoch and after the account is erased.
 * The registrar never learns of it.
 */
export const banAccount = async ({ db, signals }: Pick<Deps, 'db' | 'signals'>, accountId: string, banned: boolean): Promise<void> => {
  await db.transaction().execute(async (trx) => {
    await setBanned(trx, accountId, banned)
    if (banned) await dropSessionsOf(trx, accountId)
  })
  await signals.tell(sessionEnded)
}
