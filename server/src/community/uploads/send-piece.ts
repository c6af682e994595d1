import { createHash } from 'node:crypto'
import { uploadLimits } from '#contract/community/uploads.ts'
import type { Member } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { seal } from '../../platform/sealed.ts'
import type { Deps } from '../deps.ts'
import { openPiece, sealingKey } from './sealedPieces.ts'
import { arrivedIn, pieceFileOf, placeOf, whyNoPiece } from './uploads.rules.ts'
import { addUpload, findUpload, keepEnds, lockUpload, waitingIn } from './uploads.sql.ts'
import { placeTags, uploadTag } from './uploadTags.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'files' | 'secrets'>

/** How much of a member's file has arrived, and whether its whole was taken. Of another's file it is as of one that nobody knows. */
export const showUpload = async (deps: Pick<Deps, 'db' | 'secrets'>, member: Member, key: string) => {
  const upload = await findUpload(deps.db, uploadTag(deps, member, key))
  return { arrived: arrivedIn(upload?.ends ?? []), taken: upload?.halfKey === null }
}

/**
 * Keeps the next piece of a file, sealed. The same piece again changes nothing. The row stands before its first piece, so that no file lies
 * there without one; while the row is held nobody takes or throws away what it stands for.
 */
export const sendPiece = async (
  deps: Needs,
  member: Member,
  { key, after, bytes, sha256 }: { key: string; after: number; bytes: Buffer; sha256: string },
): Promise<{ arrived: number }> => {
  if (bytes.length === 0 || createHash('sha256').update(bytes).digest('base64url') !== sha256) refuse('upload.piece-damaged')
  const tag = uploadTag(deps, member, key)
  if (after === 0) await begin(deps, member, tag)
  return deps.db.transaction().execute(async (trx) => {
    const upload = await lockUpload(trx, tag)
    if (!upload?.halfKey) return refuse('upload.piece-elsewhere')
    const { id, halfKey, ends } = upload
    const place = placeOf(ends, { after, length: bytes.length })
    if (place === 'elsewhere') return refuse('upload.piece-elsewhere')
    if (place === 'here') {
      const kept = await openPiece(deps, { id, halfKey, after })
      return kept?.equals(bytes) ? { arrived: arrivedIn(ends) } : refuse('request.repeat-differs')
    }
    const waiting = (await waitingIn(trx, placeTags(deps, member))).reduce((sum, other) => sum + arrivedIn(other.ends), 0)
    const code = whyNoPiece({ after, length: bytes.length, waiting })
    if (code === 'image.too-large') return refuse(code, { megabytes: uploadLimits.megabytes })
    if (code) return refuse('upload.too-much-waiting')
    const name = pieceFileOf(id, after)
    await deps.files.put(name, seal(sealingKey(deps, halfKey), name, bytes, deps.ids.bytes(12)))
    const arrived = after + bytes.length
    await keepEnds(trx, id, [...ends, arrived])
    return { arrived }
  })
}

/** Gives an upload a place of its sender's to wait in, unless it has one. */
const begin = async (deps: Needs, member: Member, tag: Buffer): Promise<void> => {
  if (await findUpload(deps.db, tag)) return
  const places = placeTags(deps, member)
  const waiting = await waitingIn(deps.db, places)
  const free = places.find((place) => !waiting.some(({ placeTag }) => placeTag?.equals(place))) ?? refuse('upload.too-much-waiting')
  await addUpload(deps.db, { id: deps.ids.random(), tag, place_tag: free, half_key: deps.ids.bytes(32), begun_at: deps.clock.now() })
}
