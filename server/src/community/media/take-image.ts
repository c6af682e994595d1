import type { Member } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { isDicom } from './dicom/isDicom.ts'
import { encodeAnew } from './encodeAnew.ts'
import { findPlaces, removeFiles } from './media.jobs.ts'
import { fileOf, unpostedKeptFor } from './media.rules.ts'
import { addImage, dropImage, findImage, stackFilesOf, unpostedBefore } from './media.sql.ts'
import { completeStack, takeStackFile } from './take-stack.ts'
import { imageIdFor, uploaderTag } from './uploaderTag.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'files' | 'jobs' | 'secrets'>

/** What became of an upload that was taken in; null of one that was not. */
export const imageTaken = async (deps: Needs, member: Member, key: string) => {
  const id = imageIdFor(deps, member, key)
  const image = await findImage(deps.db, id)
  if (!image) return null
  if (image.frames.length > 0 || (await stackFilesOf(deps.db, id)).length > 0) return completeStack(deps, member, id, { files: 1 })
  return { id, width: image.width, height: image.height, frames: null }
}

/** Takes a photo or a DICOM file in: made anew, nothing of the original kept. The same upload again is the same image. */
export const takeImage = async (deps: Needs, member: Member, { bytes, key }: { bytes: Buffer; key: string }) => {
  const before = await imageTaken(deps, member, key)
  if (before) return before
  const id = imageIdFor(deps, member, key)
  if (isDicom(bytes)) {
    await takeStackFile(deps, member, { bytes, key, stack: key })
    return completeStack(deps, member, id, { files: 1 })
  }
  const { width, height, files } = await encodeAnew(bytes)
  for (const [variant, data] of files) await deps.files.put(fileOf(id, variant), data)
  await deps.db.transaction().execute(async (trx) => {
    await addImage(trx, { id, uploader_tag: uploaderTag(deps, member, id), width, height, uploaded_at: deps.clock.now() })
    await deps.jobs.ask(trx, findPlaces, { imageId: id })
  })
  return { id, width, height, frames: null }
}

/** Throws an image away that no case shows. */
export const discardImage = async (deps: Pick<Deps, 'db' | 'secrets' | 'jobs'>, member: Member, imageId: string): Promise<void> => {
  const found = await findImage(deps.db, imageId)
  if (found?.threadId) refuse('image.in-use')
  if (!found?.uploaderTag?.equals(uploaderTag(deps, member, imageId))) return refuse('image.not-found')
  await dropUnshown(deps, imageId)
}

const dropUnshown = ({ db, jobs }: Pick<Deps, 'db' | 'jobs'>, imageId: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await dropImage(trx, imageId)
    await jobs.ask(trx, removeFiles, { imageId })
  })

/** Throws away what was uploaded and never shown. */
export const dropNeverShown = async (deps: Pick<Deps, 'db' | 'jobs'>, now: Date): Promise<void> => {
  for (const { id } of await unpostedBefore(deps.db, later(now, -unpostedKeptFor))) await dropUnshown(deps, id)
}

/** The files of an image that is gone. Told again, there is nothing left to remove. */
export const removeImageFiles = ({ files }: Pick<Deps, 'files'>, imageId: string): Promise<void> => files.remove(`images/${imageId}`)
