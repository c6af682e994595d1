import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import sharp from 'sharp'
import type { Stack } from '#contract/shapes.ts'
import type { Deps } from '../deps.ts'
import { renderFrame } from './dicom/renderFrame.ts'
import { joinedBoxes, lookedInAll, scaledBox } from './dicom/stack.rules.ts'
import { keepFound, lookForPlaces } from './look-for-places.ts'
import { frameFileOf } from './media.rules.ts'
import { findReview, keepLooked } from './media.sql.ts'
import type { Box, Looked } from './PlaceFinder.ts'

type Needs = Pick<Deps, 'db' | 'files' | 'log' | 'placeFinder'>

const unpack = promisify(gunzip)

/**
 * Looks for text and faces in an image nobody has looked at; in a stack, for text in its first, middle and last frame and in the lightest of all frames laid
 * over each other, and where its device is known to write. What cannot be decoded cannot be shown.
 */
export const findPlacesIn = async (deps: Needs, imageId: string): Promise<void> => {
  const image = await findReview(deps.db, imageId)
  if (!image?.stack) return lookForPlaces(deps, imageId)
  if (image.searched !== 'waiting') return
  const { stack, frames, width, height, boxes } = {
    ...image,
    stack: image.stack as unknown as Stack,
    boxes: image.boxes as unknown as Box[],
  }
  try {
    const found: Box[] = [...boxes]
    const looked: Looked[] = []
    for await (const picture of picturesOf(deps, { id: imageId, stack, frames })) {
      const answer = await deps.placeFinder.find(picture, { faces: false })
      looked.push(answer.looked)
      found.push(...answer.boxes.map((box) => scaledBox(box, width / stack.columns)))
    }
    await keepFound(deps, imageId, {
      looked: lookedInAll(looked),
      boxes: joinedBoxes(found, { width, height }).map((box) => ({ ...box, kind: 'text' as const })),
    })
  } catch (error) {
    deps.log.warn({ err: error }, 'a stack that is kept cannot be decoded')
    await keepLooked(deps.db, imageId, 'failed', [])
  }
}

/** The pictures in which whatever is written on any frame can be read. */
async function* picturesOf({ files }: Needs, { id, stack, frames }: { id: string; stack: Stack; frames: readonly string[] }) {
  const alone = new Set([0, Math.floor(frames.length / 2), frames.length - 1])
  const size = { width: stack.columns, height: stack.rows, channels: stack.colour ? 3 : 1 } as const
  const lightest = Buffer.alloc(size.width * size.height * size.channels)
  for (const [at, frame] of frames.entries()) {
    const packed = await files.get(frameFileOf(id, frame))
    if (!packed) throw new Error('a frame is not there')
    const pixels = await renderFrame(await unpack(packed), stack, at)
      .raw()
      .toBuffer()
    for (let here = 0; here < pixels.length; here += 1) if ((pixels[here] ?? 0) > (lightest[here] ?? 0)) lightest[here] = pixels[here] ?? 0
    if (alone.has(at)) yield await sharp(pixels, { raw: size }).png({ compressionLevel: 1 }).toBuffer()
  }
  if (frames.length > alone.size) yield await sharp(lightest, { raw: size }).png({ compressionLevel: 1 }).toBuffer()
}
