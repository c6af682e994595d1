import dcmjs, { type DataSet, type Element } from 'dcmjs'
import { type Allowed, allowed, imageClasses, keptValues } from './allowed.rules.ts'
import { stripJpeg } from './stripJpeg.rules.ts'

// The reader reports each odd value it meets, and such a value may be a name.
for (const log of [dcmjs.log, ...Object.values(dcmjs.log.getLoggers())]) log.setLevel('silent')

/** A DICOM file is not rebuilt, and this is why. */
export class DicomRefused extends Error {
  override name = 'DicomRefused'
}

const explicitLittleEndian = '1.2.840.10008.1.2.1'
const plain = ['1.2.840.10008.1.2', explicitLittleEndian]
const jpegs = ['50', '51', '57', '70', '80', '81'].map((end) => `1.2.840.10008.1.2.4.${end}`)

/** Whether a file says it is DICOM. */
export const isDicom = (bytes: Buffer): boolean => bytes.toString('latin1', 128, 132) === 'DICM'

/** New UIDs for old ones: the same old one becomes the same new one, so that the images of a series stay together. */
export const uidsAnew = (newUid: () => string): ((old: string) => string) => {
  const known = new Map<string, string>()
  return (old) => {
    const uid = known.get(old) ?? newUid()
    known.set(old, uid)
    return uid
  }
}

/** A new file with the picture and the allowed attributes of this one, under new UIDs; nothing is cleaned in place. Throws `DicomRefused`. */
export const rebuildDicom = (
  bytes: Buffer,
  anew: (old: string) => string,
): { bytes: Buffer; rows: number; columns: number; frames: number } => {
  const { meta, dict } = read(bytes)
  const sopClass = textOf(dict['00080016'])
  if (!imageClasses.has(sopClass))
    throw new DicomRefused('only plain images are rebuilt: no reports, documents, plans, waveforms or enhanced volumes')
  if (dict['00283000']) throw new DicomRefused('its values need a table that is not carried over')
  const syntax = textOf(meta['00020010'])
  const isPlain = plain.includes(syntax)
  if (!isPlain && !jpegs.includes(syntax)) throw new DicomRefused('its compression cannot be carried over unchanged')
  const picture = pictureOf(dict)
  const pixels = isPlain ? [plainPixels(dict, picture)] : jpegFrames(dict, picture)
  const uid = anew(textOf(dict['00080018']))
  const output = new dcmjs.data.DicomDict({
    '00020001': { vr: 'OB', Value: [Uint8Array.from([0, 1]).buffer] },
    '00020002': { vr: 'UI', Value: [sopClass] },
    '00020003': { vr: 'UI', Value: [uid] },
    '00020010': { vr: 'UI', Value: [isPlain ? explicitLittleEndian : syntax] },
    '00020012': { vr: 'UI', Value: ['2.25.187425187347651389462841305527118437'] },
  })
  output.dict = {
    ...empty,
    ...deidentified,
    ...keep(dict, allowed),
    '00080008': { vr: 'CS', Value: ['DERIVED', 'SECONDARY'] },
    '00080016': { vr: 'UI', Value: [sopClass] },
    '00080018': { vr: 'UI', Value: [uid] },
    ...newUids(dict, anew),
    ...attributesOf(picture),
    ...(picture.photometric === 'PALETTE COLOR' ? paletteOf(dict) : {}),
    '7FE00010': { vr: picture.allocated === 16 && isPlain ? 'OW' : 'OB', Value: pixels },
  }
  const { rows, columns, frames } = picture
  return { bytes: Buffer.from(output.write({ fragmentMultiframe: false })), rows, columns, frames }
}

const read = (bytes: Buffer): { meta: DataSet; dict: DataSet } => {
  try {
    return dcmjs.data.DicomMessage.readFile(Uint8Array.from(bytes).buffer)
  } catch {
    throw new DicomRefused('it cannot be read as DICOM')
  }
}

const textOf = (element: Element | undefined): string => String(element?.Value?.[0] ?? '').replace(/[\0 ]+$/, '')

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

interface Picture {
  readonly rows: number
  readonly columns: number
  readonly frames: number
  readonly samples: 1 | 3
  readonly photometric: string
  readonly planar: number
  readonly allocated: 8 | 16
  readonly stored: number
  readonly signed: number
}

