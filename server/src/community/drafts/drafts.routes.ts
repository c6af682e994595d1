import * as promises from '#contract/community/drafts.ts'
import { on, type Route } from '../../platform/bind.ts'
import type { Deps } from '../deps.ts'
import { discardDraft, keepDraft, listDrafts, showDraft } from './keep-draft.ts'

export const draftRoutes = (deps: Deps): readonly Route[] => [
  on('keepDraft', promises.keepDraft, ({ caller, params, body }) => keepDraft(deps, caller, params.draftId, body)),
  on('listDrafts', promises.listDrafts, ({ caller }) => listDrafts(deps, caller)),
  on('showDraft', promises.showDraft, ({ caller, params }) => showDraft(deps, caller, params.draftId)),
  on('discardDraft', promises.discardDraft, ({ caller, params }) => discardDraft(deps, caller, params.draftId)),
]
