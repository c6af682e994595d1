import sharp from 'sharp'
import type { Size } from '../burned-in/burnedIn.rules.ts'
import { type Face, inImage, type View } from './faces.rules.ts'
import { type FaceReader, seenSide } from './openFaceReader.ts'

/** The pixels of an image as they are, in colours. */
export interface Pixels extends Size {
  readonly data: Buffer
}

/** Faces in one view of an image, in pixels of the image. */
export const findFaces = async (read: FaceReader, { data, width, height }: Pixels, view: View): Promise<readonly Face[]> => {
  const scale = seenSide / Math.max(view.width, view.height)
  const cut = await sharp(data, { raw: { width, height, channels: 3 } })
    .extract({ left: view.x, top: view.y, width: view.width, height: view.height })
    .resize({ width: Math.max(1, Math.round(view.width * scale)), height: Math.max(1, Math.round(view.height * scale)), fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const turned = await sharp(cut.data, { raw: { width: cut.info.width, height: cut.info.height, channels: 3 } })
    .rotate(view.turn)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const square = await sharp(turned.data, { raw: { width: turned.info.width, height: turned.info.height, channels: 3 } })
    .extend({ right: seenSide - turned.info.width, bottom: seenSide - turned.info.height, background: '#000' })
    .raw()
    .toBuffer()
  return (await read(square)).map(({ score, x, y, ...face }) => ({
    ...inImage({ x: x / scale, y: y / scale, width: face.width / scale, height: face.height / scale }, view),
    score,
  }))
}
