import type { DataSet } from 'dcmjs'
import { v4 } from 'uuid'
import { stackLimits } from '#contract/community/media.ts'
import { DicomRefused } from './DicomRefused.ts'
import { rebuildDicom, uidsAnew } from './rebuildDicom.ts'
import { shownFrames, valuesOf } from './shownFrames.ts'
import type { StackFile } from './stack.rules.ts'

/** A DICOM file built anew from its allowed attributes, and then taken apart: what a viewer needs, and every frame, packed at once. Throws `DicomRefused`. */
export const readStackFile = async (
  bytes: Buffer,
  pack: (frame: Uint8Array) => Uint8Array,
): Promise<{ said: StackFile; frames: Uint8Array[] }> => {
  const rebuilt = await rebuildDicom(
    bytes,
    uidsAnew(() => `2.25.${BigInt(`0x${v4().replaceAll('-', '')}`)}`),
    stackLimits.pixels,
  )
  const { dict, picture } = rebuilt
  const { rows, columns } = picture
  if (
    rows * columns > stackLimits.framePixels ||
    rows * columns * picture.frames > stackLimits.pixels ||
    picture.frames > stackLimits.frames
  )
    throw new DicomRefused('too-much', 'it has too many pixels')
  const colour = picture.samples === 3 || picture.photometric === 'PALETTE COLOR'
  const kind = { bits: colour ? 8 : picture.allocated, signed: !colour && picture.signed === 1 } as const
  const frames: Uint8Array[] = []
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for await (const frame of shownFrames(rebuilt)) {
    frames.push(pack(frame))
    for (const value of valuesOf(frame, kind)) {
      if (value < least) least = value
      if (value > most) most = value
    }
  }
  const said: StackFile = {
    frames: picture.frames,
    rows,
    columns,
    colour,
    ...kind,
    inverse: picture.photometric === 'MONOCHROME1' || textAt(dict, '20500020') === 'INVERSE',
    modality: textAt(dict, '00080060') as StackFile['modality'],
    slope: numbersAt(dict, '00281053')[0] || 1,
    intercept: numbersAt(dict, '00281052')[0] ?? 0,
    window: windowOf(dict),
    range: [least, most],
    spacing: spacingOf(dict),
    rate: rateOf(dict),
    instance: numbersAt(dict, '00200013')[0] ?? null,
    along: alongOf(dict),
    banners: rebuilt.banners,
  }
  return { said, frames }
}

const numbersAt = (dict: DataSet, tag: string): number[] => (dict[tag]?.Value ?? []).map(Number)
const textAt = (dict: DataSet, tag: string): string | null => (dict[tag]?.Value?.[0] as string | undefined) ?? null

const windowOf = (dict: DataSet): StackFile['window'] => {
  const [[centre], [width]] = [numbersAt(dict, '00281050'), numbersAt(dict, '00281051')]
  return centre !== undefined && width !== undefined && width >= 1 ? { centre, width } : null
}

const spacingOf = (dict: DataSet): StackFile['spacing'] => {
  for (const [tag, plane] of [
    ['00280030', 'patient'],
    ['00181164', 'detector'],
  ] as const) {
    const [row = 0, column = 0] = numbersAt(dict, tag)
    if (row > 0 && column > 0) return { row, column, plane }
  }
  const regions = (dict['00186011']?.Value ?? []) as readonly DataSet[]
  const [region] = regions
  // One region alone, in centimetres both ways: with more, a line could run from one into another.
  if (!region || regions.length > 1 || numbersAt(region, '00186024')[0] !== 3 || numbersAt(region, '00186026')[0] !== 3) return null
  const [column, row] = ['0018602C', '0018602E'].map((tag) => Math.abs(numbersAt(region, tag)[0] ?? 0) * 10)
  return row && column ? { row, column, plane: 'patient' } : null
}

const rateOf = (dict: DataSet): number | null => {
  const [[frameTime], [rate]] = [numbersAt(dict, '00181063'), numbersAt(dict, '00082144')]
  if (rate) return Math.min(60, rate)
  return frameTime ? Math.min(60, Math.max(1, Math.round(1_000 / frameTime))) : null
}

const alongOf = (dict: DataSet): number | null => {
  const [x, y, z] = numbersAt(dict, '00200032')
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbersAt(dict, '00200037')
  if (x === undefined || y === undefined || z === undefined || numbersAt(dict, '00200037').length !== 6) return null
  return Math.round((x * (b * f - c * e) + y * (c * d - a * f) + z * (a * e - b * d)) * 1_000) / 1_000
}
