import sharp from 'sharp'
import type { CoverShape } from '#contract/community/media.ts'
import { variantsOf } from './encodeAnew.ts'
import type { Variant } from './media.rules.ts'

/** Paints shapes over an image, solid and black, and makes every variant anew from what is left. */
export const paintOver = async (full: Buffer, shapes: readonly CoverShape[]): Promise<ReadonlyMap<Variant, Buffer>> => {
  const { width, height } = await sharp(full).metadata()
  const { data, info } = await sharp(full)
    .composite([{ input: drawingOf(shapes, { width, height }, { width, height }) }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const painted = { raw: { width: info.width, height: info.height, channels: info.channels } }
  const { files } = await variantsOf(() => sharp(data, painted))
  return files
}

/** The shapes on an image of one size, drawn for another. */
export const drawingOf = (shapes: readonly CoverShape[], of: Size, to: Size): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${to.width}" height="${to.height}" viewBox="0 0 ${of.width} ${of.height}" preserveAspectRatio="none" shape-rendering="crispEdges">${shapes.map(drawn).join('')}</svg>`,
  )

interface Size {
  readonly width: number
  readonly height: number
}

const drawn = (shape: CoverShape): string => {
  if (shape.kind === 'box') return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"/>`
  // A point alone is a line of no length, which a round cap makes a dot.
  const points = shape.points.length === 1 ? [...shape.points, ...shape.points] : shape.points
  const path = points.map(([x, y]) => `${x} ${y}`).join(' L ')
  return `<path d="M ${path}" fill="none" stroke="black" stroke-width="${shape.width}" stroke-linecap="round" stroke-linejoin="round"/>`
}
