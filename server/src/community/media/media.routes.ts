import type { FastifyRequest } from 'fastify'
import * as promises from '#contract/community/media.ts'
import { on, type Route } from '../../platform/bind.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { takeWhole } from '../uploads/take-whole.ts'
import { reviewImage, showImageReview } from './review-image.ts'
import { type MaySeeThread, showFrame, showImage } from './show-image.ts'
import { discardImage, imageTaken, takeImage } from './take-image.ts'
import { completeStack, stackFileTaken, takeStackFile } from './take-stack.ts'

/** The file of an upload, or the rest of it. One of DICOM is larger than a photo may be; which of both it is shows when it is here. */
const sent = async (request: FastifyRequest): Promise<Buffer> => {
  const most = promises.stackLimits.megabytes
  const part = await request.file({ limits: { fileSize: most * 1_000_000 } }).catch(() => undefined)
  if (!part) return refuse('image.unreadable')
  const bytes = await part.toBuffer().catch(() => null)
  return bytes && !part.file.truncated ? bytes : refuse('image.too-large', { megabytes: most })
}

export const mediaRoutes = (deps: Deps, maySeeThread: MaySeeThread): readonly Route[] => [
  on('uploadImage', promises.uploadImage, async ({ caller, query: { after = 0 }, request, key }) =>
    takeWhole(
      deps,
      caller,
      { key, after, last: await sent(request) },
      { before: () => imageTaken(deps, caller, key), take: (bytes) => takeImage(deps, caller, { bytes, key }) },
    ),
  ),
  on('uploadStackFile', promises.uploadStackFile, async ({ caller, params: { stack }, query: { after = 0 }, request, key }) =>
    takeWhole(
      deps,
      caller,
      { key, after, last: await sent(request) },
      { before: () => stackFileTaken(deps, caller, { key, stack }), take: (bytes) => takeStackFile(deps, caller, { bytes, key, stack }) },
    ),
  ),
  on('completeStack', promises.completeStack, ({ caller, params, body }) => completeStack(deps, caller, params.imageId, body)),
  on('showImage', promises.showImage, ({ caller, params, request }) =>
    showImage(deps, maySeeThread, caller, { ...params, known: request.headers['if-none-match'] }),
  ),
  on('showFrame', promises.showFrame, ({ caller, params, request }) =>
    showFrame(deps, maySeeThread, caller, { ...params, known: request.headers['if-none-match'] }),
  ),
  on('showImageReview', promises.showImageReview, ({ caller, params }) => showImageReview(deps, caller, params.imageId)),
  on('reviewImage', promises.reviewImage, ({ caller, params, body: { lookedAtFullSize: _, ...review }, key }) =>
    reviewImage(deps, caller, params.imageId, { review, key }),
  ),
  on('discardImage', promises.discardImage, ({ caller, params }) => discardImage(deps, caller, params.imageId)),
]
