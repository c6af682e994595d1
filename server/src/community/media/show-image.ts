import type { Member } from '../../access.ts'
import { Bytes } from '../../platform/bind.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { fileOf, frameFileOf, type Variant } from './media.rules.ts'
import { findImage, waitsForALook } from './media.sql.ts'
import { uploaderTag } from './uploaderTag.ts'

/** Whether a member may see a thread: the rule is discussion's, which stands above this room. */
export type MaySeeThread = (member: Member, threadId: string) => Promise<boolean>

type Needs = Pick<Deps, 'db' | 'files' | 'secrets'>

/** An image, for those who may see its thread, or for its uploader while no thread shows it; while it waits for a look, for moderators alone. */
const lookedFor = async (deps: Needs, maySeeThread: MaySeeThread, member: Member, imageId: string) => {
  const found = await findImage(deps.db, imageId)
  if (!found) return refuse('image.not-found')
  if (member.moderator && !member.lapsed && found.removedAt && (await waitsForALook(deps.db, imageId))) return found
  const mayBeSeen = found.threadId
    ? await maySeeThread(member, found.threadId)
    : found.uploaderTag?.equals(uploaderTag(deps, member, imageId)) === true
  if (!mayBeSeen) refuse('image.not-found')
  if (found.removedAt) refuse('image.gone')
  return found
}

/** A file, as the browser may keep it: by nobody between, and never without asking again, so that what was taken away is gone at the next look. */
const asked = async ({ files }: Needs, name: string, about: { etag: string; known: string | undefined; is: Record<string, string> }) => {
  const headers = { 'cache-control': 'private, no-cache', etag: about.etag, ...about.is }
  if (about.known === about.etag) return new Bytes(Buffer.alloc(0), headers, 304)
  const file = await files.get(name)
  return file ? new Bytes(file, headers) : refuse('image.gone')
}

/** One variant of an image. */
export const showImage = async (
  deps: Needs,
  maySeeThread: MaySeeThread,
  member: Member,
  { imageId, variant, known }: { imageId: string; variant: Variant; known: string | undefined },
): Promise<Bytes> => {
  const { revision } = await lookedFor(deps, maySeeThread, member, imageId)
  const etag = `"${imageId}-${variant}-${revision}"`
  return asked(deps, fileOf(imageId, variant), { etag, known, is: { 'content-type': 'image/webp' } })
}

/** The values of one frame of a stack. */
export const showFrame = async (
  deps: Needs,
  maySeeThread: MaySeeThread,
  member: Member,
  { imageId, frame, known }: { imageId: string; frame: number; known: string | undefined },
): Promise<Bytes> => {
  const { revision, frames } = await lookedFor(deps, maySeeThread, member, imageId)
  const name = frames[frame] ?? refuse('image.not-found')
  const etag = `"${imageId}-frame-${frame}-${revision}"`
  // Packed on reception; every browser unpacks it on the way.
  return asked(deps, frameFileOf(imageId, name), {
    etag,
    known,
    is: { 'content-type': 'application/octet-stream', 'content-encoding': 'gzip' },
  })
}
