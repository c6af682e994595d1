import dcmjs, { type DataSet } from 'dcmjs'

interface Said {
  /** Each frame's values, row by row. */
  readonly frames: readonly ArrayLike<number>[]
  readonly rows: number
  readonly columns: number
  readonly series?: string
  readonly instance?: number
  readonly modality?: string
  /** More attributes, by tag; they take the place of what is here. */
  readonly more?: DataSet
}

/** A small DICOM file of signed values in sixteen bits, as a scanner writes it: named, dated, with its place in the patient. */
export const aDicom = ({ frames, rows, columns, series = '1.2.3.4', instance = 1, modality = 'CT', more = {} }: Said): Buffer => {
  const [sopClass, uid] = ['1.2.840.10008.5.1.4.1.1.2', `1.2.3.4.5.${instance}`]
  const file = new dcmjs.data.DicomDict({
    '00020001': { vr: 'OB', Value: [Uint8Array.from([0, 1]).buffer] },
    '00020002': { vr: 'UI', Value: [sopClass] },
    '00020003': { vr: 'UI', Value: [uid] },
    '00020010': { vr: 'UI', Value: ['1.2.840.10008.1.2.1'] },
    '00020012': { vr: 'UI', Value: ['1.2.3'] },
  })
  file.dict = {
    '00080005': { vr: 'CS', Value: ['ISO_IR 100'] },
    '00080016': { vr: 'UI', Value: [sopClass] },
    '00080018': { vr: 'UI', Value: [uid] },
    '00080060': { vr: 'CS', Value: [modality] },
    '00080080': { vr: 'LO', Value: ['CANARY7731 HOSPITAL'] },
    '00081030': { vr: 'LO', Value: ['CANARY7731 HEAD'] },
    '00100010': { vr: 'PN', Value: [{ Alphabetic: 'CANARY7731^CANARY' }] },
    '00100020': { vr: 'LO', Value: ['CANARY7731'] },
    '0020000D': { vr: 'UI', Value: ['1.2.3'] },
    '0020000E': { vr: 'UI', Value: [series] },
    '00200013': { vr: 'IS', Value: [instance] },
    '00200032': { vr: 'DS', Value: [0, 0, instance * 5] },
    '00200037': { vr: 'DS', Value: [1, 0, 0, 0, 1, 0] },
    '00280002': { vr: 'US', Value: [1] },
    '00280004': { vr: 'CS', Value: ['MONOCHROME2'] },
    '00280008': { vr: 'IS', Value: [frames.length] },
    '00280010': { vr: 'US', Value: [rows] },
    '00280011': { vr: 'US', Value: [columns] },
    '00280030': { vr: 'DS', Value: [0.5, 0.5] },
    '00280100': { vr: 'US', Value: [16] },
    '00280101': { vr: 'US', Value: [16] },
    '00280102': { vr: 'US', Value: [15] },
    '00280103': { vr: 'US', Value: [1] },
    '00281050': { vr: 'DS', Value: [40] },
    '00281051': { vr: 'DS', Value: [400] },
    '00281052': { vr: 'DS', Value: [0] },
    '00281053': { vr: 'DS', Value: [1] },
    '7FE00010': { vr: 'OW', Value: [Int16Array.from(frames.flatMap((frame) => [...Array.from(frame)])).buffer] },
    ...more,
  }
  return Buffer.from(file.write())
}
