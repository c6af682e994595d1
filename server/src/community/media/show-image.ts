import type { Member } from '../../access.ts'
import { Bytes } from '../../platform/bind.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { fileOf, type Variant } from './media.rules.ts'
import { findImage } from './media.sql.ts'
import { uploaderTag } from './uploaderTag.ts'

/** Whether a member may see a thread: the rule is discussion's, which stands above this room. */
export type MaySeeThread = (member: Member, threadId: string) => Promise<boolean>

/** One variant of an image, to those who may see its thread, or to its uploader while no thread shows it. */
export const showImage = async (
  deps: Pick<Deps, 'db' | 'files' | 'secrets'>,
  maySeeThread: MaySeeThread,
  member: Member,
  { imageId, variant, known }: { imageId: string; variant: Variant; known: string | undefined },
): Promise<Bytes> => {
  const found = await findImage(deps.db, imageId)
  if (!found) return refuse('image.not-found')
  const mayBeSeen = found.threadId
    ? await maySeeThread(member, found.threadId)
    : found.uploaderTag?.equals(uploaderTag(deps, member, imageId)) === true
  if (!mayBeSeen) refuse('image.not-found')
  if (found.removedAt) refuse('image.gone')
  // Kept by nobody between without asking again: an image that was taken away is gone at the next look.
  const headers = { 'cache-control': 'private, no-cache', etag: `"${imageId}-${variant}-${found.revision}"`, 'content-type': 'image/webp' }
  if (known === headers.etag) return new Bytes(Buffer.alloc(0), headers, 304)
  const file = await deps.files.get(fileOf(imageId, variant))
  return file ? new Bytes(file, headers) : refuse('image.gone')
}
