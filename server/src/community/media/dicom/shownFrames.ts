import type { DataSet } from 'dcmjs'
import { DicomRefused } from './DicomRefused.ts'
import { coloursOf, decodeFrame } from './decodeFrame.ts'
import type { Picture } from './picture.ts'
import type { Rebuilt } from './rebuildDicom.ts'

/**
 * The frames of a rebuilt file as a viewer shows them: grey values as they were measured, one byte each or two with the lower first;
 * colours as red, green and blue. Throws `DicomRefused`.
 */
export async function* shownFrames({ dict, picture, compressed }: Rebuilt): AsyncGenerator<Uint8Array> {
  const parts = (dict['7FE00010']?.Value ?? []).map((value) => new Uint8Array(value as ArrayBuffer))
  const each = (picture.rows * picture.columns * picture.samples * picture.allocated) / 8
  for (let at = 0; at < picture.frames; at += 1) {
    const native = compressed
      ? await decodeFrame(compressed, parts[at] ?? new Uint8Array(), picture)
      : (parts[0] ?? new Uint8Array()).subarray(at * each, (at + 1) * each)
    yield shown(native, { ...picture, ...(compressed ? { planar: 0, photometric: coloursOf(compressed, picture) } : {}) }, dict)
  }
}

const shown = (native: Uint8Array, picture: Picture, dict: DataSet): Uint8Array => {
  if (picture.photometric === 'PALETTE COLOR') return throughPalette(native, picture, dict)
  if (picture.samples === 1) return native
  if (picture.allocated !== 8) throw new DicomRefused('no-picture', 'its colours have more than eight bits')
  const pixels = picture.planar === 1 ? sideBySide(native) : Uint8Array.from(native)
  return picture.photometric === 'RGB' ? pixels : inRgb(pixels)
}

const sideBySide = (planes: Uint8Array): Uint8Array => {
  const each = planes.length / 3
  const pixels = new Uint8Array(planes.length)
  for (let at = 0; at < each; at += 1) for (let plane = 0; plane < 3; plane += 1) pixels[3 * at + plane] = planes[plane * each + at] ?? 0
  return pixels
}

/** From luminance and two differences, in place. */
const inRgb = (pixels: Uint8Array): Uint8Array => {
  const clamped = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length)
  for (let at = 0; at < pixels.length; at += 3) {
    const [y, blue, red] = [pixels[at] ?? 0, (pixels[at + 1] ?? 0) - 128, (pixels[at + 2] ?? 0) - 128]
    clamped[at] = y + 1.402 * red
    clamped[at + 1] = y - 0.344136 * blue - 0.714136 * red
    clamped[at + 2] = y + 1.772 * blue
  }
  return pixels
}

const throughPalette = (native: Uint8Array, { allocated, signed }: Picture, dict: DataSet): Uint8Array => {
  const indexes = valuesOf(native, { bits: allocated, signed: signed === 1 })
  const pixels = new Uint8Array(indexes.length * 3)
  for (const [channel, colour] of ['1', '2', '3'].entries()) {
    const [entries = 0, first = 0, bits = 8] = (dict[`0028110${colour}`]?.Value ?? []).map(Number)
    const bytes = new Uint8Array((dict[`0028120${colour}`]?.Value?.[0] ?? new ArrayBuffer()) as ArrayBuffer)
    const table = bits === 16 ? new Uint16Array(bytes.buffer) : bytes
    // Tables of sixteen bits are filled to the top, or only in their lower half.
    const shift = bits === 16 && table.some((value) => value > 255) ? 8 : 0
    const last = (entries || 65_536) - 1
    const from = signed === 1 ? (first << 16) >> 16 : first
    for (let at = 0; at < indexes.length; at += 1)
      pixels[3 * at + channel] = (table[Math.min(last, Math.max(0, (indexes[at] ?? 0) - from))] ?? 0) >> shift
  }
  return pixels
}

/** Bytes of grey values as numbers. */
export const valuesOf = (bytes: Uint8Array, { bits, signed }: { bits: 8 | 16; signed: boolean }) => {
  if (bits === 8) return signed ? new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) : bytes
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : Uint8Array.from(bytes)
  return signed
    ? new Int16Array(aligned.buffer, aligned.byteOffset, aligned.length / 2)
    : new Uint16Array(aligned.buffer, aligned.byteOffset, aligned.length / 2)
}
