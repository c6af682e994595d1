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
  /** What is answered where the pieces are gone because this file was taken before: the answer was lost on its way. */
  readonly before: () => Promise<T | null>
  /** Takes the file; the same file again is answered as before. */
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
  const isDue = arrivedIn(upload?.ends ?? []) === after
  // Read before asking whether it was taken: whoever takes it notes that first, and throws the pieces away after.
  const pieces = isDue ? await piecesOf(deps, upload) : null
  if (!pieces) {
    const taken = await before()
    if (taken) return taken
    if (isDue) await dropUpload(deps, member, key)
    return refuse('upload.piece-elsewhere')
  }
  try {
    const answer = await take(joined(pieces, last))
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

/** Everything that is here of a file, nothing of one that comes whole; null when a piece is not there any more. */
const piecesOf = async (
  deps: Pick<Deps, 'files' | 'secrets'>,
  upload: Awaited<ReturnType<typeof findUpload>>,
): Promise<readonly Buffer[] | null> => {
  if (!upload) return []
  const { id, halfKey, ends } = upload
  const pieces: Buffer[] = []
  for (const after of startsOf(ends)) {
    const piece = halfKey && (await openPiece(deps, { id, halfKey, after }))
    if (!piece) return null
    pieces.push(piece)
  }
  return pieces
}
