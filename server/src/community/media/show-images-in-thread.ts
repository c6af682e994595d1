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
import { giveBack, imagesOf, lockReviewed, markRemoved, showInThread } from './media.sql.ts'
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

/** Takes the images of a thread back into their uploader's hands. */
export const giveImagesBack = async (
  deps: Pick<Deps, 'secrets'>,
  trx: Transaction<DB>,
  member: Member,
  threadId: string,
): Promise<void> => {
  const images = await imagesOf(trx, threadId)
  for (const { id } of images) await giveBack(trx, id, uploaderTag(deps, member, id))
  await dropTexts(
    trx,
    images.flatMap(({ captionTextId }) => captionTextId ?? []),
  )
}

/** Removes the images of a thread for everybody: the rows stay as "gone", the files go. */
export const removeImages = async (
  { clock, jobs }: Pick<Deps, 'clock' | 'jobs'>,
  trx: Transaction<DB>,
  threadId: string,
): Promise<void> => {
  const images = await imagesOf(trx, threadId)
  for (const { id } of images) {
    await markRemoved(trx, id, clock.now())
    await jobs.ask(trx, removeFiles, { imageId: id })
  }
  await dropTexts(
    trx,
    images.flatMap(({ captionTextId }) => captionTextId ?? []),
  )
}
