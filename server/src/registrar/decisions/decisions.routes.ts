import * as promises from '#contract/registrar/decisions.ts'
import { Bytes, on, type Route } from '../../platform/bind.ts'
import { listWaiting } from '../applications/settle-application.ts'
import type { Deps } from '../deps.ts'
import { decideApplication } from './decide-application.ts'
import { lookAtApplication, lookAtEvidence } from './look.ts'

/** `onVerified`: what has to be ready before a doctor who was just verified comes to enter. */
export const decisionsRoutes = (deps: Deps, onVerified: () => Promise<void>): readonly Route[] => [
  on('listQueue', promises.listQueue, async () => ({ items: await listWaiting(deps) })),
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
  on('decideApplication', promises.decideApplication, async ({ caller, params, body }) => {
    const decided = await decideApplication(deps, caller, params.applicationId, body)
    if (decided.state === 'approved') await onVerified()
    return decided
  }),
]
