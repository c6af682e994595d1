import * as promises from '#contract/community/routing.ts'
import { on, type Route } from '../../platform/bind.ts'
import type { Deps } from '../deps.ts'
import { claimAnswer, declineCase, dropClaim, tellOpened, widenRing } from './answer-ring.ts'
import { endDuty, muteTopics, pauseRings, setRota, showMyRings, takeDuty } from './my-rings.ts'
import { showRing } from './show-ring.ts'

export const routingRoutes = (deps: Deps): readonly Route[] => [
  on('showRing', promises.showRing, ({ caller, params }) => showRing(deps, caller, params.caseId)),
  on('tellOpened', promises.tellOpened, ({ caller, params }) => tellOpened(deps, caller, params.caseId)),
  on('claimAnswer', promises.claimAnswer, ({ caller, params }) => claimAnswer(deps, caller, params.caseId)),
  on('dropClaim', promises.dropClaim, ({ caller, params }) => dropClaim(deps, caller, params.caseId)),
  on('declineCase', promises.declineCase, ({ caller, params, body }) => declineCase(deps, caller, params.caseId, body)),
  on('widenRing', promises.widenRing, ({ caller, params, body }) => widenRing(deps, caller, params.caseId, body.specialty)),
  on('showMyRings', promises.showMyRings, ({ caller }) => showMyRings(deps, caller)),
  on('pauseRings', promises.pauseRings, ({ caller, body }) => pauseRings(deps, caller, body.until)),
  on('muteTopics', promises.muteTopics, ({ caller, body }) => muteTopics(deps, caller, body.muted)),
  on('setRota', promises.setRota, ({ caller, body }) => setRota(deps, caller, body.stretches)),
  on('takeDuty', promises.takeDuty, ({ caller, body }) => takeDuty(deps, caller, body)),
  on('endDuty', promises.endDuty, ({ caller, params }) => endDuty(deps, caller, params.from)),
]
