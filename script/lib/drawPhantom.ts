// Computes the demo's head to scroll through: demo/images/thunderclap-headache-head.dcm. A phantom of ellipsoids; nobody was ever scanned.
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import openCharls from '@cornerstonejs/codec-charls/wasmjs'
import dcmjs from 'dcmjs'

const side = 192
/** Millimetres from one column to the next, and from one slice to the next. */
const [each, between] = [1.05, 6]
const heights = Array.from({ length: 20 }, (_, at) => -40 + at * between)

interface Ellipsoid {
  readonly at: readonly [number, number, number]
  readonly half: readonly [number, number, number]
  readonly hu: number
}

const both = (at: readonly [number, number, number], half: readonly [number, number, number], hu: number): readonly Ellipsoid[] => [
  { at, half, hu },
  { at: [-at[0], at[1], at[2]], half, hu },
]

/** What lies in the brain and under it; the later lies in the earlier. Right to left, front to back, from below upwards, in millimetres. */
const inside: readonly Ellipsoid[] = [
  ...both([33, 18, -34], [24, 9, 9], 900),
  ...both([28, -62, -34], [17, 19, 14], -70),
  ...both([28, -66, -34], [11, 11, 10], 18),
  { at: [0, -70, -34], half: [11, 16, 14], hu: -850 },
  ...both([21, 40, -24], [26, 26, 15], 36),
  { at: [0, 22, -22], half: [15, 15, 15], hu: 33 },
  { at: [0, 37, -20], half: [6, 5, 8], hu: 7 },
  { at: [0, -12, -13], half: [17, 11, 6], hu: 8 },
  { at: [0, 13, -7], half: [19, 18, 8], hu: 8 },
  { at: [0, 12, -7], half: [15, 14, 10], hu: 34 },
  ...both([22, -4, 12], [9, 16, 10], 39),
  { at: [0, 0, 8], half: [2.5, 13, 9], hu: 7 },
  ...both([11, -18, 20], [5, 17, 9], 7),
  ...both([14, 14, 23], [6, 22, 9], 7),
]

const lies = ({ at, half }: Ellipsoid, place: readonly [number, number, number]): boolean =>
  place.reduce((sum, value, axis) => sum + ((value - (at[axis] ?? 0)) / (half[axis] ?? 1)) ** 2, 0) < 1

/** Hounsfield units at a place. */
const hu = (x: number, y: number, z: number): number => {
  const out = Math.hypot(x / 72, y / 90, (z + 6) / 88)
  if (out > 1) return -1_000
  if (out > 0.96) return 25
  if (out > 0.89) return out > 0.945 || out < 0.905 ? 1_150 : 650
  const found = inside.findLast((part) => lies(part, [x, y, z]))
  if (found) return found.hu
  const turn = Math.atan2(y, x)
  const folds = 0.02 * Math.sin(turn * 17 + z / 5) + 0.015 * Math.sin(turn * 29 - z / 7)
  if (out > 0.862 + folds / 2) return 9
  if (z > 4 && Math.abs(x) < 1.2 && out > 0.45) return 52
  return out > 0.79 + folds ? 39 : 29
}

const slice = (z: number): Uint16Array =>
  Uint16Array.from({ length: side * side }, (_, at) => {
    const [x, y] = [((at % side) - side / 2 + 0.5) * each, (Math.floor(at / side) - side / 2 + 0.5) * each]
    return Math.round(hu(x, y, z)) + 1_024
  })

const { resolve } = createRequire(import.meta.url)
const charls = await openCharls({ locateFile: () => resolve('@cornerstonejs/codec-charls/wasm'), print: () => {}, printErr: () => {} })
const packed = (values: Uint16Array): ArrayBuffer => {
  const encoder = new charls.JpegLSEncoder()
  encoder
    .getDecodedBuffer({ width: side, height: side, bitsPerSample: 12, componentCount: 1, isSigned: false })
    .set(new Uint8Array(values.buffer))
  encoder.encode()
  const stream = Uint8Array.from(encoder.getEncodedBuffer())
  return stream.length % 2 === 0 ? stream.buffer : Uint8Array.from([...stream, 0]).buffer
}

const text = (tag: string, vr: string, ...Value: (string | number)[]) => [tag, { vr, Value }] as const
const file = new dcmjs.data.DicomDict({
  '00020001': { vr: 'OB', Value: [Uint8Array.from([0, 1]).buffer] },
  ...Object.fromEntries([
    text('00020002', 'UI', '1.2.840.10008.5.1.4.1.1.2'),
    text('00020003', 'UI', '2.25.1001'),
    text('00020010', 'UI', '1.2.840.10008.1.2.4.80'),
    text('00020012', 'UI', '2.25.1000'),
  ]),
})
file.dict = Object.fromEntries([
  text('00080016', 'UI', '1.2.840.10008.5.1.4.1.1.2'),
  text('00080018', 'UI', '2.25.1001'),
  text('00080060', 'CS', 'CT'),
  text('0020000D', 'UI', '2.25.1002'),
  text('0020000E', 'UI', '2.25.1003'),
  text('00280002', 'US', 1),
  text('00280004', 'CS', 'MONOCHROME2'),
  text('00280008', 'IS', heights.length),
  text('00280010', 'US', side),
  text('00280011', 'US', side),
  text('00280030', 'DS', each, each),
  text('00280100', 'US', 16),
  text('00280101', 'US', 12),
  text('00280102', 'US', 11),
  text('00280103', 'US', 0),
  text('00281050', 'DS', 40),
  text('00281051', 'DS', 90),
  text('00281052', 'DS', -1_024),
  text('00281053', 'DS', 1),
  ['7FE00010', { vr: 'OB', Value: heights.map((z) => packed(slice(z))) }],
])
const bytes = Buffer.from(file.write({ fragmentMultiframe: false }))
await writeFile(join(import.meta.dirname, '../../demo/images/thunderclap-headache-head.dcm'), bytes)
