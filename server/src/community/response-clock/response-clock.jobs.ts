import type { Deps } from '../deps.ts'
import { askForOutcomes } from './follow-up.ts'

/** What this room does by itself: asks for the outcomes of open cases when their time has come. */
export const startResponseClockJobs = async (deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'log'>): Promise<void> =>
  deps.jobs.every('community.outcomes-wanted', '*/5 * * * *', () => askForOutcomes(deps, deps.clock.now()))
