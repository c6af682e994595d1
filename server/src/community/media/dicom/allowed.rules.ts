import { modality } from '#contract/shapes.ts'

// What a rebuilt file may say. Nothing is copied as text: a word is one of a closed list, a number lies in its range and is written anew.

export type Allowed =
  | { readonly vr: 'CS' | 'LO'; readonly words: readonly string[]; readonly count: readonly [number, number] }
  | {
      readonly vr: 'DS' | 'IS' | 'US' | 'UL' | 'SL' | 'FD'
      readonly range: readonly [number, number]
      readonly count: readonly [number, number]
    }
  | { readonly vr: 'SQ'; readonly items: Readonly<Record<string, Allowed>> }

const word = (...words: string[]): Allowed => ({ vr: 'CS', words, count: [1, 1] })
const number = (vr: 'DS' | 'IS' | 'US' | 'UL' | 'SL' | 'FD', from: number, to: number, count = 1, most = count): Allowed => ({
  vr,
  range: [from, to],
  count: [count, most],
})

/** Kinds of image that are pictures and nothing else; a report, a plan, a waveform or an enhanced volume is not rebuilt. */
export const imageClasses: ReadonlySet<string> = new Set(
  ['1', '1.1', '1.1.1', '1.2', '1.2.1', '1.3', '1.3.1', '2', '3.1', '4', '6', '6.1', '7', '7.1', '7.2', '7.3', '7.4', '12.1', '12.2', '20']
    .concat(['77.1.1', '77.1.2', '77.1.4', '77.1.5.1', '77.1.5.2', '128'])
    .map((end) => `1.2.840.10008.5.1.4.1.1.${end}`),
)

const directions = ['A', 'P', 'R', 'L', 'H', 'F']
const orientations = directions.flatMap((one) => [
  one,
  ...directions.flatMap((two) => [one + two, ...directions.map((three) => one + two + three)]),
])

const ultrasoundRegion: Readonly<Record<string, Allowed>> = {
  '00186012': number('US', 0, 5),
  '00186014': number('US', 0, 24),
  '00186016': number('UL', 0, 31),
  '00186018': number('UL', 0, 65_535),
  '0018601A': number('UL', 0, 65_535),
  '0018601C': number('UL', 0, 65_535),
  '0018601E': number('UL', 0, 65_535),
  '00186020': number('SL', -65_535, 65_535),
  '00186022': number('SL', -65_535, 65_535),
  '00186024': number('US', 0, 12),
  '00186026': number('US', 0, 12),
  '00186028': number('FD', -1e6, 1e6),
  '0018602A': number('FD', -1e6, 1e6),
  '0018602C': number('FD', -1e6, 1e6),
  '0018602E': number('FD', -1e6, 1e6),
}

/** By tag: what may stay beside the pixels, as it is needed to show and to measure them. */
export const allowed: Readonly<Record<string, Allowed>> = {
  '00080060': word(...modality.enum),
  '00082144': number('IS', 1, 200),
  '00180015': word(
    ...'ABDOMEN ANKLE ARM BLADDER BRAIN BREAST CHEST CLAVICLE COCCYX CSPINE ELBOW EXTREMITY EYE FEMUR FOOT FOREARM HAND HEAD HEART HIP'.split(
      ' ',
    ),
    ...'HUMERUS JAW KIDNEY KNEE LEG LIVER LSPINE LUNG MAXILLA MANDIBLE NECK NOSE ORBIT PELVIS PROSTATE RIB SHOULDER SKIN SKULL SPINE'.split(
      ' ',
    ),
    ...'SSPINE STERNUM TESTIS THIGH THUMB THYROID TIBIA TSPINE UTERUS WHOLEBODY WRIST'.split(' '),
  ),
  '00180040': number('IS', 1, 200),
  '00180050': number('DS', 0, 1_000),
  '00180060': number('DS', 0, 500),
  '00180080': number('DS', 0, 100_000),
  '00180081': number('DS', 0, 10_000),
  '00180082': number('DS', 0, 100_000),
  '00180088': number('DS', -1_000, 1_000),
  '00181063': number('DS', 0, 60_000),
  '00181164': number('DS', 0, 100, 2),
  '00185101': word('AP', 'PA', 'LL', 'RL', 'RLD', 'LLD', 'RLO', 'LLO', 'MLO', 'CC', 'ML', 'LM'),
  '00186011': { vr: 'SQ', items: ultrasoundRegion },
  '00200013': number('IS', 0, 99_999),
  '00200020': { vr: 'CS', words: orientations, count: [2, 2] },
  '00200032': number('DS', -10_000, 10_000, 3),
  '00200037': number('DS', -1, 1, 6),
  '00200060': word('R', 'L'),
  '00200062': word('R', 'L', 'U', 'B'),
  '00201041': number('DS', -10_000, 10_000),
  '00280030': number('DS', 0, 100, 2),
  '00280034': number('IS', 1, 1_000, 2),
  '00281050': number('DS', -100_000, 100_000, 1, 8),
  '00281051': number('DS', 0, 1_000_000, 1, 8),
  '00281052': number('DS', -1_000_000, 1_000_000),
  '00281053': number('DS', -1_000_000, 1_000_000),
  '00281054': { vr: 'LO', words: ['HU', 'US', 'OD', 'MGML'], count: [1, 1] },
  '00281056': word('LINEAR', 'LINEAR_EXACT', 'SIGMOID'),
  '00282110': word('00', '01'),
  '20500020': word('IDENTITY', 'INVERSE'),
}

/** What the values of an attribute become, or null when it does not stay. */
export const keptValues = (rule: Exclude<Allowed, { vr: 'SQ' }>, values: readonly unknown[]): readonly (string | number)[] | null => {
  const [least, most] = rule.count
  if (values.length < least || values.length > most) return null
  if ('words' in rule) {
    const words = values.map((value) => String(value).trim())
    return words.every((value) => rule.words.includes(value)) ? words : null
  }
  const [from, to] = rule.range
  // Nine significant digits are finer than any scanner measures, and leave no room for a message in a fraction.
  const numbers = values.map((value) => (value === '' || value === null ? Number.NaN : Number(Number(value).toPrecision(9))))
  const fits = numbers.every((value) => value >= from && value <= to && (rule.vr === 'DS' || rule.vr === 'FD' || Number.isInteger(value)))
  return fits ? numbers.map((value) => value + 0) : null
}
