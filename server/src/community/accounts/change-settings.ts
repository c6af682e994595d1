import type { Settings } from '#contract/community/accounts.ts'
import type { Member } from '../../access.ts'
import { Refusal, refuseIf } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { isNameValid, whyNoSettings } from './accounts.rules.ts'
import { keepSettings, lockSettings } from './accounts.sql.ts'
import { sessionEnded } from './sessions.ts'

/** A member changes what they have chosen; a change made on an old state is refused with the current one. */
export const changeSettings = async (
  { db, clock, signals }: Pick<Deps, 'db' | 'clock' | 'signals'>,
  member: Member,
  settings: Settings,
): Promise<void> => {
  await db.transaction().execute(async (trx) => {
    const { name, nameThrough, ...current } = await lockSettings(trx, member.accountId)
    if (current.revision !== settings.revision) throw new Refusal('account.revision-stale', {}, { current })
    refuseIf(whyNoSettings(settings, isNameValid(nameThrough, clock.now()) ? name : null))
    await keepSettings(trx, member.accountId, settings)
  })
  // The language of a session is remembered with it.
  await signals.tell(sessionEnded)
}
