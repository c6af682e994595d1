import type { NotificationSettings } from '#contract/community/notifications.ts'
import type { Member } from '../../access.ts'
import { Refusal, refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { defaultSettings } from './gate.rules.ts'
import { findSettings, keepSettings } from './notifications.sql.ts'

/** When and how often a member lets themselves be told. */
export const showNotificationSettings = async ({ db }: Pick<Deps, 'db'>, member: Member): Promise<NotificationSettings> =>
  (await findSettings(db, member.accountId)) ?? defaultSettings

/** A member changes that; a change made on an old state is refused with the current one. */
export const changeNotificationSettings = async (
  deps: Pick<Deps, 'db' | 'ids'>,
  member: Member,
  settings: NotificationSettings,
): Promise<NotificationSettings> => {
  if (settings.wakesAt >= settings.restsAt || settings.perWeek < settings.perDay) refuse('notifications.hours-refused')
  const kept = await keepSettings(deps.db, member.accountId, settings, deps.ids.bytes(4).readUInt32BE() / 2 ** 32)
  if (!kept) throw new Refusal('notifications.revision-stale', {}, { current: { ...(await showNotificationSettings(deps, member)) } })
  return { ...settings, revision: settings.revision + 1 }
}
