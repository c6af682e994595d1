import { uploadLimits } from '#contract/community/uploads.ts'
import type { Member } from '../../access.ts'
import { Refusal, refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { dropUpload, endUpload } from './drop-uploads.ts'
import { openPiece } from './sealedPieces.ts'
import { arrivedIn, startsOf } from './uploads.rules.ts'
import { findUpload } from './uploads.sql.ts'
import { uploadTag } from './uploadTags.ts'

interface Whole<T> {
  /** What is answered when this file was taken before: the answer was lost on its way. */
  readonly before: () => Promise<T | null>
  readonly take: (bytes: Buffer) => Promise<T>
}

/**
 * Hands on a file whose last bytes have come, joined to the pieces that came before. They are gone once the file is taken or refused for what it is;
 * when something here fails, they wait for the next attempt.
 */
export const takeWhole = async <T>(
  deps: Pick<Deps, 'db' | 'files' | 'jobs' | 'secrets'>,
  member: Member,
  { key, after, last }: { key: string; after: number; last: Buffer },
  { before, take }: Whole<T>,
): Promise<T> => {
  const tag = uploadTag(deps, member, key)
  const upload = after > 0 ? await findUpload(deps.db, tag) : undefined
  if (after > 0 && arrivedIn(upload?.ends ?? []) !== after) return (await before()) ?? refuse('upload.piece-elsewhere')
  // Read before asking whether it was taken: whoever takes it notes that first, and throws the pieces away after.
  const pieces = upload ? await piecesOf(deps, upload) : []
  const taken = await before()
  if (!taken && !pieces) {
    await dropUpload(deps, member, key)
    return refuse('upload.piece-elsewhere')
  }
  try {
    const answer = taken ?? (await take(joined(pieces ?? [], last)))
    await endUpload(deps, tag)
    return answer
  } catch (error) {
    if (error instanceof Refusal) await dropUpload(deps, member, key)
    throw error
  }
}

const joined = (pieces: readonly Buffer[], last: Buffer): Buffer => {
  const whole = pieces.length === 0 ? last : Buffer.concat([...pieces, last])
  const { megabytes } = uploadLimits
  return whole.length > megabytes * 1_000_000 ? refuse('image.too-large', { megabytes }) : whole
}

/** Everything that is here of a file; null when a piece is not there any more. */
const piecesOf = async (
  deps: Pick<Deps, 'files' | 'secrets'>,
  { id, halfKey, ends }: { id: string; halfKey: Buffer | null; ends: readonly number[] },
): Promise<readonly Buffer[] | null> => {
  const pieces: Buffer[] = []
  for (const after of startsOf(ends)) {
    const piece = halfKey && (await openPiece(deps, { id, halfKey, after }))
    if (!piece) return null
    pieces.push(piece)
  }
  return pieces
}
