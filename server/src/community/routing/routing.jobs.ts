import { days, later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { shuffleRings } from './members.sql.ts'
import { refreshEveryMember, takeInNewcomers, wakeMembers } from './refresh-members.ts'
import { dropPast } from './routing.sql.ts'
import { dueRings } from './widen-rings.ts'

/** What this room does by itself: sends the rings that are due, keeps what it knows of members true, and forgets what is over. */
export const startRoutingJobs = async (deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'log'>): Promise<void> => {
  const { jobs, clock, db } = deps
  await jobs.every('community.rings', '* * * * *', async () => {
    await takeInNewcomers(deps)
    await wakeMembers(deps, clock.now())
    await dueRings(deps, clock.now())
  })
  await jobs.every('community.ring-members', '5 0 * * *', () => refreshEveryMember(deps))
  await jobs.every('community.shuffle-rings', '30 3 * * *', () => shuffleRings(db))
  await jobs.every('community.past-rings', '47 2 * * *', () => dropPast(db, clock.now(), later(clock.now(), -30 * days)))
}
