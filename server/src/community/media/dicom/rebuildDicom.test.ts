import dcmjs from 'dcmjs'
import dictionary from 'dcmjs/dictionary'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { rebuildDicom, uidsAnew } from './rebuildDicom.ts'

const canary = Buffer.from('CANARY7731CANARY7731')
const long = ['OB', 'OW', 'OF', 'OD', 'OL', 'OV', 'SQ', 'UN', 'UT', 'UC', 'UR', 'SV', 'UV']

/** One attribute as bytes, in explicit little endian. */
const attribute = (tag: string, vr: string, value: Buffer): Buffer => {
  const head = Buffer.alloc(long.includes(vr) ? 12 : 8)
  head.writeUInt16LE(Number.parseInt(tag.slice(0, 4), 16), 0)
  head.writeUInt16LE(Number.parseInt(tag.slice(4), 16), 2)
  head.write(vr, 4, 'latin1')
  if (long.includes(vr)) head.writeUInt32LE(value.length, 8)
  else head.writeUInt16LE(value.length, 6)
  return Buffer.concat([head, value])
}
const text = (value: string): Buffer => Buffer.from(value.length % 2 ? `${value} ` : value)
const short = (value: number): Buffer => Buffer.from(Uint16Array.of(value).buffer)
const item = (content: Buffer): Buffer => {
  const head = Buffer.from([0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0])
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content])
}

/** A file of these attributes; the preamble and the application that sent it carry the canary too. */
const file = (attributes: ReadonlyMap<string, Buffer>, syntax = '1.2.840.10008.1.2.1'): Buffer => {
  const meta = Buffer.concat([
    attribute('00020002', 'UI', text('1.2.840.10008.5.1.4.1.1.2')),
    attribute('00020010', 'UI', text(syntax)),
    attribute('00020016', 'AE', canary.subarray(0, 10)),
  ])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(meta.length)
  const preamble = Buffer.alloc(128, canary)
  const body = [...attributes].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, bytes]) => bytes)
  return Buffer.concat([preamble, Buffer.from('DICM'), attribute('00020000', 'UL', length), meta, ...body])
}

const pixels = Buffer.from(Uint16Array.from({ length: 64 }, (_, at) => at * 50).buffer)
const picture = (more: Record<string, Buffer> = {}): Map<string, Buffer> =>
  new Map(
    Object.entries({
      '00080016': attribute('00080016', 'UI', text('1.2.840.10008.5.1.4.1.1.2')),
      '00080018': attribute('00080018', 'UI', text('1.2.3.4.5')),
      '0020000D': attribute('0020000D', 'UI', text('1.2.3')),
      '0020000E': attribute('0020000E', 'UI', text('1.2.3.4')),
      '00280002': attribute('00280002', 'US', short(1)),
      '00280004': attribute('00280004', 'CS', text('MONOCHROME2')),
      '00280008': attribute('00280008', 'IS', text('1')),
      '00280010': attribute('00280010', 'US', short(8)),
      '00280011': attribute('00280011', 'US', short(8)),
      '00280100': attribute('00280100', 'US', short(16)),
      '00280101': attribute('00280101', 'US', short(12)),
      '00280102': attribute('00280102', 'US', short(11)),
      '00280103': attribute('00280103', 'US', short(0)),
      '7FE00010': attribute('7FE00010', 'OW', pixels),
      ...more,
    }),
  )

let anew: (old: string) => string
beforeEach(() => {
  let last = 0
  anew = uidsAnew(() => {
    last += 1
    return `2.25.${last}`
  })
})
const rebuild = async (bytes: Buffer) => (await rebuildDicom(bytes, anew)).bytes()
const readBack = (bytes: Buffer) => dcmjs.data.DicomMessage.readFile(Uint8Array.from(bytes).buffer).dict
const pixelsOf = (bytes: Buffer) => Buffer.from(readBack(bytes)['7FE00010']?.Value?.[0] as ArrayBuffer)

