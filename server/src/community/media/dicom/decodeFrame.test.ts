import { createRequire } from 'node:module'
import openCharls from '@cornerstonejs/codec-charls/wasmjs'
import openOpenJpeg from '@cornerstonejs/codec-openjpeg/wasmjs'
import { array, assert, integer, property, tuple } from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { decodeFrame } from './decodeFrame.ts'
import { decodeLosslessJpeg } from './decodeLosslessJpeg.rules.ts'
import { decodeRle } from './decodeRle.rules.ts'
import type { Picture } from './picture.ts'

const picture = (more: Partial<Picture> = {}): Picture => ({
  rows: 16,
  columns: 20,
  frames: 1,
  samples: 1,
  photometric: 'MONOCHROME2',
  planar: 0,
  allocated: 16,
  stored: 12,
  signed: 0,
  ...more,
})
const syntax = (end: string) => `1.2.840.10008.1.2.${end}`
const values = Uint16Array.from({ length: 320 }, (_, at) => (at * 37) % 4_096)
const bytes = Buffer.from(values.buffer)

const { resolve } = createRequire(import.meta.url)
const wasm = (file: string) => ({ locateFile: () => resolve(file), print: () => {}, printErr: () => {} })
const size = { width: 20, height: 16, bitsPerSample: 12, componentCount: 1, isSigned: false }

test('JPEG-LS and JPEG 2000 without loss give back every value', async () => {
  const ls = new (await openCharls(wasm('@cornerstonejs/codec-charls/wasm'))).JpegLSEncoder()
  ls.getDecodedBuffer(size).set(bytes)
  ls.encode()
  expect(Buffer.from(await decodeFrame(syntax('4.80'), Uint8Array.from(ls.getEncodedBuffer()), picture())).equals(bytes)).toBe(true)

  const j2k = new (await openOpenJpeg(wasm('@cornerstonejs/codec-openjpeg/wasm'))).J2KEncoder()
  j2k.getDecodedBuffer(size).set(bytes)
  j2k.setDecompositions(1)
  j2k.setQuality(true, 0)
  j2k.encode()
  const stream = Uint8Array.from(j2k.getEncodedBuffer())
  expect(Buffer.from(await decodeFrame(syntax('4.90'), stream, picture())).equals(bytes)).toBe(true)
  await expect((async () => decodeFrame(syntax('4.90'), stream, picture({ rows: 17 })))()).rejects.toThrow(/not what the file says/)
  await expect((async () => decodeFrame(syntax('4.90'), stream.subarray(0, 40), picture()))()).rejects.toThrow(/not whole/)
})

test('JPEG of eight bits is decoded, in grey and in colours; what is not whole is refused', async () => {
  const grey = await sharp(Buffer.alloc(320, 90), { raw: { width: 20, height: 16, channels: 1 } })
    .jpeg({ quality: 100 })
    .toBuffer()
  const of = picture({ allocated: 8, stored: 8 })
  expect(new Set(await decodeFrame(syntax('4.50'), grey, of))).toEqual(new Set([90]))
  const colour = await sharp({ create: { width: 20, height: 16, channels: 3, background: '#ff0000' } })
    .jpeg({ quality: 100 })
    .toBuffer()
  const [red = 0, green = 0] = await decodeFrame(syntax('4.50'), colour, picture({ allocated: 8, samples: 3, photometric: 'YBR_FULL_422' }))
  expect([red > 250, green < 5]).toEqual([true, true])
  await expect(decodeFrame(syntax('4.50'), grey.subarray(0, grey.length - 30), of)).rejects.toThrow(/not whole/)
})

test('run lengths give back every byte, samples and bytes of samples each from their own run', () => {
  // Two runs of a sample each: the high bytes first, then the low ones.
  const head = Buffer.alloc(64)
  head.writeUInt32LE(2, 0)
  head.writeUInt32LE(64, 4)
  head.writeUInt32LE(66, 8)
  const stream = Uint8Array.from([...head, 257 - 4, 1, 1, 7, 8, 255, 9])
  expect([...(decodeRle(stream, { pixels: 4, samples: 1, bytes: 2 }) ?? [])]).toEqual([7, 1, 8, 1, 9, 1, 9, 1])
  expect(decodeRle(stream.subarray(0, 68), { pixels: 4, samples: 1, bytes: 2 })).toBeNull()
  expect(decodeRle(stream, { pixels: 4, samples: 3, bytes: 1 })).toBeNull()
})

