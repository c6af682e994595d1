import type { LabelCode } from '#tickets/labels.ts'
import { oldestLabelPeriod, quarterOf } from '#tickets/tickets.rules.ts'
import type { Db, Deps } from '../deps.ts'
import { countRoots } from '../persons/roots.ts'
import { countRenewed, crowdsOf } from './issuing.sql.ts'

/** How many doctors stand behind each label signed in these quarters: those who have not shown their name, and the demo's. */
export const readCrowds = async (
  db: Db,
  { props }: Pick<Deps, 'props'>,
  { from, to }: { from: number; to: number },
): Promise<ReadonlyMap<LabelCode, number>> => {
  const crowds = new Map(props)
  for (const [label, issued] of await crowdsOf(db, from, to)) crowds.set(label, (crowds.get(label) ?? 0) + issued)
  return crowds
}

/** The crowd behind each label that may be shown now: a label of last quarter counts until its successor has been fetched. */
export const publishedCrowds = ({ db, clock, props }: Pick<Deps, 'db' | 'clock' | 'props'>): Promise<ReadonlyMap<LabelCode, number>> =>
  readCrowds(db, { props }, { from: oldestLabelPeriod(clock.now()), to: quarterOf(clock.now()) + 1 })

const demoDoctors = ({ props }: Pick<Deps, 'props'>): number => props.values().reduce((sum, count) => sum + count, 0)

/** How many doctors may have entered, by the roots that were signed; the demo's among them. */
export const countEntered = async (db: Db, deps: Pick<Deps, 'props'>): Promise<number> => (await countRoots(db)) + demoDoctors(deps)

/** How many accounts may be valid in an epoch, by the renewals that were signed for it or for a later one; the demo's among them. */
export const countValid = async (db: Db, deps: Pick<Deps, 'props'>, epoch: number): Promise<number> =>
  (await countRenewed(db, epoch)) + demoDoctors(deps)