/** The canary as this kind of value can hold it. */
const canaryAs = (vr: string): Buffer => {
  if (['US', 'SS', 'UL', 'SL', 'FL', 'FD', 'AT', 'OF', 'OD', 'OL', 'OV', 'SV', 'UV'].includes(vr)) return Buffer.from('CANARY77')
  if (vr === 'SQ')
    return item(
      Buffer.concat([attribute('00100010', 'PN', canary), attribute('00110010', 'LO', canary), attribute('00111001', 'UN', canary)]),
    )
  return canary
}

const attributes = Object.values(dictionary).flatMap((entry) => {
  const tag = /^\(([0-9A-F]{4}),([0-9A-F]{4})\)$/.exec(entry.tag)
  const vr = { ox: 'OW', xs: 'US', up: 'UL', lt: 'OW', na: 'UN' }[entry.vr]
  return tag && String(tag[1]) >= '0008' && tag[1] !== 'FFFE' ? [{ tag: `${tag[1]}${tag[2]}`, vr: vr ?? entry.vr }] : []
})

describe('a canary in every attribute', () => {
  // These say how the file itself is to be read: a wrong one is refused.
  const unreadable = ['00080000', '00080001', '00080005', '00280006', '00283000']
  const structure = picture()
  const places = attributes.filter(({ tag }) => !structure.has(tag) && !unreadable.includes(tag))
  const spoilt = new Map(structure)
  for (const { tag, vr } of places) spoilt.set(tag, attribute(tag, vr, canaryAs(vr)))
  for (const tag of ['00090010', '00091001', '60000010', '60003000', '60004000', '50003000', 'FFFCFFFC'])
    spoilt.set(tag, attribute(tag, 'UN', canary))

  test('the dictionary is whole', () => {
    expect(places.length).toBeGreaterThan(4_000)
    expect(file(spoilt).includes('CANARY7731')).toBe(true)
  })

  test('none comes through, at the top, nested, private, in overlays, in the preamble or behind the pixels', async () => {
    spoilt.set('7FE00010', attribute('7FE00010', 'OW', Buffer.concat([pixels, canary])))
    const clean = await rebuild(Buffer.concat([file(spoilt)]))
    for (const part of ['CANARY', 'NARY', '7731']) expect(clean.includes(part), part).toBe(false)
    expect(clean.subarray(0, 128).every((byte) => byte === 0)).toBe(true)
    expect(pixelsOf(clean).equals(pixels)).toBe(true)
  })

  test('each alone is gone too', async () => {
    for (const { tag, vr } of places.filter(({ tag }) => tag < '00300000')) {
      const clean = await rebuild(file(picture({ [tag]: attribute(tag, vr, canaryAs(vr)) })))
      expect(clean.includes('CANARY'), tag).toBe(false)
    }
  })
})

test('what is needed to show and to measure stays', async () => {
  const clean = readBack(
    await rebuild(
      file(
        picture({
          '00080060': attribute('00080060', 'CS', text('CT')),
          '00280030': attribute('00280030', 'DS', text('0.625\\0.625')),
          '00281050': attribute('00281050', 'DS', text('40')),
          '00281051': attribute('00281051', 'DS', text('400')),
          '00281052': attribute('00281052', 'DS', text('-1024')),
        }),
      ),
    ),
  )
  expect(clean['00080060']?.Value).toEqual(['CT'])
  expect(clean['00280030']?.Value).toEqual([0.625, 0.625])
  expect([clean['00281050']?.Value?.[0], clean['00281051']?.Value?.[0], clean['00281052']?.Value?.[0]]).toEqual([40, 400, -1_024])
  expect(clean['00120062']?.Value).toEqual(['YES'])
})

test('images of one series stay together under new UIDs', async () => {
  const one = readBack(await rebuild(file(picture())))
  const other = readBack(await rebuild(file(picture({ '00080018': attribute('00080018', 'UI', text('1.2.3.4.6')) }))))
  expect(one['0020000E']?.Value).toEqual(other['0020000E']?.Value)
  expect(one['00080018']?.Value).not.toEqual(other['00080018']?.Value)
  expect(String(one['0020000D']?.Value?.[0])).toMatch(/^2\.25\./)
})

