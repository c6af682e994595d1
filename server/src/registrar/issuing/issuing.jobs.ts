import { clockTolerance, periodOf } from '#tickets/tickets.rules.ts'
import type { Deps } from '../deps.ts'
import { dropExpiredNameChallenges, dropRequestsBefore, shufflePersons } from './issuing.sql.ts'
import { publishKeys } from './publish-keys.ts'

/** What this room does by itself: lists keys in time, forgets what is over, and every night leaves no order in which anybody came. */
export const startIssuingJobs = async (deps: Pick<Deps, 'db' | 'clock' | 'jobs' | 'secrets' | 'crowdMinimum' | 'props'>): Promise<void> => {
  const { db, jobs, clock } = deps
  await publishKeys(deps)
  await jobs.every('registrar.publish-keys', '7 * * * *', () => publishKeys(deps))
  await jobs.every('registrar.forget-tickets', '40 2 * * *', () => forgetPast(deps))
  await jobs.every('registrar.name-challenges', '*/10 * * * *', async () => {
    await dropExpiredNameChallenges(db, clock.now())
  })
  await jobs.every('registrar.shuffle', '0 3 * * *', () => shufflePersons(db))
}

/** Deletes what was signed for epochs and quarters that are over and accepted no more; the root stays for life. */
export const forgetPast = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> => {
  const yesterday = new Date(clock.now().getTime() - clockTolerance)
  for (const kind of ['renewal', 'label'] as const) await dropRequestsBefore(db, kind, periodOf(kind, yesterday))
}
