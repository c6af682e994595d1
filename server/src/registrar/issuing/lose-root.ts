import type { Entry } from '#contract/registrar/issuing.ts'
import { epochOf } from '#tickets/tickets.rules.ts'
import type { Registrant } from '../../access.ts'
import { refuseIf } from '../../platform/refuse.ts'
import { later } from '../../platform/time.ts'
import type { Deps, Trx } from '../deps.ts'
import { anyPlace } from '../persons/anyPlace.ts'
import { holdPerson } from '../persons/know-person.ts'
import { longLost, markRootGivenUp, markRootLost } from '../persons/roots.ts'
import { lostFor, whyNoNewRoot } from './issuing.rules.ts'
import { dropRequestsOfRoot, requestsOf } from './issuing.sql.ts'
import { doctorIn, showEntry } from './show-entry.ts'

type Needs = Parameters<typeof showEntry>[0]

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/** A doctor says that words and devices are lost: half a year later, unless they are found, a new root may be signed. Said again, the day stays. */
export const loseRoot = async (deps: Needs, registrant: Registrant): Promise<Entry> => {
  const now = deps.clock.now()
  await deps.db.transaction().execute(async (trx) => {
    const person = await holdPerson(trx, deps, registrant.personId)
    doctorIn(person)
    refuseIf(whyNoNewRoot({ rootIssued: person?.rootIssued ?? false, rootGivenUpOn: person?.rootGivenUpOn ?? null }, now))
    if (!person?.rootLostOn) await markRootLost(trx, registrant.personId, dayOf(now))
  })
  return showEntry(deps, registrant)
}

/** The words have been found. */
export const findRoot = async (deps: Needs, registrant: Registrant): Promise<Entry> => {
  await deps.db.transaction().execute((trx) => markRootLost(trx, registrant.personId, null))
  return showEntry(deps, registrant)
}

/** Gives up the roots that have been lost for half a year. */
export const giveUpLostRoots = async (deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'secrets'>): Promise<void> => {
  const { db, clock } = deps
  for (const personId of await longLost(db, dayOf(later(clock.now(), -lostFor))))
    await db.transaction().execute(async (trx) => {
      const person = await holdPerson(trx, deps, personId)
      if (person?.rootLostOn) await giveUpRoot(trx, deps, personId)
    })
}

/** Gives a root up: what was handed in for it and not signed is dropped, so the old account lapses before a new one can be valid. */
export const giveUpRoot = async (trx: Trx, { clock, ids }: Pick<Deps, 'clock' | 'ids'>, personId: string): Promise<void> => {
  const now = clock.now()
  const signed = (await requestsOf(trx, personId)).filter(({ kind, signature }) => kind === 'renewal' && signature !== null)
  const last = signed.reduce((newest, { period }) => Math.max(newest, period), epochOf(now))
  await dropRequestsOfRoot(trx, personId, last, anyPlace(ids))
  await markRootGivenUp(trx, personId, dayOf(now))
}
