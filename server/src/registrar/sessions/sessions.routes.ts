import * as promises from '#contract/registrar/sessions.ts'
import * as staffPromises from '#contract/registrar/staff.ts'
import { on, type Route } from '../../platform/bind.ts'
import { sendCode } from '../codes/prove-address.ts'
import type { Deps } from '../deps.ts'
import { confirmInvitation, enrolStaff, openInvitation } from '../staff/invite-staff.ts'
import { readStaff, signInStaff, startStaffSignIn } from '../staff/sign-in-staff.ts'
import { enter, leave, registrarCallerOf } from './sessions.ts'
import { confirmCode } from './sign-in.ts'

export const sessionsRoutes = (deps: Deps): readonly Route[] => {
  const callerOf = registrarCallerOf(deps)
  return [
    on('showRegistrarSession', promises.showRegistrarSession, async ({ request }) => {
      const { demo, communityOrigin } = deps
      const caller = await callerOf(request)
      if (caller.kind === 'registrant')
        return { caller: { kind: caller.kind, role: null, number: null, language: caller.language }, demo, communityOrigin }
      if (caller.kind !== 'staff') return { caller: null, demo, communityOrigin }
      const number = (await readStaff(deps.db, caller.staffId))?.number ?? null
      return { caller: { kind: caller.kind, role: caller.role, number, language: caller.language }, demo, communityOrigin }
    }),
    on('sendCode', promises.sendCode, ({ body }) => sendCode(deps, body.email, body.language)),
    on('confirmCode', promises.confirmCode, async ({ params, body, request, reply }) => {
      const { personId, verified } = await confirmCode(deps, params.codeId, body.code)
      await enter(deps, request, reply, { personId })
      return { verified }
    }),
    on('leaveRegistrar', promises.leaveRegistrar, ({ request, reply }) => leave(deps, request, reply)),
    on('openInvitation', staffPromises.openInvitation, ({ body }) => openInvitation(deps, body.invitation, body.language)),
    on('confirmInvitation', staffPromises.confirmInvitation, ({ body }) => confirmInvitation(deps, body)),
    on('enrolStaff', staffPromises.enrolStaff, async ({ body, request, reply }) => {
      const { staffId, role } = await enrolStaff(deps, body)
      await enter(deps, request, reply, { staffId })
      return { role }
    }),
    on('startStaffSignIn', staffPromises.startStaffSignIn, () => startStaffSignIn(deps)),
    on('signInStaff', staffPromises.signInStaff, async ({ body, request, reply }) => {
      const { staffId, role } = await signInStaff(deps, body)
      await enter(deps, request, reply, { staffId })
      return { role }
    }),
  ]
}
