import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import sharp from 'sharp'
import type { CoverShape } from '#contract/community/media.ts'
import type { Stack } from '#contract/shapes.ts'
import { inTurns } from '../../platform/inTurns.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { valuesOf } from './dicom/shownFrames.ts'
import { frameFileOf } from './media.rules.ts'
import { drawingOf } from './paintOver.ts'

const [unpack, pack] = [promisify(gunzip), promisify(gzip)]

interface Painted {
  readonly id: string
  readonly frames: readonly string[]
  /** The image the shapes were drawn on. */
  readonly size: { readonly width: number; readonly height: number }
  readonly stack: Stack
}

/** Paints shapes over every frame of a stack, in the values themselves: what lay under them is one and the same black. */
export const paintOverFrames = async (
  { files }: Pick<Deps, 'files'>,
  { id, frames, size, stack }: Painted,
  shapes: readonly CoverShape[],
): Promise<void> => {
  const covered = await coveredPixels(shapes, size, { width: stack.columns, height: stack.rows })
  const paint = async (frame: string): Promise<void> => {
    const name = frameFileOf(id, frame)
    const bytes = await unpack((await files.get(name)) ?? refuse('image.not-found'))
    if (stack.colour) for (const at of covered) bytes.fill(0, at * 3, at * 3 + 3)
    else {
      const values = valuesOf(bytes, stack)
      const black = blackOf(values, stack)
      for (const at of covered) values[at] = black
    }
    await files.put(name, await pack(bytes, { level: 5 }))
  }
  const someAtOnce = inTurns(4)
  await Promise.all(frames.map((frame) => someAtOnce(() => paint(frame))))
}

const coveredPixels = async (shapes: readonly CoverShape[], of: Painted['size'], to: Painted['size']): Promise<readonly number[]> => {
  const drawn = await sharp(drawingOf(shapes, of, to))
    .ensureAlpha()
    .extractChannel(3)
    .raw()
    .toBuffer()
  const pixels: number[] = []
  for (let at = 0; at < drawn.length; at += 1) if (drawn[at] !== 0) pixels.push(at)
  return pixels
}

const blackOf = (values: ReturnType<typeof valuesOf>, { inverse }: Stack): number => {
  let black = values[0] ?? 0
  for (const value of values) if (inverse ? value > black : value < black) black = value
  return black
}
