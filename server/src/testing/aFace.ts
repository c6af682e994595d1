import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/** A portrait in the public domain, by NASA (the astronaut Eileen Collins, GPN-2000-001177), cut to the head: 230 x 230 pixels. */
export const portrait: Buffer = await readFile(join(import.meta.dirname, 'face.webp'))

/** Where the face is in the portrait: from the hairline to the chin, from ear to ear. */
export const faceIn = { x: 70, y: 52, width: 84, height: 102 } as const

/** A photo of one colour with the portrait on it, its longest side in `side` pixels, turned clockwise, its upper left corner at a place. */
export const aFace = async (
  size: { width: number; height: number },
  { side, turn = 0, x, y }: { side: number; turn?: 0 | 90 | 180 | 270; x: number; y: number },
): Promise<Buffer> => {
  const head = await sharp(await sharp(portrait).rotate(turn).toBuffer())
    .resize(side)
    .toBuffer()
  return sharp({ create: { ...size, channels: 3, background: '#845' } })
    .composite([{ input: head, left: x, top: y }])
    .webp({ effort: 1 })
    .toBuffer()
}
