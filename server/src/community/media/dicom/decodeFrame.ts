import { createRequire } from 'node:module'
import openCharls from '@cornerstonejs/codec-charls/decodewasmjs'
import openOpenJpeg from '@cornerstonejs/codec-openjpeg/decodewasmjs'
import sharp from 'sharp'
import { DicomRefused } from './DicomRefused.ts'
import { decodeLosslessJpeg } from './decodeLosslessJpeg.rules.ts'
import { decodeRle } from './decodeRle.rules.ts'
import type { Picture } from './picture.ts'

/** A decoder compiled to WebAssembly. */
export interface Decoder {
  getEncodedBuffer(length: number): Uint8Array
  decode(): void
  getDecodedBuffer(): Uint8Array
  getFrameInfo(): { width: number; height: number; bitsPerSample: number; componentCount: number }
  delete(): void
}
export type Codec<T> = (options: { locateFile: () => string; print: () => void; printErr: () => void }) => Promise<T>

const { resolve } = createRequire(import.meta.url)
const quiet = (file: string) => ({ locateFile: () => resolve(file), print: () => {}, printErr: () => {} })
let charls: ReturnType<typeof openCharls> | undefined
let openJpeg: ReturnType<typeof openOpenJpeg> | undefined

const dot = '1.2.840.10008.1.2.'
const withDecoder = async (make: () => Promise<Decoder>, frame: Uint8Array, picture: Picture): Promise<Uint8Array> => {
  const decoder = await make()
  try {
    decoder.getEncodedBuffer(frame.length).set(frame)
    decoder.decode()
    const { width, height, bitsPerSample, componentCount } = decoder.getFrameInfo()
    const fits = width === picture.columns && height === picture.rows && componentCount === picture.samples
    if (!fits || bitsPerSample > picture.allocated) return refuseFrame()
    const values = widened(Uint8Array.from(decoder.getDecodedBuffer()), bitsPerSample, picture)
    return values.length === (width * height * componentCount * picture.allocated) / 8 ? values : refuseFrame()
  } catch (error) {
    if (error instanceof DicomRefused) throw error
    return refuseFrame()
  } finally {
    decoder.delete()
  }
}

/** A decoder writes eight bits a sample where they are enough; the file says how many it keeps. */
const widened = (values: Uint8Array, bits: number, { allocated }: Picture): Uint8Array =>
  bits <= 8 && allocated === 16 ? new Uint8Array(Uint16Array.from(values).buffer) : values

const decoders: Readonly<Record<string, (frame: Uint8Array, picture: Picture) => Promise<Uint8Array> | Uint8Array>> = {
  [`${dot}5`]: (frame, { rows, columns, samples, allocated }) =>
    decodeRle(frame, { pixels: rows * columns, samples, bytes: allocated / 8 }) ?? refuseFrame(),
  [`${dot}4.50`]: (frame, picture) => lossyJpeg(frame, picture),
  [`${dot}4.51`]: (frame, picture) => lossyJpeg(frame, picture),
  [`${dot}4.57`]: (frame, picture) => losslessJpeg(frame, picture),
  [`${dot}4.70`]: (frame, picture) => losslessJpeg(frame, picture),
  [`${dot}4.80`]: (frame, picture) => withDecoder(newCharls, frame, picture),
  [`${dot}4.81`]: (frame, picture) => withDecoder(newCharls, frame, picture),
  [`${dot}4.90`]: (frame, picture) => jpeg2000(frame, picture),
  [`${dot}4.91`]: (frame, picture) => jpeg2000(frame, picture),
}

const newCharls = async (): Promise<Decoder> => {
  charls ??= openCharls(quiet('@cornerstonejs/codec-charls/decodewasm'))
  return new (await charls).JpegLSDecoder()
}
const newOpenJpeg = async (): Promise<Decoder> => {
  openJpeg ??= openOpenJpeg(quiet('@cornerstonejs/codec-openjpeg/decodewasm'))
  return new (await openJpeg).J2KDecoder()
}

const jpeg2000 = (frame: Uint8Array, picture: Picture): Promise<Uint8Array> => {
  // Said at the head of the stream, and before memory is taken for it.
  const head = Buffer.from(frame.buffer, frame.byteOffset, Math.min(frame.length, 4_096))
  const at = head.indexOf(Buffer.from([0xff, 0x4f, 0xff, 0x51]))
  if (at < 0 || at + 24 > head.length) return refuseFrame()
  const [x1, y1, x0, y0] = [8, 12, 16, 20].map((offset) => head.readUInt32BE(at + offset)) as [number, number, number, number]
  return x1 - x0 === picture.columns && y1 - y0 === picture.rows ? withDecoder(newOpenJpeg, frame, picture) : refuseFrame()
}

const lossyJpeg = async (frame: Uint8Array, { rows, columns, samples, allocated }: Picture): Promise<Uint8Array> => {
  const { data, info } = await sharp(frame, { failOn: 'error', limitInputPixels: rows * columns })
    .toColourspace(samples === 3 ? 'srgb' : 'b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new DicomRefused('compression', 'a frame cannot be decoded: JPEG of more than eight bits, or not whole')
    })
  if (info.width !== columns || info.height !== rows || info.channels !== samples || allocated !== 8) return refuseFrame()
  return data
}

const losslessJpeg = (frame: Uint8Array, picture: Picture): Uint8Array | Promise<Uint8Array> => {
  const { rows, columns, samples, allocated } = picture
  const decoded = decodeLosslessJpeg(frame, samples)
  // Some devices call lossless what is not; for grey values it makes no difference to how it is read.
  if (!decoded) return samples === 1 ? lossyJpeg(frame, picture) : refuseFrame()
  if (decoded.values.length !== rows * columns * samples || decoded.precision > allocated) return refuseFrame()
  return allocated === 8 ? Uint8Array.from(decoded.values) : new Uint8Array(decoded.values.buffer)
}

export const refuseFrame = (): never => {
  throw new DicomRefused('unreadable', 'a compressed frame is not whole, or not what the file says')
}

/** Whether frames compressed in this way can be decoded. */
export const canDecode = (syntax: string): boolean => syntax in decoders

/** The values of a compressed frame, lowest byte first, the samples of a pixel side by side. Throws `DicomRefused`. */
export const decodeFrame = (syntax: string, frame: Uint8Array, picture: Picture): Promise<Uint8Array> | Uint8Array =>
  (decoders[syntax] ?? refuseFrame)(frame, picture)

/** How the colours of a decoded frame are written: JPEG's own decoders turn them back, those of lossless processes leave them. */
export const coloursOf = (syntax: string, { samples, photometric }: Picture): string => {
  if (samples === 1) return photometric
  return [`${dot}4.50`, `${dot}4.51`, `${dot}4.90`, `${dot}4.91`].includes(syntax) ? 'RGB' : photometric
}
