import * as promises from '#contract/community/glossary.ts'
import { on, type Route } from '../../platform/bind.ts'
import type { Deps } from '../deps.ts'
import { listProposals, listTerms, proposeTerm, settleProposal, takeBackProposal } from './propose-term.ts'

export const glossaryRoutes = (deps: Deps): readonly Route[] => [
  on('listTerms', promises.listTerms, ({ query }) => listTerms(deps, query.q)),
  on('listProposals', promises.listProposals, ({ caller, query }) => listProposals(deps, caller, query.after)),
  on('proposeTerm', promises.proposeTerm, ({ caller, body, key }) => proposeTerm(deps, caller, { form: body, key })),
  on('settleProposal', promises.settleProposal, ({ caller, params, body }) => settleProposal(deps, caller, params.proposalId, body.accept)),
  on('takeBackProposal', promises.takeBackProposal, ({ caller, params }) => takeBackProposal(deps, caller, params.proposalId)),
]
