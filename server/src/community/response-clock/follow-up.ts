import { days, hours, later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { contributorsOf } from '../discussion/threads.ts'
import { notify } from '../notifications/notify.ts'
import { addFollowUp, dropFollowUp, dueFollowUps, lockFollowUp, setFollowUp } from './response-clock.sql.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids'>

/** How long after asking the asker of an open case is asked what it turned out to be. */
export const outcomeWantedAfter = [24 * hours, 7 * days, 21 * days] as const

/** A case was posted: its outcome will be asked for. */
export const beginFollowUp = async ({ db, clock }: Needs, caseId: string): Promise<void> =>
  void (await addFollowUp(db, caseId, later(clock.now(), outcomeWantedAfter[0])))

/** A case is no longer open: nobody is asked for its outcome. */
export const endFollowUp = async ({ db }: Pick<Deps, 'db'>, caseId: string): Promise<void> => void (await dropFollowUp(db, caseId))

/** Asks every asker whose time has come for the outcome; one that fails holds no other up. */
export const askForOutcomes = async (deps: Needs & Pick<Deps, 'log'>, now: Date): Promise<void> => {
  for (const caseId of await dueFollowUps(deps.db, now, 500))
    await askForOutcome(deps, caseId).catch((error: unknown) => deps.log.error({ err: error }, 'an outcome could not be asked for'))
}

const askForOutcome = (deps: Needs, caseId: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const found = await lockFollowUp(trx, caseId, now)
    if (!found) return
    if (found.open && found.asker !== null)
      await notify(deps, trx, [
        { to: { byline: found.asker }, kind: 'outcome-wanted', about: caseId, key: `outcome-wanted:${caseId}:${found.asked + 1}` },
      ])
    const next = outcomeWantedAfter[found.asked + 1]
    if (next === undefined || !found.open) await dropFollowUp(trx, caseId)
    else await setFollowUp(trx, caseId, found.asked + 1, later(found.askedAt, next))
  })

/** A case has its outcome: everybody who took part hears of it. */
export const tellOutcome = (deps: Needs, caseId: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const contributors = await contributorsOf(trx, caseId)
    await notify(
      deps,
      trx,
      contributors.map((byline) => ({ to: { byline }, kind: 'outcome', about: caseId, key: `outcome:${caseId}` })),
    )
  })
