import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { limits } from '#contract/community/media.ts'
import { encodeAnew } from './encodeAnew.ts'

// Each place of a file that can carry words carries this one; no byte sequence of it may come through.
const canary = 'CANARY-7731 Juana Canario'
const payload = Buffer.from(canary)

const noise = (side = 64) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 50 } } })
const jpeg = await noise().jpeg().toBuffer()
const png = await noise().png().toBuffer()
const webp = await noise().webp().toBuffer()

/** A JPEG with one more segment behind its first marker. */
const withSegment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)])
}

/** A PNG with one more chunk behind its header. */
const withChunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), content])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(content.length)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
}

/** A WebP in the extended form with chunks behind its picture. */
const withWebpChunk = (type: string, flags: number): Buffer => {
  const chunk = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8)
    head.write(name, 'latin1')
    head.writeUInt32LE(content.length, 4)
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
  }
  const extended = Buffer.from([flags, 0, 0, 0, 63, 0, 0, 63, 0, 0])
  const body = Buffer.concat([Buffer.from('WEBP'), chunk('VP8X', extended), webp.subarray(12), chunk(type, payload)])
  const riff = Buffer.from('RIFF    ')
  riff.writeUInt32LE(body.length, 4)
  return Buffer.concat([riff, body])
}

const exif = { IFD0: { ImageDescription: canary, Artist: canary }, IFD2: { UserComment: canary }, IFD3: { GPSProcessingMethod: canary } }
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>${canary}</rdf:Description></rdf:RDF></x:xmpmeta>`
const thumbnail = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0', 'latin1'), jpeg.subarray(0, 200), payload])
const iptc = Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x1e\x1c\x02\x78\0\x19', 'latin1'), payload])

const carriers: [string, Buffer][] = [
  ['JPEG: EXIF with author, comment and place', await noise().withExif(exif).jpeg().toBuffer()],
  ['JPEG: XMP', await noise().withXmp(xmp).jpeg().toBuffer()],
  ['JPEG: thumbnail in EXIF', withSegment(0xe1, thumbnail)],
  ['JPEG: IPTC', withSegment(0xed, iptc)],
  ['JPEG: comment', withSegment(0xfe, payload)],
  ['JPEG: colour profile', withSegment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), payload]))],
  ['JPEG: page in a comment', withSegment(0xfe, Buffer.from(`<html><script>alert('${canary}')</script>`))],
  ['JPEG: a second picture behind the first', Buffer.concat([jpeg, withSegment(0xfe, payload)])],
  ['JPEG: an archive behind its end', Buffer.concat([jpeg, Buffer.from('PK\x03\x04'), payload])],
  ['PNG: text', withChunk('tEXt', Buffer.concat([Buffer.from('Author\0'), payload]))],
  ['PNG: compressed text', withChunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(payload)]))],
  ['PNG: international text', withChunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0'), payload]))],
  ['PNG: EXIF', await noise().withExif(exif).png().toBuffer()],
  ['PNG: colour profile', withChunk('iCCP', Buffer.concat([Buffer.from(`${canary}\0\0`), deflateSync(payload)]))],
  ['PNG: a private chunk', withChunk('prVt', payload)],
  ['PNG: bytes behind its end', Buffer.concat([png, payload])],
  ['WebP: EXIF', await noise().withExif(exif).webp().toBuffer()],
  ['WebP: XMP', withWebpChunk('XMP ', 0x04)],
  ['WebP: a private chunk', withWebpChunk('PRIV', 0)],
  ['WebP: bytes behind its end', Buffer.concat([webp, payload])],
  ['AVIF: EXIF', await noise().withExif(exif).avif({ effort: 0 }).toBuffer()],
  ['AVIF: XMP', await noise().withXmp(xmp).avif({ effort: 0 }).toBuffer()],
]

const chunksOf = (file: Buffer): string[] => {
  expect(file.toString('latin1', 0, 4) + file.toString('latin1', 8, 12)).toBe('RIFFWEBP')
  expect(file.readUInt32LE(4) + 8).toBe(file.length)
  const names: string[] = []
  for (let at = 12; at < file.length; ) {
    names.push(file.toString('latin1', at, at + 4))
    const length = file.readUInt32LE(at + 4)
    at += 8 + length + (length % 2)
  }
  return names
}

describe('what a file says besides its picture is gone', () => {
  test.each(carriers)('%s', async (_where, bytes) => {
    const { width, height, files } = await encodeAnew(bytes)
    expect([width, height]).toEqual([64, 64])
    for (const file of files.values()) {
      // Nothing but pictures: no EXIF, XMP, ICCP, ANIM or unknown chunk, and not a byte behind the last.
      for (const name of chunksOf(file)) expect(['VP8 ', 'VP8L', 'VP8X', 'ALPH']).toContain(name)
      expect(file.includes('CANARY')).toBe(false)
      expect(file.includes('Canario')).toBe(false)
    }
  })

  test('the canary was there', () => {
    const visible = carriers.filter(([name]) => !name.includes('compressed'))
    for (const [name, bytes] of visible) expect(bytes.includes('CANARY'), name).toBe(true)
  })
})

/** A BMFF file of this brand with nothing a decoder could use. */
const brand = (name: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${name}\0\0\0\0mif1${name}`), Buffer.alloc(200)])
/** A PNG that says it is as large as this. */
const claiming = (width: number, height: number): Buffer => {
  const file = Buffer.from(png)
  file.writeUInt32BE(width, 16)
  file.writeUInt32BE(height, 20)
  file.writeUInt32BE(crc32(file.subarray(12, 29)), 29)
  return file
}
const frames = (pages: number) =>
  sharp(Buffer.from(Array.from({ length: 32 * 32 * pages * 3 }, (_, at) => Math.floor(at / 3_072) * 70)), {
    raw: { width: 32, height: 32 * pages, channels: 3, pageHeight: 32 },
  })
