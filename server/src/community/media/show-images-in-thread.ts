import type { Transaction } from 'kysely'
import type { TextLanguage } from '#contract/shapes.ts'
import type { Member } from '../../access.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { Deps } from '../deps.ts'
import { dropTexts } from '../texts/drop-texts.ts'
import type { Passed } from '../texts/Passed.ts'
import { type Setting, writeTextIfAny } from '../texts/write-text.ts'
import { removeFiles } from './media.jobs.ts'
import {
  captionOf,
  findImage,
  forgetCaption,
  type GoneBecause,
  giveBack,
  imagesOf,
  lockReviewed,
  markRemoved,
  settleReports,
  showInThread,
  unmarkRemoved,
  waitsForALook,
} from './media.sql.ts'
import { whyNotShow } from './review.rules.ts'
import { uploaderTag } from './uploaderTag.ts'

/** Shows a member's own images in a thread, in this order, each with its caption. */
export const showImages = async (
  deps: Pick<Deps, 'clock' | 'ids' | 'jobs' | 'secrets'>,
  trx: Transaction<DB>,
  member: Member,
  asked: {
    threadId: string
    language: TextLanguage
    consent: string | null
    images: readonly { imageId: string; caption: string; kind: string }[]
    passed: Passed
    setting: Setting
    human?: ReadonlyMap<string, Partial<Record<TextLanguage, string>>> | undefined
  },
): Promise<void> => {
  const { threadId, language, consent, images, passed, setting, human } = asked
  if (images.length === 0) return
  const found = await lockReviewed(
    trx,
    images.map(({ imageId }) => imageId),
  )
  refuseIf(
    whyNotShow(
      found.filter(({ id, uploaderTag: tag }) => tag?.equals(uploaderTag(deps, member, id))),
      consent,
    ),
  )
  for (const [position, { imageId, caption, kind }] of images.entries()) {
    const alsoIn = human?.get(caption)
    const captionTextId = await writeTextIfAny(deps, trx, { language, body: caption, passed, setting, ...(alsoIn ? { alsoIn } : {}) })
    if (
      !(await showInThread(trx, { id: imageId, uploaderTag: uploaderTag(deps, member, imageId), threadId, position, kind, captionTextId }))
    )
      refuse('image.not-found')
  }
}

/** Takes the images of a thread back into their uploader's hands; false when one of them is gone, and stays so. */
export const giveImagesBack = async (
  deps: Pick<Deps, 'secrets'>,
  trx: Transaction<DB>,
  member: Member,
  threadId: string,
): Promise<boolean> => {
  const images = await imagesOf(trx, threadId)
  if (images.some(({ removedAt }) => removedAt !== null)) return false
  for (const { id } of images) await giveBack(trx, id, uploaderTag(deps, member, id))
  await dropTexts(
    trx,
    images.flatMap(({ captionTextId }) => captionTextId ?? []),
  )
  return true
}

/** Removes the images of a thread for everybody: the rows stay as "gone", the files go, also of those that were out of reach before. How many went now. */
export const removeImages = async (
  deps: Pick<Deps, 'clock' | 'jobs'>,
  trx: Transaction<DB>,
  threadId: string,
  because: GoneBecause,
): Promise<number> => {
  let gone = 0
  for (const { id } of await imagesOf(trx, threadId)) if (await removeImage(deps, trx, id, { because, files: 'removed' })) gone += 1
  return gone
}

/** Removes one image for everybody; true when it was still there. Its files and its caption go with it, or stay where nobody reaches them. */
export const removeImage = async (
  { clock, jobs }: Pick<Deps, 'clock' | 'jobs'>,
  trx: Transaction<DB>,
  imageId: string,
  { because, files, settledBy = null }: { because: GoneBecause; files: 'removed' | 'kept'; settledBy?: string | null },
): Promise<boolean> => {
  const removed = await markRemoved(trx, imageId, clock.now(), because)
  if (files === 'kept') return removed
  const caption = await captionOf(trx, imageId)
  await forgetCaption(trx, imageId)
  await jobs.ask(trx, removeFiles, { imageId })
  await settleReports(trx, imageId, { state: 'removed', settled_by: settledBy })
  if (caption) await dropTexts(trx, [caption])
  return removed
}

/** Shows an image again that was out of sight, its caption with it. */
export const bringImageBack = async (trx: Transaction<DB>, imageId: string, settledBy: string): Promise<void> => {
  await settleReports(trx, imageId, { state: 'brought-back', settled_by: settledBy })
  await unmarkRemoved(trx, imageId)
}

/** Whether an image went for good: it is gone, and no moderator is to look at it. */
export const wentForGood = async (trx: Transaction<DB>, imageId: string): Promise<boolean> =>
  Boolean((await findImage(trx, imageId))?.removedAt) && !(await waitsForALook(trx, imageId))

/** What doctors said of an image in which they recognised the patient, and how to note it. */
export { addReport, reportsOf } from './media.sql.ts'

/** An image that a thread shows, or showed. */
export const findShownImage = async (trx: Transaction<DB>, imageId: string): Promise<{ threadId: string } | null> => {
  const threadId = (await findImage(trx, imageId))?.threadId
  return threadId ? { threadId } : null
}
