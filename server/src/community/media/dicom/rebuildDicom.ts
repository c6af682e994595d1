import dcmjs, { type DataSet, type Element } from 'dcmjs'
import type { Box } from '../PlaceFinder.ts'
import { type Allowed, allowed, imageClasses, keptValues } from './allowed.rules.ts'
import { bannersOf, type Device } from './banners.rules.ts'
import { DicomRefused } from './DicomRefused.ts'
import { canDecode, coloursOf, decodeFrame, refuseFrame } from './decodeFrame.ts'
import { attributesOf, type Picture, pictureOf, textOf } from './picture.ts'
import { stripJpeg } from './stripJpeg.rules.ts'

// The reader reports each odd value it meets, and such a value may be a name.
for (const log of [dcmjs.log, ...Object.values(dcmjs.log.getLoggers())]) log.setLevel('silent')

const explicitLittleEndian = '1.2.840.10008.1.2.1'
const plain = ['1.2.840.10008.1.2', explicitLittleEndian]
const jpegs = ['50', '51', '57', '70', '80', '81'].map((end) => `1.2.840.10008.1.2.4.${end}`)

/** As much as memory is given for: a film of an ultrasound of ten minutes. */
const mostPixels = 200_000_000

/** New UIDs for old ones: the same old one becomes the same new one, so that the images of a series stay together. */
export const uidsAnew = (newUid: () => string): ((old: string) => string) => {
  const known = new Map<string, string>()
  return (old) => {
    const uid = known.get(old) ?? newUid()
    known.set(old, uid)
    return uid
  }
}

/** A file built anew: what it says, and its picture as it is written in it. */
export interface Rebuilt {
  readonly dict: DataSet
  readonly picture: Picture
  /** How the frames are compressed; null when they are not. */
  readonly compressed: string | null
  /** Where the device is known to write who and when. */
  readonly banners: readonly Box[]
  /** The file itself. */
  readonly bytes: () => Buffer
}

/** A new file with the picture and the allowed attributes of this one, under new UIDs; nothing is cleaned in place. Throws `DicomRefused`. */
export const rebuildDicom = async (bytes: Buffer, anew: (old: string) => string, pixelsAllowed = mostPixels): Promise<Rebuilt> => {
  const { meta, dict } = read(bytes)
  const sopClass = textOf(dict['00080016'])
  if (sopClass === '') throw new DicomRefused('unreadable', 'it does not say what it is')
  if (!imageClasses.has(sopClass))
    throw new DicomRefused('no-picture', 'only plain images are rebuilt: no reports, documents, plans, waveforms or enhanced volumes')
  if (dict['00283000']) throw new DicomRefused('no-picture', 'its values need a table that is not carried over')
  const syntax = textOf(meta['00020010'])
  const isPlain = plain.includes(syntax)
  const isCarried = jpegs.includes(syntax)
  if (!isPlain && !isCarried && !canDecode(syntax)) throw new DicomRefused('compression', 'its compression is not known')
  if (!dict['7FE00010']) throw new DicomRefused('unreadable', 'its pixels are not all there')
  const described = pictureOf(dict)
  if (described.rows * described.columns * described.frames > pixelsAllowed) throw new DicomRefused('too-much', 'it has too many pixels')
  const picture = isPlain || isCarried ? described : { ...described, planar: 0, photometric: coloursOf(syntax, described) }
  const pixels = isPlain
    ? [plainPixels(dict, picture)]
    : isCarried
      ? jpegFrames(dict, picture)
      : [await decodedPixels(framesOf(dict, picture), syntax, picture)]
  const uid = anew(textOf(dict['00080018']))
  const rebuilt: DataSet = {
    ...empty,
    ...deidentified,
    ...keep(dict, allowed),
    '00080008': { vr: 'CS', Value: ['DERIVED', 'SECONDARY'] },
    '00080016': { vr: 'UI', Value: [sopClass] },
    '00080018': { vr: 'UI', Value: [uid] },
    ...newUids(dict, anew),
    ...attributesOf(picture),
    ...(picture.photometric === 'PALETTE COLOR' ? paletteOf(dict) : {}),
    '7FE00010': { vr: picture.allocated === 16 && !isCarried ? 'OW' : 'OB', Value: pixels },
  }
  return {
    dict: rebuilt,
    picture,
    compressed: isCarried ? syntax : null,
    banners: bannersOf(deviceOf(dict, picture)),
    bytes: () => {
      const output = new dcmjs.data.DicomDict({
        '00020001': { vr: 'OB', Value: [Uint8Array.from([0, 1]).buffer] },
        '00020002': { vr: 'UI', Value: [sopClass] },
        '00020003': { vr: 'UI', Value: [uid] },
        '00020010': { vr: 'UI', Value: [isCarried ? syntax : explicitLittleEndian] },
        '00020012': { vr: 'UI', Value: ['2.25.187425187347651389462841305527118437'] },
      })
      output.dict = rebuilt
      return Buffer.from(output.write({ fragmentMultiframe: false }))
    },
  }
}

const deviceOf = (dict: DataSet, { rows, columns }: Picture): Device => ({
  modality: textOf(dict['00080060']),
  maker: textOf(dict['00080070']),
  model: textOf(dict['00081090']),
  type: (dict['00080008']?.Value ?? []).map(String),
  rows,
  columns,
  regions: (dict['00186011']?.Value ?? []).flatMap((region) => {
    const top = Number((region as DataSet)['0018601A']?.Value?.[0])
    return Number.isInteger(top) ? [top] : []
  }),
})