test('an overlay drawn into the unused bits of the pixels is gone', async () => {
  const drawn = Buffer.from(
    new Uint16Array(pixels.buffer.slice(pixels.byteOffset, pixels.byteOffset + 128)).map((value) => value | 0x8000).buffer,
  )
  expect(pixelsOf(await rebuild(file(picture({ '7FE00010': attribute('7FE00010', 'OW', drawn) })))).equals(pixels)).toBe(true)
})

const frame = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#355' } })
  .toColourspace('b-w')
  .jpeg()
  .toBuffer()
const commented = Buffer.concat([frame.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 22]), canary, frame.subarray(2)])
const compressed = (stream: Buffer): Buffer => {
  const padded = stream.length % 2 ? Buffer.concat([stream, Buffer.alloc(1)]) : stream
  const head = attribute('7FE00010', 'OB', Buffer.alloc(0))
  head.writeUInt32LE(0xffffffff, 8)
  const bits = { '00280100': 8, '00280101': 8, '00280102': 7 }
  return file(
    picture({
      ...Object.fromEntries(Object.entries(bits).map(([tag, value]) => [tag, attribute(tag, 'US', short(value))])),
      '7FE00010': Buffer.concat([head, item(Buffer.alloc(0)), item(padded), Buffer.from([0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0])]),
    }),
    '1.2.840.10008.1.2.4.50',
  )
}

test('a compressed frame keeps its picture and loses comments and what follows its end', async () => {
  const clean = await rebuild(compressed(Buffer.concat([commented, canary])))
  expect(clean.includes('CANARY')).toBe(false)
  const decoded = await sharp(pixelsOf(clean)).raw().toBuffer()
  expect(decoded.equals(await sharp(frame).raw().toBuffer())).toBe(true)
})

test('run lengths are written as plain pixels, and what follows them is gone', async () => {
  const head = Buffer.alloc(64)
  head.writeUInt32LE(2, 0)
  head.writeUInt32LE(64, 4)
  head.writeUInt32LE(66, 8)
  // 64 high bytes of 1, 64 low bytes of 7, and something behind them.
  const stream = Buffer.concat([head, Buffer.from([257 - 64, 1, 257 - 64, 7]), canary])
  const tag = attribute('7FE00010', 'OB', Buffer.alloc(0))
  tag.writeUInt32LE(0xffffffff, 8)
  const body = Buffer.concat([tag, item(Buffer.alloc(0)), item(stream), Buffer.from([0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0])])
  const clean = await rebuild(file(picture({ '7FE00010': body }), '1.2.840.10008.1.2.5'))
  expect(clean.includes('CANARY')).toBe(false)
  expect(new Set(new Uint16Array(Uint8Array.from(pixelsOf(clean)).buffer))).toEqual(new Set([0x107]))
})

test.each<[string, Buffer, RegExp]>([
  ['a report', file(picture({ '00080016': attribute('00080016', 'UI', text('1.2.840.10008.5.1.4.1.1.88.11')) })), /plain images/],
  ['a document', file(picture({ '00080016': attribute('00080016', 'UI', text('1.2.840.10008.5.1.4.1.1.104.1')) })), /plain images/],
  ['a plan', file(picture({ '00080016': attribute('00080016', 'UI', text('1.2.840.10008.5.1.4.1.1.481.5')) })), /plain images/],
  ['a compression that is not known', file(picture(), '1.2.840.10008.1.2.4.100'), /compression/],
  ['pixels that are not all there', file(picture({ '00280010': attribute('00280010', 'US', short(9)) })), /not all there/],
  ['a frame cut off', compressed(frame.subarray(0, frame.length - 20)), /not whole/],
  [
    'a frame larger than the file says',
    compressed(Buffer.from(frame).fill(9, frame.indexOf('\xff\xc0', 0, 'latin1') + 6, frame.indexOf('\xff\xc0', 0, 'latin1') + 7)),
    /not what the file says/,
  ],
  ['a file cut off', file(picture()).subarray(0, 300), /cannot be read|described|not all there/],
  ['no DICOM at all', Buffer.from('Dear colleague'), /cannot be read/],
])('%s is refused', async (_what, bytes, why) => {
  await expect(rebuild(bytes)).rejects.toThrow(why)
})
