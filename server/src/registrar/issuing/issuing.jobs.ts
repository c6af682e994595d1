import { clockTolerance, oldestLabelPeriod, periodOf } from '#tickets/tickets.rules.ts'
import type { Deps } from '../deps.ts'
import { dropExpiredNameChallenges, dropRequestsBefore, shufflePersons } from './issuing.sql.ts'
import { giveUpLostRoots } from './lose-root.ts'
import { openDue } from './open-due.ts'
import { publishKeys } from './publish-keys.ts'
import { remindRenewals } from './remind-renewals.ts'

/** What this room does by itself: lists keys in time, forgets what is over, and every night leaves no order in which anybody came. */
export const startIssuingJobs = async (deps: Deps): Promise<void> => {
  const { db, jobs, clock } = deps
  await publishKeys(deps)
  await jobs.every('registrar.openings', '0 * * * *', () => openDue(deps))
  await jobs.every('registrar.publish-keys', '7 * * * *', () => publishKeys(deps))
  await jobs.every('registrar.lost-roots', '30 2 * * *', () => giveUpLostRoots(deps))
  await jobs.every('registrar.forget-tickets', '40 2 * * *', () => forgetPast(deps))
  await jobs.every('registrar.name-challenges', '*/10 * * * *', async () => {
    await dropExpiredNameChallenges(db, clock.now())
  })
  await jobs.every('registrar.renewals-due', '15 9 * * *', () => remindRenewals(deps))
  await jobs.every('registrar.shuffle', '0 3 * * *', () => shufflePersons(db))
}

/** Deletes what was signed for epochs that are over and labels that are shown no more; the root stays for life. */
export const forgetPast = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> => {
  const now = clock.now()
  await dropRequestsBefore(db, 'renewal', periodOf('renewal', new Date(now.getTime() - clockTolerance)))
  await dropRequestsBefore(db, 'label', oldestLabelPeriod(now))
}
