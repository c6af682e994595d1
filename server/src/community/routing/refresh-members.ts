import { epochOf } from '#tickets/tickets.rules.ts'
import type { Deps } from '../deps.ts'
import { layOut } from './members.rules.ts'
import { findFacts, findNewcomers, forgetByHalf, keepMembers, membersAfter, wakeThoseWhoMay } from './members.sql.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids'>

const together = 1_000

/** Lays some members out anew: their hours, what they can be asked about, whether they may be asked. */
export const refreshMembers = async ({ db, clock, ids }: Needs, accountIds: readonly string[]): Promise<void> => {
  const now = clock.now()
  await db.transaction().execute(async (trx) => {
    const facts = await findFacts(trx, accountIds, epochOf(now))
    if (facts.length > 0)
      await keepMembers(
        trx,
        facts.map((each) => layOut(each, now, ids.bytes(4).readUInt32BE() / 2 ** 32)),
      )
  })
}

/** Takes in members the router does not know yet. */
export const takeInNewcomers = async (deps: Needs): Promise<void> => {
  for (;;) {
    const some = await findNewcomers(deps.db, together)
    if (some.length > 0) await refreshMembers(deps, some)
    if (some.length < together) return
  }
}

/** What of an answer is still known a night later, so that half is forgotten in thirty days. */
const leftAfterANight = 0.5 ** (1 / 30)

/** Every night: the hours of each member on the clock of the new day, and how they answer a little more forgotten. */
export const refreshEveryMember = async (deps: Needs): Promise<void> => {
  await forgetByHalf(deps.db, leftAfterANight)
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const some = await membersAfter(deps.db, after, together)
    const last = some.at(-1)
    if (last === undefined) return
    await refreshMembers(deps, some)
    after = last
  }
}

/** Lets those be asked again who have a token back or whose pause is over. */
export const wakeMembers = async ({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> => {
  while ((await db.transaction().execute((trx) => wakeThoseWhoMay(trx, now, together))) === together);
}
