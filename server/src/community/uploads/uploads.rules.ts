import { uploadLimits } from '#contract/community/uploads.ts'
import type { ErrorCode } from '#contract/errors.ts'

/** How much of a file is here, by where its pieces end. */
export const arrivedIn = (ends: readonly number[]): number => ends.at(-1) ?? 0

/** Where the pieces that are here begin. */
export const startsOf = (ends: readonly number[]): readonly number[] => [0, ...ends].slice(0, -1)

/** Whether a piece is the next one of its file, one that is here already, or neither. */
export const placeOf = (ends: readonly number[], { after, length }: { after: number; length: number }): 'next' | 'here' | 'elsewhere' => {
  if (after === arrivedIn(ends)) return 'next'
  const at = startsOf(ends).indexOf(after)
  return at >= 0 && ends[at] === after + length ? 'here' : 'elsewhere'
}

/** Why the next piece of a file is not kept, where so much waits for its sender already. */
export const whyNoPiece = ({ after, length, waiting }: { after: number; length: number; waiting: number }): ErrorCode | null => {
  if (after + length > uploadLimits.megabytes * 1_000_000) return 'image.too-large'
  return waiting + length > uploadLimits.waitingMegabytes * 1_000_000 ? 'upload.too-much-waiting' : null
}

/** Where a piece is kept. */
export const pieceFileOf = (uploadId: string, after: number): string => `uploads/${uploadId}/${after}`

/** What never became whole is thrown away after so long. */
export const waitsFor = uploadLimits.hours * 60 * 60_000
