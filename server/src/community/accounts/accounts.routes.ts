import type { FastifyReply, FastifyRequest } from 'fastify'
import * as promises from '#contract/community/accounts.ts'
import type { Member } from '../../access.ts'
import { on, type Route } from '../../platform/bind.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { startChallenge } from './challenges.ts'
import { addDevice, noteAddedDevices, removeDevice } from './change-devices.ts'
import { changeSettings } from './change-settings.ts'
import { readManifest } from './check-tickets.ts'
import { join } from './join.ts'
import { creationOptions, requestOptions } from './passkeys.ts'
import { renew } from './renew.ts'
import { cookieAge, cookieName, cookieOptions, endSession, type SessionToken, tokenOf } from './sessions.ts'
import { showCounts } from './show-counts.ts'
import { listDevices, showMe, showSession } from './show-me.ts'
import { showName } from './show-name.ts'
import { signIn, signInWithWords } from './sign-in.ts'

/** `changed` is called when a member has changed what they read or want to be asked about. */
export const accountsRoutes = (deps: Deps, changed: (member: Member) => Promise<void>): readonly Route[] => {
  /** Gives the browser its new session and ends the one it had. */
  const enter = async (request: FastifyRequest, reply: FastifyReply, token: SessionToken): Promise<void> => {
    const before = tokenOf(request)
    if (before) await endSession(deps, before)
    reply.setCookie(cookieName, token, { ...cookieOptions, maxAge: cookieAge })
  }
  return [
    on('showSession', promises.showSession, ({ request }) => showSession(deps, tokenOf(request))),
    on('showManifest', promises.showManifest, async () => {
      const { entries, crowds, ...published } = await readManifest(deps)
      return { ...published, entries: entries.map((entry) => ({ ...entry })), crowds: { ...crowds } }
    }),
    on('showCounts', promises.showCounts, () => showCounts(deps)),
    on('startJoin', promises.startJoin, async () => {
      const started = await startChallenge(deps)
      return { ...started, options: await creationOptions(deps, started.challenge) }
    }),
    on('join', promises.join, async ({ body, request, reply }) => {
      const token = await join(deps, body)
      await enter(request, reply, token)
      return { me: await showMe(deps, token) }
    }),
    on('renew', promises.renew, ({ body }) => renew(deps, body)),
    on('startSignIn', promises.startSignIn, async () => {
      const started = await startChallenge(deps)
      return { ...started, options: await requestOptions(deps, started.challenge) }
    }),
    on('signIn', promises.signIn, async ({ body, request, reply }) => {
      const { token, wrappedSeed } = await signIn(deps, body)
      await enter(request, reply, token)
      return { me: await showMe(deps, token), wrappedSeed }
    }),
    on('signInWithWords', promises.signInWithWords, async ({ body, request, reply }) => {
      const token = await signInWithWords(deps, body)
      await enter(request, reply, token)
      return { me: await showMe(deps, token) }
    }),
    on('signOut', promises.signOut, async ({ request, reply }) => {
      const token = tokenOf(request)
      if (token) await endSession(deps, token)
      reply.clearCookie(cookieName, cookieOptions)
    }),
    on('listDevices', promises.listDevices, ({ request }) => listDevices(deps, sessionIn(request))),
    on('addDevice', promises.addDevice, ({ caller, body, request }) => addDevice(deps, caller, body, sessionIn(request))),
    on('noteAddedDevices', promises.noteAddedDevices, ({ request }) => noteAddedDevices(deps, sessionIn(request))),
    on('removeDevice', promises.removeDevice, ({ caller, params }) => removeDevice(deps, caller, params.deviceId)),
    on('changeSettings', promises.changeSettings, async ({ caller, body, request }) => {
      await changeSettings(deps, caller, body)
      await changed(caller)
      return { me: await showMe(deps, sessionIn(request)) }
    }),
    on('showName', promises.showName, async ({ caller, body, request }) => {
      await showName(deps, caller, body)
      return { me: await showMe(deps, sessionIn(request)) }
    }),
  ]
}

const sessionIn = (request: FastifyRequest): SessionToken => tokenOf(request) ?? refuse('session.needed')