const read = (bytes: Buffer): { meta: DataSet; dict: DataSet } => {
  try {
    return dcmjs.data.DicomMessage.readFile(Uint8Array.from(bytes).buffer)
  } catch {
    throw new DicomRefused('unreadable', 'it cannot be read as DICOM')
  }
}

/** What the standard wants to be there, with nothing in it. */
const empty: DataSet = Object.fromEntries(
  Object.entries({
    DA: ['00080020', '00100030'],
    TM: ['00080030'],
    SH: ['00080050', '00200010'],
    PN: ['00080090', '00100010'],
    LO: ['00100020'],
    CS: ['00100040'],
    IS: ['00200011'],
  }).flatMap(([vr, tags]) => tags.map((tag) => [tag, { vr, Value: [] }])),
)

const deidentified: DataSet = {
  '00120062': { vr: 'CS', Value: ['YES'] },
  '00120063': { vr: 'LO', Value: ['Rebuilt from an allow-list of attributes'] },
  '00120064': {
    vr: 'SQ',
    Value: [
      {
        '00080100': { vr: 'SH', Value: ['113100'] },
        '00080102': { vr: 'SH', Value: ['DCM'] },
        '00080104': { vr: 'LO', Value: ['Basic Application Confidentiality Profile'] },
      },
    ],
  },
}

const keep = (from: DataSet, rules: Readonly<Record<string, Allowed>>): DataSet => {
  const kept: DataSet = {}
  for (const [tag, rule] of Object.entries(rules)) {
    const values = from[tag]?.Value
    if (!values) continue
    if (rule.vr === 'SQ') {
      const items = values.map((item) => keep(item as DataSet, rule.items)).filter((item) => Object.keys(item).length > 0)
      if (items.length > 0) kept[tag] = { vr: 'SQ', Value: items }
    } else {
      const clean = keptValues(rule, values)
      if (clean) kept[tag] = { vr: rule.vr, Value: clean }
    }
  }
  return kept
}

/** The study, the series and the frame of reference. */
const newUids = (dict: DataSet, anew: (old: string) => string): DataSet =>
  Object.fromEntries(
    ['0020000D', '0020000E', '00200052']
      .filter((tag) => tag !== '00200052' || dict[tag])
      .map((tag) => [tag, { vr: 'UI', Value: [anew(textOf(dict[tag]) || tag)] }]),
  )

const buffersOf = (element: Element | undefined): Uint8Array[] =>
  (element?.Value ?? []).map((value) => (value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array()))

/** The pixels and nothing behind them. */
const plainPixels = (dict: DataSet, picture: Picture): ArrayBuffer => {
  const { rows, columns, frames, samples, photometric, allocated } = picture
  const length = (rows * columns * samples * frames * allocated) / 8
  const [source, more] = buffersOf(dict['7FE00010'])
  if (photometric.startsWith('YBR_') && photometric !== 'YBR_FULL')
    throw new DicomRefused('no-picture', 'its colours are written in a way that is not supported')
  if (!source || more || source.length < length) throw new DicomRefused('unreadable', 'its pixels are not all there')
  const pixels = new Uint8Array(length + (length % 2))
  pixels.set(source.subarray(0, length))
  onlyStored(pixels, picture)
  return pixels.buffer
}

/** Frames whose compression would carry words along are kept without it. */
const decodedPixels = async (frames: readonly Uint8Array[], syntax: string, picture: Picture): Promise<ArrayBuffer> => {
  const each = (picture.rows * picture.columns * picture.samples * picture.allocated) / 8
  const pixels = new Uint8Array(each * frames.length + ((each * frames.length) % 2))
  for (const [at, frame] of frames.entries()) pixels.set(await decodeFrame(syntax, frame, picture), at * each)
  onlyStored(pixels, picture)
  return pixels.buffer
}

/** Sets the bits above the stored ones, where old devices drew overlays, as the value wants them. */
const onlyStored = (pixels: Uint8Array<ArrayBuffer>, { allocated, stored, signed }: Picture): void => {
  if (stored === allocated) return
  const values = allocated === 16 ? new Uint16Array(pixels.buffer) : pixels
  const mask = 2 ** stored - 1
  const sign = signed === 1 ? 2 ** (stored - 1) : 0
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0
    values[at] = value & sign ? value | ~mask : value & mask
  }
}

const framesOf = (dict: DataSet, picture: Picture): Uint8Array[] => {
  const parts = buffersOf(dict['7FE00010'])
  const whole = picture.frames === 1 ? [Uint8Array.from(Buffer.concat(parts))] : parts
  if (whole.length !== picture.frames) throw new DicomRefused('unreadable', 'its frames cannot be told apart')
  return whole
}

const jpegFrames = (dict: DataSet, picture: Picture): ArrayBuffer[] =>
  framesOf(dict, picture).map((frame) => Uint8Array.from(stripJpeg(frame, picture) ?? refuseFrame()).buffer)

const paletteOf = (dict: DataSet): DataSet => {
  const palette: DataSet = {}
  for (const colour of ['1', '2', '3']) {
    const [entries, first, bits] = (dict[`0028110${colour}`]?.Value ?? []).map(Number)
    const [table, more] = buffersOf(dict[`0028120${colour}`])
    const length = ((entries || 65_536) * (bits ?? 0)) / 8
    if (first === undefined || (bits !== 8 && bits !== 16) || !table || more || table.length !== length + (length % 2))
      throw new DicomRefused('unreadable', 'its table of colours is not whole')
    palette[`0028110${colour}`] = { vr: 'US', Value: [entries, first & 0xffff, bits] }
    palette[`0028120${colour}`] = { vr: 'OW', Value: [Uint8Array.from(table).buffer] }
  }
  return palette
}
