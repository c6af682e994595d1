import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { stackLimits } from '#contract/community/media.ts'
import type { Member } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { isDicom } from './dicom/isDicom.ts'
import { readDicom } from './dicom/readDicom.ts'
import { renderFrame } from './dicom/renderFrame.ts'
import { fitsWith, inOrder, joinedBoxes, type StackFile, scaledBox, stackOf } from './dicom/stack.rules.ts'
import { inEncoding, variantsOf } from './encodeAnew.ts'
import { findPlaces } from './media.jobs.ts'
import { fileOf, frameFileOf } from './media.rules.ts'
import { addImage, addStackFile, findImage, keepStack, lockImage, stackFilesOf } from './media.sql.ts'
import { imageIdFor, uploaderTag } from './uploaderTag.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'files' | 'jobs' | 'secrets'>

const unpack = promisify(gunzip)

const framesIn = (files: readonly { readonly said: StackFile }[]): number => files.reduce((sum, { said }) => sum + said.frames, 0)

/** How far a stack has come, where it is not complete and one of its files was taken in already; null else. */
export const stackFileTaken = async (deps: Needs, member: Member, { key, stack }: { key: string; stack: string }) => {
  const id = imageIdFor(deps, member, stack)
  const files = await stackFilesOf(deps.db, id)
  const image = files.some((file) => file.key === key) ? await findImage(deps.db, id) : undefined
  return image ? { id, width: image.width, height: image.height, frames: framesIn(files) } : null
}

/** Takes in one DICOM file of a stack: its frames and what is needed to show them, nothing else of it. The same upload again is the same file. */
export const takeStackFile = async (deps: Needs, member: Member, { bytes, key, stack }: { bytes: Buffer; key: string; stack: string }) => {
  if (!isDicom(bytes)) refuse('image.dicom-unreadable')
  const id = imageIdFor(deps, member, stack)
  const before = await stackFilesOf(deps.db, id)
  const { said, frames } = before.find((file) => file.key === key) ? { said: null, frames: [] } : await readDicom(bytes)
  return deps.db.transaction().execute(async (trx) => {
    if (said) {
      const size = { width: said.columns, height: said.rows }
      await addImage(trx, { id, uploader_tag: uploaderTag(deps, member, id), ...size, uploaded_at: deps.clock.now() })
    }
    const image = (await lockImage(trx, id)) ?? refuse('image.not-found')
    if (image.stack) refuse('image.stack-complete')
    const files = await stackFilesOf(trx, id)
    if (said && !files.some((file) => file.key === key)) {
      if (files[0] && !fitsWith(files[0].said, said)) refuse('image.stack-mixed')
      const all = framesIn(files) + said.frames
      const { frames: most, files: mostFiles, pixels } = stackLimits
      if (all > most || files.length >= mostFiles || all * said.rows * said.columns > pixels)
        refuse('image.stack-too-large', { frames: most, megapixels: pixels / 1_000_000 })
      for (const [at, frame] of frames.entries()) await deps.files.put(frameFileOf(id, `${key}-${at}`), frame)
      await addStackFile(trx, { image_id: id, key, said })
      files.push({ key, said })
    }
    return { id, width: image.width, height: image.height, frames: framesIn(files) }
  })
}

/** All files of a stack have come: puts them in order, shows the middle one wherever an image is shown, and has text looked for. Told again, nothing more happens. */
export const completeStack = (deps: Needs, member: Member, imageId: string, { files: expected }: { files: number }) =>
  deps.db.transaction().execute(async (trx) => {
    const image = await lockImage(trx, imageId)
    if (!image?.uploaderTag?.equals(uploaderTag(deps, member, imageId))) return refuse('image.not-found')
    if (image.stack) return { id: imageId, width: image.width, height: image.height, frames: image.frames.length }
    const files = inOrder((await stackFilesOf(trx, imageId)).map(({ key, said }) => ({ ...said, key })))
    const stack = stackOf(files)
    if (!stack || files.length !== expected) return refuse('image.stack-incomplete')
    const frames = files.flatMap(({ key, frames: count }) => Array.from({ length: count }, (_, at) => `${key}-${at}`))
    const middle = Math.floor(frames.length / 2)
    const packed = (await deps.files.get(frameFileOf(imageId, frames[middle] ?? ''))) ?? refuse('image.stack-incomplete')
    const values = await unpack(packed)
    const { width, height, files: shown } = await inEncoding(() => variantsOf(() => renderFrame(values, stack, middle)))
    for (const [variant, data] of shown) await deps.files.put(fileOf(imageId, variant), data)
    const banners = joinedBoxes(
      files.flatMap((file) => file.banners.map((box) => scaledBox(box, width / stack.columns))),
      { width, height },
    ).map((box) => ({ ...box, kind: 'text' as const, kept: false }))
    await keepStack(trx, imageId, { stack, frames, width, height, boxes: banners })
    await deps.jobs.ask(trx, findPlaces, { imageId })
    return { id: imageId, width, height, frames: frames.length }
  })
