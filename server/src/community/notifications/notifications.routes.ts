import * as promises from '#contract/community/notifications.ts'
import type { Member } from '../../access.ts'
import { on, type Route } from '../../platform/bind.ts'
import type { Deps } from '../deps.ts'
import { changeNotificationSettings, showNotificationSettings } from './change-settings.ts'
import { countNotifications, listNotifications, readNotifications } from './list-notifications.ts'

/** `changed` is called when a member has changed their hours or budget. */
export const notificationsRoutes = (deps: Deps, changed: (member: Member) => Promise<void>): readonly Route[] => [
  on('listNotifications', promises.listNotifications, ({ caller, query }) => listNotifications(deps, caller, query)),
  on('countNotifications', promises.countNotifications, ({ caller }) => countNotifications(deps, caller)),
  on('readNotifications', promises.readNotifications, ({ caller, body }) => readNotifications(deps, caller, body.about)),
  on('showNotificationSettings', promises.showNotificationSettings, ({ caller }) => showNotificationSettings(deps, caller)),
  on('changeNotificationSettings', promises.changeNotificationSettings, async ({ caller, body }) => {
    const kept = await changeNotificationSettings(deps, caller, body)
    await changed(caller)
    return kept
  }),
]
