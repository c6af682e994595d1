import type { DataSet, Element } from 'dcmjs'
import { DicomRefused } from './DicomRefused.ts'

export const textOf = (element: Element | undefined): string => String(element?.Value?.[0] ?? '').replace(/[\0 ]+$/, '')

/** How a file says its picture is written. */
export interface Picture {
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

/** The picture as the file describes it, in a way that is supported. Throws `DicomRefused`. */
export const pictureOf = (dict: DataSet): Picture => {
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
    (samples === 3 ? ['RGB', 'YBR_FULL', 'YBR_FULL_422', 'YBR_RCT', 'YBR_ICT'] : ['MONOCHROME1', 'MONOCHROME2', 'PALETTE COLOR']).includes(
      photometric,
    ) &&
    (allocated === 8 || allocated === 16) &&
    Number.isInteger(stored) &&
    stored > 0 &&
    stored <= allocated &&
    high === stored - 1 &&
    [0, 1].includes(planar) &&
    [0, 1].includes(signed)
  if (!fits || (samples !== 1 && samples !== 3))
    throw new DicomRefused('no-picture', 'its picture is described in a way that is not supported')
  return { rows, columns, frames, samples, photometric, planar, allocated, stored, signed }
}

export const attributesOf = (picture: Picture): DataSet => ({
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
