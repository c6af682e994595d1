import type { Box } from '../PlaceFinder.ts'

/** What a file says of the device that made it, and of the parts of its picture: read to find its banner, and not kept. */
export interface Device {
  readonly modality: string
  readonly maker: string
  readonly model: string
  /** The words of DICOM's Image Type. */
  readonly type: readonly string[]
  readonly rows: number
  readonly columns: number
  /** Where the parts of an ultrasound begin, in rows from the top. */
  readonly regions: readonly number[]
}

/**
 * Ultrasound machines write who and when along the top: maker, model, rows of the picture (0: any), and how many rows they write in.
 * Facts of the recipes of pydicom/deid (MIT), restated; as wide as the picture here, whatever part of it they use.
 */
const strips: readonly (readonly [string, string, number, number])[] = [
  ['ACUSON', 'SEQUOIA', 480, 30],
  ['ATL', 'HDI 5000', 476, 40],
  ['ATL', 'HDI4000', 480, 62],
  ['CHISON', 'Q9-NEW', 568, 80],
  ['ESAOTE', '6100', 608, 52],
  ['ESAOTE', '6150', 555, 72],
  ['ESAOTE', '6150', 608, 72],
  ['ESAOTE', '6150', 804, 45],
  ['GE', 'LOGIQ S6', 768, 80],
  ['GE', 'LOGIQ7', 989, 24],
  ['GE', 'LOGIQ9', 0, 30],
  ['GE', 'LOGIQE', 614, 75],
  ['GE', 'LOGIQE9', 0, 70],
  ['GE', 'LOGIQP', 614, 67],
  ['GE', 'LOGIQS7', 720, 67],
  ['GE', 'LOGIQS8', 720, 50],
  ['GE', 'LOGIQS8', 768, 60],
  ['GE', 'LOGIQS8', 819, 57],
  ['GE', 'LOGIQS8', 873, 65],
  ['GE', 'V830', 0, 70],
  ['GE', 'VOLUSON P8', 727, 65],
  ['GE', 'VOLUSON S', 743, 62],
  ['GE', 'VOLUSON S10', 600, 62],
  ['GE', 'VOLUSON S10', 852, 62],
  ['HITACHI', 'HI VISION AVIUS', 768, 74],
  ['HITACHI', 'HI VISION PREIRUS', 768, 60],
  ['HITACHI', 'PROSOUND F75', 768, 50],
  ['KRETZTECHNIK', 'V730', 600, 80],
  ['MEDISON', 'ACCUVIX V20', 768, 65],
  ['MEDISON', 'SONOACE R7', 768, 60],
  ['MINDRAY', 'DC-8 PRO', 900, 60],
  ['MINDRAY', 'M6', 600, 75],
  ['MINDRAY', 'M7', 600, 50],
  ['MINDRAY', 'M7', 768, 80],
  ['MINDRAY', 'M9', 910, 60],
  ['MINDRAY', 'Z5', 600, 62],
  ['PHILIPS', 'AFFINITI 70G', 768, 22],
  ['PHILIPS', 'AFFINITI 70G', 825, 70],
  ['PHILIPS', 'CLEARVUE 650', 600, 22],
  ['PHILIPS', 'CX50', 0, 59],
  ['PHILIPS', 'EPIQ', 600, 49],
  ['PHILIPS', 'EPIQ', 768, 49],
  ['PHILIPS', 'EPIQ', 825, 59],
  ['PHILIPS', 'IU22', 480, 47],
  ['PHILIPS', 'IU22', 600, 59],
  ['PHILIPS', 'IU22', 786, 75],
  ['SAMSUNG', 'SONOACE R7', 768, 60],
  ['SAMSUNG', 'UGEO H60', 720, 70],
  ['SENO', '', 1056, 50],
  ['SENO', '', 1058, 50],
  ['SIEMENS', 'ACUSON', 600, 43],
  ['SIEMENS', 'ACUSON NX3', 768, 58],
  ['SIEMENS', 'ANTARES', 768, 60],
  ['SIEMENS', 'G40', 600, 45],
  ['SIEMENS', 'S2000', 768, 60],
  ['SIEMENS', 'S3000', 768, 60],
  ['SIEMENS', 'X150', 600, 50],
  ['SIUI', 'CTS-8800', 0, 100],
  ['SUPERSONIC', 'AIXPLORER', 1050, 89],
  ['TOSHIBA', 'A400', 720, 60],
  ['TOSHIBA', 'A500', 720, 60],
  ['TOSHIBA', 'TUS-A300', 632, 72],
  ['TOSHIBA', 'TUS-A300', 720, 68],
  ['TOSHIBA', 'TUS-A500', 632, 60],
  ['TOSHIBA', 'TUS-A500', 903, 50],
  ['ULTRASONIX', 'SONIX', 600, 60],
  ['ULTRASONIX', 'SONIX', 768, 60],
  ['ZONARE', 'ZS3', 600, 55],
  ['ZONARE', 'Z_ONE', 600, 65],
]

/** Pictures that are a page of words: dose reports, screens that were saved. By a word of Image Type, the rows along the top. */
const pages: Readonly<Record<string, number>> = { DOSE: 135, 'SCREEN SAVE': 121, LOCALIZER: 85 }

const margin = 8

/** The places where a device of this kind is known to write; they are offered for covering whether anything can be read there or not. */
export const bannersOf = ({ modality, maker, model, type, rows, columns, regions }: Device): readonly Box[] => {
  const strip = (height: number): Box => ({ x: 0, y: 0, width: columns, height: Math.min(height, rows) })
  if (modality === 'US') {
    const [by, what] = [maker.toUpperCase(), model.toUpperCase()]
    const known = strips.filter(([one, of, size]) => by.includes(one) && what.includes(of) && (size === 0 || size === rows))
    const above = Math.min(...regions)
    // Above the parts it says it is made of there is nothing of the patient but the name.
    const height = Math.max(0, ...known.map(([, , , high]) => high), regions.length > 0 && above >= margin && above < rows / 4 ? above : 0)
    return height > 0 ? [strip(height)] : []
  }
  const height = Math.max(0, ...type.map((word) => pages[word.toUpperCase()] ?? 0))
  return height > 0 && height < rows ? [strip(height)] : []
}