const detailed = await noise(400).jpeg().toBuffer()

const refused: [string, Buffer, string][] = [
  ['nothing', Buffer.alloc(0), 'image.kind-refused'],
  ['a letter', Buffer.from('Dear colleague'), 'image.kind-refused'],
  ['an SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image.kind-refused'],
  ['an SVG that reads a file', Buffer.from('<svg><image href="file:///etc/passwd"/></svg>'), 'image.kind-refused'],
  ['a page with a picture behind it', Buffer.concat([Buffer.from('<html><script>1</script>'), jpeg]), 'image.kind-refused'],
  ['a PDF', Buffer.from('%PDF-1.7\n%%EOF'), 'image.kind-refused'],
  ['a PDF with a picture behind it', Buffer.concat([Buffer.from('%PDF-1.7\n'), jpeg]), 'image.kind-refused'],
  ['a GIF', await noise(9).gif().toBuffer(), 'image.kind-refused'],
  ['an animated GIF', await frames(3).gif().toBuffer(), 'image.kind-refused'],
  ['an animated WebP', await frames(3).webp().toBuffer(), 'image.kind-refused'],
  ['a DICOM file', Buffer.concat([Buffer.alloc(128), Buffer.from('DICM')]), 'image.kind-refused'],
  ['a TIFF', await noise(9).tiff().toBuffer(), 'image.kind-refused'],
  ['a HEIC photo, which cannot be decoded', brand('heic'), 'image.kind-refused'],
  ['a film of AVIF pictures', brand('avis'), 'image.kind-refused'],
  ['an ImageMagick script', Buffer.from('push graphic-context\nfill url(https://example.org)'), 'image.kind-refused'],
  ['an AVIF of nothing', brand('avif'), 'image.unreadable'],
  ['a JPEG cut in the middle', detailed.subarray(0, detailed.length / 2), 'image.unreadable'],
  ['a JPEG cut a little before its end', detailed.subarray(0, -200), 'image.unreadable'],
  ['a PNG cut in the middle', png.subarray(0, png.length / 2), 'image.unreadable'],
  ['a WebP cut in the middle', webp.subarray(0, webp.length / 2), 'image.unreadable'],
  ['three bytes of a JPEG', jpeg.subarray(0, 3), 'image.unreadable'],
  ['a PNG with the start of a JPEG', Buffer.concat([jpeg.subarray(0, 3), png]), 'image.unreadable'],
  ['a small file that claims a giant picture', claiming(30_000, 30_000), 'image.too-many-pixels'],
  ['a line of pixels without end', claiming(60_000_000, 1), 'image.too-many-pixels'],
  ['more bytes than an upload may have', Buffer.concat([jpeg, Buffer.alloc(limits.megabytes * 1_000_000)]), 'image.too-large'],
]

describe('what is not a still photograph is refused', () => {
  test.each(refused)('%s', async (_what, bytes, code) => {
    await expect(encodeAnew(bytes)).rejects.toMatchObject({ code })
  })
})

test('a file is what its content says: a JPEG called anything is a JPEG', async () => {
  expect(await encodeAnew(jpeg)).toMatchObject({ kind: 'jpeg' })
  expect(await encodeAnew(png)).toMatchObject({ kind: 'png' })
})
