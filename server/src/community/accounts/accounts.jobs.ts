import { epochOf } from '#tickets/tickets.rules.ts'
import type { Deps } from '../deps.ts'
import { dropExpired, shuffleAccounts } from './accounts.sql.ts'

/** What this room does by itself: forgets what has expired, and every night leaves no order in which anybody came. */
export const startAccountsJobs = async ({ db, clock, jobs }: Pick<Deps, 'db' | 'clock' | 'jobs'>): Promise<void> => {
  await jobs.every('community.expired', '*/10 * * * *', () => dropExpired(db, clock.now(), epochOf(clock.now())))
  await jobs.every('community.shuffle', '10 3 * * *', () => shuffleAccounts(db))
}
