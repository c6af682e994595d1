import type { CoverShape } from '#contract/community/media.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { FoundPlace } from './PlaceFinder.ts'

/** A place that was found; `kept` when its doctor has said that it may stay. */
export interface FoundBox extends FoundPlace {
  readonly kept: boolean
}

export interface Reviewed {
  readonly revision: number
  readonly searched: string
  readonly boxes: readonly FoundBox[]
}

export interface Review {
  readonly revision: number
  readonly boxes: readonly ('cover' | 'keep')[]
  readonly shapes: readonly CoverShape[]
}

/** Why an image cannot be said to be looked at in this way, or null when it can. */
export const whyNoReview = (image: Reviewed, { revision, boxes }: Review): ErrorCode | null => {
  if (image.searched === 'waiting') return 'image.being-read'
  if (image.searched === 'failed') return 'image.cannot-be-read'
  if (revision !== image.revision) return 'image.review-stale'
  return boxes.length === image.boxes.length ? null : 'image.boxes-open'
}

/** What is to be painted over: the found boxes that were confirmed, and what the doctor drew. */
export const coverOf = ({ boxes: found }: Reviewed, { boxes, shapes }: Review): readonly CoverShape[] => [
  ...found.flatMap(({ kept: _, kind: __, ...box }, at) => (boxes[at] === 'cover' ? [{ kind: 'box' as const, ...box }] : [])),
  ...shapes,
]

/** The boxes that are left: those that may stay. */
export const keptBoxes = ({ boxes: found }: Reviewed, { boxes }: Review): readonly FoundBox[] =>
  found.filter((_, at) => boxes[at] === 'keep').map((box) => ({ ...box, kept: true }))

/** Why these images of one doctor cannot be shown, or null when they can. */
export const whyNotShow = (
  images: readonly { readonly searched: string; readonly shows: string | null }[],
  consent: string | null,
): ErrorCode | null => {
  if (images.some(({ searched }) => searched === 'failed')) return 'image.cannot-be-read'
  if (images.some(({ searched, shows }) => searched === 'waiting' || shows === null)) return 'image.not-reviewed'
  const recognisable = images.some(({ shows }) => shows === 'patient')
  return recognisable && (consent === null || consent === 'none-needed') ? 'image.consent-needed' : null
}
