import type { Registrant } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import type { MoveDeps } from '../applications/move-case.ts'
import { recoverCase } from '../applications/recover-case.ts'
import type { Deps } from '../deps.ts'
import { holdPerson } from '../persons/know-person.ts'
import { whyNoNewRoot } from './issuing.rules.ts'
import { dropUnsigned } from './issuing.sql.ts'
import { giveUpRoot } from './lose-root.ts'

/**
 * A doctor says that words or devices were stolen: the membership rests at once and nothing more is signed for whoever has them.
 * The licence is proved from the start, before two people.
 */
export const reportTheft = (deps: MoveDeps, { personId }: Registrant): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const person = await holdPerson(trx, deps, personId)
    if (!person?.rootIssued) return refuse('issuing.no-root')
    await recoverCase(trx, deps, personId)
    await dropUnsigned(trx, personId)
  })

/** Gives up a root that was stolen, once its doctor has proved the licence anew; within two years of the last one only the theft is stopped. */
export const giveUpStolenRoot = (deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'secrets'>, personId: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const person = await holdPerson(trx, deps, personId)
    if (!person || whyNoNewRoot(person, deps.clock.now())) return
    await giveUpRoot(trx, deps, personId)
  })
