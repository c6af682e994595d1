import * as promises from '#contract/registrar/applications.ts'
import { on, type Route } from '../../platform/bind.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { addEvidence, removeEvidence } from './evidence.ts'
import { appealDecision, applyAgain, keepApplication, returnToRegister, submitApplication } from './keep-application.ts'
import { showApplication } from './show-application.ts'

export const applicationsRoutes = (deps: Deps): readonly Route[] => [
  on('showApplication', promises.showApplication, ({ caller }) => showApplication(deps, caller)),
  on('keepApplication', promises.keepApplication, ({ caller, body }) => keepApplication(deps, caller, body)),
  on('submitApplication', promises.submitApplication, ({ caller, body }) => submitApplication(deps, caller, body)),
  on('applyAgain', promises.applyAgain, ({ caller }) => applyAgain(deps, caller)),
  on('appealDecision', promises.appealDecision, ({ caller, body }) => appealDecision(deps, caller, body.words)),
  on('returnToRegister', promises.returnToRegister, ({ caller }) => returnToRegister(deps, caller)),
  on('addEvidence', promises.addEvidence, async ({ caller, params, request, key }) => {
    const part = await request.file().catch(() => undefined)
    if (!part) return refuse('application.evidence-refused')
    const bytes = await part.toBuffer().catch(() => null)
    if (!bytes || part.file.truncated) return refuse('application.evidence-too-large', { megabytes: promises.evidenceLimits.megabytes })
    return addEvidence(deps, caller, { kind: params.kind, bytes, key })
  }),
  on('removeEvidence', promises.removeEvidence, ({ caller, params }) => removeEvidence(deps, caller, params.evidenceId)),
]
