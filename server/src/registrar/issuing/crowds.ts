import type { LabelCode } from '#tickets/labels.ts'
import type { Db, Deps } from '../deps.ts'
import { countRoots, crowdsOf } from './issuing.sql.ts'

/** How many doctors stand behind each label of a quarter: those it was issued to who have not shown their name, and the demo's. */
export const readCrowds = async (db: Db, { props }: Pick<Deps, 'props'>, period: number): Promise<ReadonlyMap<LabelCode, number>> => {
  const crowds = new Map(props)
  for (const [label, issued] of await crowdsOf(db, period)) crowds.set(label, (crowds.get(label) ?? 0) + issued)
  return crowds
}

/** How many doctors may have entered, by the roots that were signed; the demo's among them. */
export const countEntered = async (db: Db, { props }: Pick<Deps, 'props'>): Promise<number> =>
  (await countRoots(db)) + props.values().reduce((sum, count) => sum + count, 0)
