import type { ImageReview, reviewImage as promise } from '#contract/community/media.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import type { Stack } from '#contract/shapes.ts'
import type { Member } from '../../access.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { inEncoding } from './encodeAnew.ts'
import { fileOf } from './media.rules.ts'
import { findReview, keepReview, lockReview } from './media.sql.ts'
import { paintOver } from './paintOver.ts'
import { paintOverFrames } from './paintOverFrames.ts'
import { coverOf, type FoundBox, keptBoxes, whyNoReview } from './review.rules.ts'
import { uploaderTag } from './uploaderTag.ts'

type Needs = Pick<Deps, 'db' | 'files' | 'secrets'>
type Row = NonNullable<Awaited<ReturnType<typeof findReview>>>

/** The image, if it is this member's and no case shows it. */
const mine = (deps: Needs, member: Member, row: Row | undefined): Row => {
  if (row?.threadId) refuse('image.in-use')
  if (!row?.uploaderTag?.equals(uploaderTag(deps, member, row.id))) return refuse('image.not-found')
  return row
}

const shown = ({ id, width, height, revision, searched, boxes, shows, stack }: Row): ImageReview => ({
  id,
  width,
  height,
  revision,
  searched: searched as ImageReview['searched'],
  boxes: boxes as unknown as FoundBox[],
  shows: shows as ImageReview['shows'],
  stack: stack as unknown as Stack | null,
})

/** How far an image of a member has come on its way to be shown. */
export const showImageReview = async (deps: Needs, member: Member, imageId: string): Promise<ImageReview> =>
  shown(mine(deps, member, await findReview(deps.db, imageId)))

/** A member has looked at an image: what they want covered is painted over in every variant, for good, and what they say of it is kept. */
export const reviewImage = (
  deps: Needs,
  member: Member,
  imageId: string,
  { review, key }: { review: Omit<BodyOf<typeof promise>, 'lookedAtFullSize'>; key: string },
): Promise<ImageReview> =>
  deps.db.transaction().execute(async (trx) => {
    const row = mine(deps, member, await lockReview(trx, imageId))
    if (row.reviewKey === key) return shown(row)
    const image = shown(row)
    refuseIf(whyNoReview(image, review))
    const cover = coverOf(image, review)
    if (cover.length > 0) {
      const full = (await deps.files.get(fileOf(imageId, 'full'))) ?? refuse('image.not-found')
      // In place of what was there: no pixel under a cover is left in any file, whatever happens from here on.
      if (image.stack) await paintOverFrames(deps, { id: imageId, frames: row.frames, size: image, stack: image.stack }, cover)
      for (const [variant, data] of await inEncoding(() => paintOver(full, cover))) await deps.files.put(fileOf(imageId, variant), data)
    }
    const next = { revision: image.revision + (cover.length > 0 ? 1 : 0), boxes: keptBoxes(image, review), shows: review.shows }
    await keepReview(trx, imageId, { ...next, key })
    return { ...image, ...next, boxes: [...next.boxes] }
  })
