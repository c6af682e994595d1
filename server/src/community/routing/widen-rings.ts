import { ageBands } from '#atlas/ageBands.ts'
import { announce } from '../../platform/announce.ts'
import type { Deps } from '../deps.ts'
import { notify } from '../notifications/notify.ts'
import { markSpent } from './members.sql.ts'
import { chooseForRing, heardFrom, isHeard, ringAfter, targetOf } from './rings.rules.ts'
import {
  addAlerts,
  addRingCase,
  countAlerts,
  countAsked,
  countClaims,
  dropAlerts,
  dueCases,
  findRingCase,
  labelsHeard,
  lockDueCase,
  noteAnswered,
  type RingCase,
  restartRing,
  setNextRing,
  stopRing,
} from './routing.sql.ts'
import { whoToAsk } from './who-to-ask.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids'>

/** Age bands in which a patient is a child: for them those are asked who see children. */
const childBands = ageBands.slice(0, ageBands.indexOf('15-19'))

const takesAnswers = ({ state }: Pick<RingCase, 'state'>): boolean =>
  state === 'open' || state === 'needs-information' || state === 'working-diagnosis'

/** A case was posted, or opened again: its first ring goes out at once. */
export const beginRings = async (deps: Needs, caseId: string): Promise<void> => {
  await addRingCase(deps.db, caseId, deps.clock.now(), childBands)
  await widenRing(deps, caseId)
}

/** A case takes answers again, or has something new to say: rings that had stopped for one of these reasons begin again. */
export const beginRingsAgain = async (
  deps: Needs,
  caseId: string,
  after: readonly ('closed' | 'answered' | 'exhausted')[],
): Promise<void> => {
  await restartRing(deps.db, caseId, deps.clock.now(), after)
  await widenRing(deps, caseId)
}

/** A case takes no more answers: nobody else is asked. */
export const endRings = async ({ db }: Pick<Deps, 'db'>, caseId: string): Promise<void> => void (await stopRing(db, caseId, 'closed'))

/** Sends every ring that is due, each case for itself: one that fails is tried again with the next tick and holds no other up. */
export const dueRings = async (deps: Needs & Pick<Deps, 'log'>, now: Date): Promise<void> => {
  for (const caseId of await dueCases(deps.db, now, 500))
    await widenRing(deps, caseId).catch((error: unknown) => deps.log.error({ err: error }, 'a ring could not go out'))
}

/**
 * Sends the ring of a case that is due, if it is and no other worker is at it: looks whom to ask, asks them through the gate, and says when the next
 * one is due, all in one transaction. Stopped in the middle, nothing of it has happened.
 */
export const widenRing = (deps: Needs, caseId: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const found = await lockDueCase(trx, caseId, now)
    if (!found) return
    await announce(trx, [{ what: 'thread', id: caseId }])
    if (!takesAnswers(found)) return void (await stopRing(trx, caseId, 'closed'))
    const asked = [...found.specialties, ...found.added]
    const heard = heardFrom(asked, await labelsHeard(trx, caseId))
    if (isHeard(heard)) return void (await stopRing(trx, caseId, 'answered'))

    const { candidates, scarce } = await whoToAsk(trx, found, now)
    const chance = deps.ids.bytes(4 * Math.max(1, candidates.length))
    const chosen = chooseForRing(candidates, {
      hour: now.getUTCHours(),
      target: targetOf(found.ring, heard, await countClaims(trx, caseId, now), { notSure: asked.length === 0, scarce }),
      alreadyAsked: await countAlerts(trx, caseId),
      chance: (index) => chance.readUInt32BE(4 * index) / 2 ** 32,
    })
    const added = await addAlerts(trx, caseId, found.ring, now, chosen)
    const told = await notify(
      deps,
      trx,
      chosen
        .filter(({ accountId }) => added.has(accountId))
        .map(({ accountId, onCall }) => ({ to: { account: accountId }, kind: 'asked', about: caseId, key: `asked:${caseId}`, onCall })),
    )
    const reached = new Set(told.map(({ accountId }) => accountId))
    await dropAlerts(
      trx,
      caseId,
      [...added].filter((accountId) => !reached.has(accountId)),
    )
    await countAsked(trx, [...reached])
    await markSpent(
      trx,
      told.filter(({ freeAt }) => freeAt !== null && freeAt > now).map(({ accountId }) => accountId),
    )
    const next = ringAfter(found.ring, now, found)
    if (next) await setNextRing(trx, caseId, next.ring, next.dueAt)
    else await stopRing(trx, caseId, 'exhausted')
  })

/** Somebody has answered a case: their promise is kept, and once five have answered, one of them a specialist, nobody else is asked. */
export const noteAnswer = ({ db, clock }: Pick<Deps, 'db' | 'clock'>, caseId: string, commentId: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const found = await findRingCase(trx, caseId, { lock: true })
    if (!found) return
    await noteAnswered(trx, caseId, commentId, clock.now().getUTCHours())
    const heard = heardFrom([...found.specialties, ...found.added], await labelsHeard(trx, caseId))
    if (isHeard(heard)) await stopRing(trx, caseId, 'answered')
    await announce(trx, [{ what: 'thread', id: caseId }])
  })
