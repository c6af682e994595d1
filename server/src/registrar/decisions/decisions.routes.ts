import * as promises from '#contract/registrar/decisions.ts'
import { Bytes, on, type Route } from '../../platform/bind.ts'
import type { Deps } from '../deps.ts'
import { decideApplication, findVerified, readByHand, revokeLicence, settleSeenProof } from './decide-application.ts'
import { drawApplication, listQueue } from './draw-application.ts'
import { lookAtApplication, lookAtEvidence } from './look.ts'

export const decisionsRoutes = (deps: Deps): readonly Route[] => [
  on('listQueue', promises.listQueue, ({ caller }) => listQueue(deps, caller)),
  on('drawApplication', promises.drawApplication, ({ caller, body }) => drawApplication(deps, caller, body)),
  on('lookAtApplication', promises.lookAtApplication, ({ caller, params }) => lookAtApplication(deps, caller, params.applicationId)),
  on('lookAtEvidence', promises.lookAtEvidence, async ({ caller, params }) => {
    const { mediaType, bytes } = await lookAtEvidence(deps, caller, params.applicationId, params.evidenceId)
    // Somebody else's file: shown as what it was checked to be, kept nowhere, and able to do nothing.
    return new Bytes(bytes, {
      'content-type': mediaType,
      'content-disposition': 'inline',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  }),
  on('settleProof', promises.settleProof, ({ caller, params, body }) => settleSeenProof(deps, caller, params.applicationId, body)),
  on('transcribeLine', promises.transcribeLine, ({ caller, params, body }) => readByHand(deps, caller, params.applicationId, body.line)),
  on('decideApplication', promises.decideApplication, ({ caller, params, body }) =>
    decideApplication(deps, caller, params.applicationId, body),
  ),
  on('findVerified', promises.findVerified, ({ caller, body }) => findVerified(deps, caller, body)),
  on('revokeLicence', promises.revokeLicence, ({ caller, params, body }) => revokeLicence(deps, caller, params.applicationId, body.reason)),
]