const pictureOf = (dict: DataSet): Picture => {
  const number = (tag: string, otherwise = Number.NaN): number => Number(dict[tag]?.Value?.[0] ?? otherwise)
  const [samples, allocated, stored, high] = [number('00280002'), number('00280100'), number('00280101'), number('00280102')]
  const photometric = textOf(dict['00280004'])
  const [rows, columns, frames] = [number('00280010'), number('00280011'), number('00280008', 1)]
  const [planar, signed] = [number('00280006', 0), number('00280103')]
  const fits =
    [rows, columns].every((side) => Number.isInteger(side) && side > 0 && side <= 65_535) &&
    Number.isInteger(frames) &&
    frames > 0 &&
    frames <= 10_000 &&
    (samples === 3 ? ['RGB', 'YBR_FULL', 'YBR_FULL_422'] : ['MONOCHROME1', 'MONOCHROME2', 'PALETTE COLOR']).includes(photometric) &&
    (allocated === 8 || allocated === 16) &&
    Number.isInteger(stored) &&
    stored > 0 &&
    stored <= allocated &&
    high === stored - 1 &&
    [0, 1].includes(planar) &&
    [0, 1].includes(signed)
  if (!fits || (samples !== 1 && samples !== 3)) throw new DicomRefused('its picture is described in a way that is not supported')
  return { rows, columns, frames, samples, photometric, planar, allocated, stored, signed }
}

const attributesOf = (picture: Picture): DataSet => ({
  '00280002': { vr: 'US', Value: [picture.samples] },
  '00280004': { vr: 'CS', Value: [picture.photometric] },
  ...(picture.samples === 3 ? { '00280006': { vr: 'US', Value: [picture.planar] } } : {}),
  ...(picture.frames > 1 ? { '00280008': { vr: 'IS', Value: [picture.frames] } } : {}),
  '00280010': { vr: 'US', Value: [picture.rows] },
  '00280011': { vr: 'US', Value: [picture.columns] },
  '00280100': { vr: 'US', Value: [picture.allocated] },
  '00280101': { vr: 'US', Value: [picture.stored] },
  '00280102': { vr: 'US', Value: [picture.stored - 1] },
  '00280103': { vr: 'US', Value: [picture.signed] },
})

const buffersOf = (element: Element | undefined): Uint8Array[] =>
  (element?.Value ?? []).map((value) => (value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array()))

/** The pixels and nothing behind them; bits above the stored ones, where old devices drew overlays, are set as the value wants them. */
const plainPixels = (dict: DataSet, { rows, columns, frames, samples, photometric, allocated, stored, signed }: Picture): ArrayBuffer => {
  const length = (rows * columns * samples * frames * allocated) / 8
  const [source, more] = buffersOf(dict['7FE00010'])
  if (photometric === 'YBR_FULL_422' || !source || more || source.length < length) throw new DicomRefused('its pixels are not all there')
  const pixels = new Uint8Array(length + (length % 2))
  pixels.set(source.subarray(0, length))
  if (stored === allocated) return pixels.buffer
  const values = allocated === 16 ? new Uint16Array(pixels.buffer) : pixels
  const mask = 2 ** stored - 1
  const sign = signed === 1 ? 2 ** (stored - 1) : 0
  for (const [at, value] of values.entries()) values[at] = value & sign ? value | ~mask : value & mask
  return pixels.buffer
}

const jpegFrames = (dict: DataSet, picture: Picture): ArrayBuffer[] => {
  const parts = buffersOf(dict['7FE00010'])
  const whole = picture.frames === 1 ? [Uint8Array.from(Buffer.concat(parts))] : parts
  if (whole.length !== picture.frames) throw new DicomRefused('its frames cannot be told apart')
  return whole.map((frame) => {
    const clean = stripJpeg(frame, picture) ?? refuseFrame()
    return Uint8Array.from(clean).buffer
  })
}

const refuseFrame = (): never => {
  throw new DicomRefused('a compressed frame is not whole, or not what the file says')
}

const paletteOf = (dict: DataSet): DataSet => {
  const palette: DataSet = {}
  for (const colour of ['1', '2', '3']) {
    const [entries, first, bits] = (dict[`0028110${colour}`]?.Value ?? []).map(Number)
    const [table, more] = buffersOf(dict[`0028120${colour}`])
    const length = ((entries || 65_536) * (bits ?? 0)) / 8
    if (first === undefined || (bits !== 8 && bits !== 16) || !table || more || table.length !== length + (length % 2))
      throw new DicomRefused('its table of colours is not whole')
    palette[`0028110${colour}`] = { vr: 'US', Value: [entries, first & 0xffff, bits] }
    palette[`0028120${colour}`] = { vr: 'OW', Value: [Uint8Array.from(table).buffer] }
  }
  return palette
}
