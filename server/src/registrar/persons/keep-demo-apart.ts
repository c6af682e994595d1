import { CannotStart } from '../../platform/CannotStart.ts'
import type { Deps } from '../deps.ts'
import { isMarkedAsDemo, knowsAnybody, markAsDemo } from './persons.sql.ts'

/** Refuses to show a demo where real people have applied; a registrar that is still empty becomes the demo's. */
export const keepDemoApart = async ({ db, demo }: Pick<Deps, 'db' | 'demo'>): Promise<void> => {
  if (!demo || (await isMarkedAsDemo(db))) return
  if (await knowsAnybody(db))
    throw new CannotStart(
      'Somebody has applied at this registrar, and the demo is not mixed with real people: start with --no-demo, or name another data folder with CONSILIUM_DATA.',
    )
  await markAsDemo(db)
}
