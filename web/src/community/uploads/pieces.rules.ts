import { uploadLimits } from '#contract/community/uploads.ts'
import { isOffline, problemOf } from '../../platform/call.ts'

/** A piece that passes on 64 kbit/s in eight seconds. Every line begins with it, and begins with it again after a cut. */
export const leastPiece = 65_536

/** A piece is about so long on its way, and a cut costs no more: long beside the way there and back, short beside what a bad line lasts. */
const pieceTakes = 3_000

/** Where the next piece ends. What is left goes whole where the line bears it. */
export const pieceEnd = ({ after, size, step }: { after: number; size: number; step: number }): number => Math.min(size, after + step)

/** How large the next piece is, by how long the last one took: at most twice as large, because a line that breaks soon takes all with it that is on its way. */
export const stepAfter = (bytes: number, milliseconds: number): number =>
  Math.round(Math.min(uploadLimits.pieceBytes, 2 * bytes, Math.max(leastPiece, (bytes / Math.max(1, milliseconds)) * pieceTakes)))

/** How long to wait before going on after so many cuts with nothing arrived between them; null when it is enough for now. */
export const pauseAfter = (cuts: number): number | null => [1_000, 4_000, 15_000][cuts - 1] ?? null

/** Whether going on at once can help: the line broke, a piece was lost, or the server is about to be back. */
export const mayPass = (error: unknown): boolean => {
  const problem = problemOf(error)
  return (
    isOffline(error) ||
    problem?.code === 'upload.piece-elsewhere' ||
    problem?.code === 'upload.piece-damaged' ||
    (problem?.status ?? 0) >= 500
  )
}
