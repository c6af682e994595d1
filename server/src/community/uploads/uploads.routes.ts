import * as promises from '#contract/community/uploads.ts'
import { on, type Route } from '../../platform/bind.ts'
import { bytesIn } from '../../platform/bytesIn.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { dropUpload } from './drop-uploads.ts'
import { sendPiece, showUpload } from './send-piece.ts'

export const uploadRoutes = (deps: Deps): readonly Route[] => [
  on('showUpload', promises.showUpload, ({ caller, params }) => showUpload(deps, caller, params.upload)),
  on('sendPiece', promises.sendPiece, async ({ caller, params: { upload: key, after }, query: { sha256 }, request }) => {
    const bytes = (await bytesIn(request, promises.uploadLimits.pieceBytes)) ?? refuse('upload.piece-damaged')
    return sendPiece(deps, caller, { key, after, bytes, sha256 })
  }),
  on('dropUpload', promises.dropUpload, ({ caller, params }) => dropUpload(deps, caller, params.upload)),
]
