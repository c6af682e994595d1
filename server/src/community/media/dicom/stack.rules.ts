import type { Stack } from '#contract/shapes.ts'
import { around, sharedPart, withinImage } from '../box.rules.ts'
import type { Box, Looked } from '../PlaceFinder.ts'

/** What one file of a stack says of its frames: numbers and words of closed lists, nothing else of it is kept. */
export interface StackFile {
  readonly frames: number
  readonly rows: number
  readonly columns: number
  readonly colour: boolean
  readonly bits: 8 | 16
  readonly signed: boolean
  /** The largest values are black. */
  readonly inverse: boolean
  readonly modality: Stack['modality']
  readonly slope: number
  readonly intercept: number
  readonly window: Stack['window']
  /** The least and the largest value, as they are written. */
  readonly range: readonly [number, number]
  readonly spacing: Stack['spacing']
  /** Frames a second. */
  readonly rate: number | null
  readonly instance: number | null
  /** Where the slice lies along the axis of its series, in mm. */
  readonly along: number | null
  /** Where devices of this kind write who and when. */
  readonly banners: readonly Box[]
}

/** Whether a file shows the same kind of picture as the others of its stack: one frame can be laid over the other. */
export const fitsWith = (one: StackFile, other: StackFile): boolean =>
  (['rows', 'columns', 'colour', 'bits', 'signed', 'inverse', 'modality'] as const).every((what) => one[what] === other[what])

/** The files in the order in which they are looked at: by where the slices lie where each says it, else by their numbers. */
export const inOrder = <T extends Pick<StackFile, 'along' | 'instance'>>(files: readonly T[]): readonly T[] => {
  const places = new Set(files.map(({ along }) => along))
  const by = (!places.has(null) && places.size === files.length ? 'along' : 'instance') satisfies keyof StackFile
  return files.toSorted((a, b) => (a[by] ?? 0) - (b[by] ?? 0))
}

/** What a viewer needs to know of a stack, from its files in order; null for none. */
export const stackOf = (files: readonly StackFile[]): Stack | null => {
  const [first] = files
  if (!first) return null
  const { rows, columns, colour, bits, signed, inverse, modality, spacing, rate } = first
  const middle = files[Math.floor(files.length / 2)] ?? first
  const rescale = files.flatMap(({ slope, intercept, frames }) => Array.from({ length: frames }, () => ({ slope, intercept })))
  const same = rescale.every(({ slope, intercept }) => slope === first.slope && intercept === first.intercept)
  const ends = files.flatMap(({ range, slope, intercept }) => range.map((value) => value * slope + intercept))
  return {
    frames: rescale.length,
    rows,
    columns,
    colour,
    bits,
    signed,
    inverse,
    modality,
    rescale: same ? rescale.slice(0, 1) : rescale,
    window: middle.window,
    range: { least: ends.reduce((a, b) => Math.min(a, b)), most: ends.reduce((a, b) => Math.max(a, b)) },
    spacing: files.every((file) => JSON.stringify(file.spacing) === JSON.stringify(spacing)) ? spacing : null,
    rate,
  }
}

/** A place of the frames in another size they are shown in. */
export const scaledBox = (box: Box, by: number): Box => ({ x: box.x * by, y: box.y * by, width: box.width * by, height: box.height * by })

/** Whether two places are one: most of the smaller lies in the other. Lines of a text that only touch stay apart. */
const isSame = (a: Box, b: Box): boolean => sharedPart(a, b) > 0.5

/** How far the search for text came in a stack, by how far it came in each of its pictures. */
export const lookedInAll = (looked: readonly Looked[]): Looked => {
  if (looked.every((one) => one === 'whole')) return 'whole'
  return looked.every((one) => one === 'not') ? 'not' : 'partly'
}

/** Places found in several frames, those that are the same as one, within the image and in whole pixels, from the top down. */
export const joinedBoxes = (boxes: readonly Box[], size: { width: number; height: number }): readonly Box[] => {
  const joined: Box[] = []
  for (const found of boxes) {
    const within = withinImage(found, size)
    if (!within) continue
    let box = within
    for (let at = joined.findIndex((other) => isSame(other, box)); at >= 0; at = joined.findIndex((other) => isSame(other, box)))
      box = around(box, joined.splice(at, 1)[0] ?? box)
    joined.push(box)
  }
  return joined.toSorted((a, b) => a.y - b.y || a.x - b.x)
}
