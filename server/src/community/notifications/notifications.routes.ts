import type { FastifyRequest } from 'fastify'
import * as promises from '#contract/community/notifications.ts'
import type { Member } from '../../access.ts'
import { on, type Route } from '../../platform/bind.ts'
import { refuse } from '../../platform/refuse.ts'
import { type SessionToken, tokenOf } from '../accounts/sessions.ts'
import type { Deps } from '../deps.ts'
import { changeNotificationSettings, showNotificationSettings } from './change-settings.ts'
import { countNotifications, listNotifications, readNotifications, showAlert } from './list-notifications.ts'
import { confirmMailAddress, dropMailAddress, giveMailAddress, listDemoLetters, showMailAddress, stopMail } from './mail-address.ts'
import { dropPush, keepPush, showPush } from './push-to-device.ts'

const sessionIn = (request: FastifyRequest): SessionToken => tokenOf(request) ?? refuse('session.needed')

/** `changed` is called when a member has changed their hours or budget. */
export const notificationsRoutes = (deps: Deps, changed: (member: Member) => Promise<void>): readonly Route[] => [
  on('listNotifications', promises.listNotifications, ({ caller, query }) => listNotifications(deps, caller, query)),
  on('countNotifications', promises.countNotifications, ({ caller }) => countNotifications(deps, caller)),
  on('readNotifications', promises.readNotifications, ({ caller, body }) => readNotifications(deps, caller, body.about)),
  on('showAlert', promises.showAlert, ({ caller }) => showAlert(deps, caller)),
  on('showPush', promises.showPush, ({ request }) => showPush(deps, sessionIn(request))),
  on('keepPush', promises.keepPush, ({ body, request }) => keepPush(deps, sessionIn(request), body)),
  on('dropPush', promises.dropPush, ({ request }) => dropPush(deps, sessionIn(request))),
  on('showNotificationSettings', promises.showNotificationSettings, ({ caller }) => showNotificationSettings(deps, caller)),
  on('showMailAddress', promises.showMailAddress, ({ caller }) => showMailAddress(deps, caller)),
  on('giveMailAddress', promises.giveMailAddress, ({ caller, body, key }) => giveMailAddress(deps, caller, body.address, key)),
  on('confirmMailAddress', promises.confirmMailAddress, ({ caller, body, key }) => confirmMailAddress(deps, caller, body.code, key)),
  on('dropMailAddress', promises.dropMailAddress, ({ caller }) => dropMailAddress(deps, caller)),
  on('stopMail', promises.stopMail, ({ query }) => stopMail(deps, query.token)),
  on('listDemoLetters', promises.listDemoLetters, ({ query }) => listDemoLetters(deps, query.to)),
  on('changeNotificationSettings', promises.changeNotificationSettings, async ({ caller, body }) => {
    const kept = await changeNotificationSettings(deps, caller, body)
    await changed(caller)
    return kept
  }),
]