/** Codes of eight bits for sizes 0 to 16 of a difference: plain, as a reader must take any. */
const writeLossless = (
  {
    rows,
    columns,
    samples,
    precision,
    predictor,
    restart,
  }: { rows: number; columns: number; samples: number; precision: number; predictor: number; restart: boolean },
  of: readonly number[],
): Uint8Array => {
  const word = (value: number) => [value >> 8, value & 255]
  const segment = (marker: number, content: readonly number[]) => [0xff, marker, ...word(content.length + 2), ...content]
  const ids = Array.from({ length: samples }, (_, sample) => sample + 1)
  const out = [
    ...[0xff, 0xd8],
    ...segment(0xc3, [precision, ...word(rows), ...word(columns), samples, ...ids.flatMap((id) => [id, 0x11, 0])]),
    ...segment(0xc4, [0, ...[0, 0, 0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0], ...Array.from({ length: 17 }, (_, at) => at)]),
    ...(restart ? segment(0xdd, word(columns)) : []),
    ...segment(0xda, [samples, ...ids.flatMap((id) => [id, 0]), predictor, 0, 0]),
  ]
  let bits = ''
  const flush = () => {
    for (const byte of bits.padEnd(Math.ceil(bits.length / 8) * 8, '1').match(/.{8}/g) ?? []) {
      const value = Number.parseInt(byte, 2)
      out.push(value, ...(value === 0xff ? [0] : []))
    }
    bits = ''
  }
  const at = (row: number, column: number, sample: number) => of[(row * columns + column) * samples + sample] ?? 0
  for (let row = 0; row < rows; row += 1) {
    const fresh = row === 0 || restart
    if (row > 0 && restart) {
      flush()
      out.push(0xff, 0xd0 + ((row - 1) % 8))
    }
    for (let column = 0; column < columns; column += 1)
      for (let sample = 0; sample < samples; sample += 1) {
        const [a, b, c] = [at(row, column - 1, sample), at(row - 1, column, sample), at(row - 1, column - 1, sample)]
        const guesses = [0, a, b, c, a + b - c, a + ((b - c) >> 1), b + ((a - c) >> 1), (a + b) >> 1]
        const guess = fresh ? (column === 0 ? 1 << (precision - 1) : a) : column === 0 ? b : (guesses[predictor] ?? 0)
        let difference = (at(row, column, sample) - guess) & 0xffff
        if (difference > 32_768) difference -= 65_536
        const length = difference === 0 ? 0 : Math.abs(difference).toString(2).length
        bits += length.toString(2).padStart(8, '0')
        if (length > 0 && length < 16)
          bits += (difference < 0 ? difference + (1 << length) - 1 : difference).toString(2).padStart(length, '0')
      }
  }
  flush()
  return Uint8Array.from([...out, 0xff, 0xd9])
}

test('lossless JPEG gives back every value, whatever it guesses them from', () => {
  const images = tuple(
    integer({ min: 1, max: 6 }),
    integer({ min: 1, max: 6 }),
    integer({ min: 1, max: 7 }),
    integer({ min: 2, max: 16 }),
  ).chain(([rows, columns, predictor, precision]) =>
    tuple(integer({ min: 0, max: 1 }), integer({ min: 0, max: 1 })).chain(([more, restart]) => {
      const samples = more === 1 ? 3 : 1
      return array(integer({ min: 0, max: 2 ** precision - 1 }), {
        minLength: rows * columns * samples,
        maxLength: rows * columns * samples,
      }).map((of) => ({ of, head: { rows, columns, samples, precision, predictor, restart: restart === 1 } }))
    }),
  )
  assert(
    property(images, ({ of, head }) => {
      const stream = writeLossless(head, of)
      expect(decodeLosslessJpeg(stream, head.samples)).toEqual({ precision: head.precision, values: Uint16Array.from(of) })
    }),
    { numRuns: 300 },
  )
})

test('a lossless stream cut off is not whole', () => {
  const head = { rows: 8, columns: 8, samples: 1, precision: 12, predictor: 1, restart: false }
  const stream = writeLossless(
    head,
    Array.from({ length: 64 }, (_, at) => (at * 91) % 4_096),
  )
  expect(decodeLosslessJpeg(stream, 1)).not.toBeNull()
  for (const left of [20, 60, stream.length - 12]) expect(decodeLosslessJpeg(stream.subarray(0, left), 1)).toBeNull()
})
