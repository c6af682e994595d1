import * as promises from '#contract/registrar/proving.ts'
import { on, type Route } from '../../platform/bind.ts'
import type { Deps } from '../deps.ts'
import { askCallback, proveBirthDate } from './ask-desk.ts'
import { askContactCode, askMailbox, giveCode, makeErrandCode } from './codes.ts'
import { finishIdCheck, startIdCheck } from './id-check.ts'
import { askInterview, listInterviewTimes, offerInterviewTime } from './interviews.ts'
import { finishLogin, startLogin } from './logins.ts'
import { askSignature, giveSignature } from './signatures.ts'
import { askVouch, giveVouch, openVouch } from './vouches.ts'

/** `mayOpen`: refuses staff the case was not given to. */
export const provingRoutes = (deps: Deps, mayOpen: (staffId: string, applicationId: string) => Promise<void>): readonly Route[] => [
  on('askContactCode', promises.askContactCode, ({ caller }) => askContactCode(deps, caller)),
  on('askMailbox', promises.askMailbox, ({ caller, body }) => askMailbox(deps, caller, body.email)),
  on('giveCode', promises.giveCode, ({ caller, params, body }) => giveCode(deps, caller, params.proofId, body.code)),
  on('askVouch', promises.askVouch, ({ caller, body }) => askVouch(deps, caller, body.email)),
  on('openVouch', promises.openVouch, ({ caller, body }) => openVouch(deps, caller, body.invitation)),
  on('giveVouch', promises.giveVouch, ({ caller, body }) => giveVouch(deps, caller, body)),
  on('askCallback', promises.askCallback, ({ caller, body }) => askCallback(deps, caller, body.institution)),
  on('listInterviewTimes', promises.listInterviewTimes, ({ caller }) => listInterviewTimes(deps, caller)),
  on('askInterview', promises.askInterview, ({ caller, body }) => askInterview(deps, caller, body.slotId)),
  on('offerInterviewTime', promises.offerInterviewTime, ({ caller, body }) => offerInterviewTime(deps, caller, body.startsAt)),
  on('startIdCheck', promises.startIdCheck, ({ caller }) => startIdCheck(deps, caller)),
  on('finishIdCheck', promises.finishIdCheck, ({ caller }) => finishIdCheck(deps, caller)),
  on('startLogin', promises.startLogin, ({ caller, body }) => startLogin(deps, caller, body.provider)),
  on('finishLogin', promises.finishLogin, ({ caller, body }) => finishLogin(deps, caller, body.answer)),
  on('askSignature', promises.askSignature, ({ caller }) => askSignature(deps, caller)),
  on('giveSignature', promises.giveSignature, ({ caller, body }) => giveSignature(deps, caller, body.signed)),
  on('proveBirthDate', promises.proveBirthDate, ({ caller, body }) => proveBirthDate(deps, caller, body.birthDate)),
  on('makeErrandCode', promises.makeErrandCode, async ({ caller, params, body }) => {
    await mayOpen(caller.staffId, params.applicationId)
    return makeErrandCode(deps, params.applicationId, params.proofId, body.by)
  }),
]
