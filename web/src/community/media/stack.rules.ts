import { firstWindow, type Window, wholeRange } from '#atlas/lightWindow.ts'
import type { Stack } from '#contract/shapes.ts'
import type { Point, Size } from './zoom.rules.ts'

/** What a finger or the mouse does to a stack. */
export type StackTool = 'scroll' | 'window' | 'measure' | 'move'

/** Ways to look at computed tomography, in Hounsfield units. */
const forCt = {
  brain: { centre: 40, width: 80 },
  softTissue: { centre: 50, width: 400 },
  abdomen: { centre: 60, width: 350 },
  lung: { centre: -600, width: 1_500 },
  bone: { centre: 400, width: 1_800 },
} as const satisfies Record<string, Window>

export type Preset = 'asProposed' | 'whole' | keyof typeof forCt

/** The windows offered for a stack; none where there are colours. */
export const presetsOf = (stack: Stack): readonly { readonly preset: Preset; readonly window: Window }[] => {
  if (stack.colour) return []
  return [
    ...(stack.window ? [{ preset: 'asProposed' as const, window: stack.window }] : []),
    ...(stack.modality === 'CT' ? (Object.keys(forCt) as (keyof typeof forCt)[]).map((preset) => ({ preset, window: forCt[preset] })) : []),
    { preset: 'whole', window: wholeRange(stack) },
  ]
}

/** The narrowest window: a whole number of units where there are many, a part of the range where there are few. */
const leastWidth = (stack: Stack): number => Math.min(1, wholeRange(stack).width / 100)

/** A window drawn by hand: to the right it grows wider, upwards it looks at less. A drag over the frame passes through about all values. */
export const draggedWindow = (stack: Stack, from: Window, by: Point, frame: Size): Window => {
  const all = Math.max(from.width, Math.min(wholeRange(stack).width, 4 * firstWindow(stack).width))
  const width = Math.max(leastWidth(stack), from.width + (by.x / frame.width) * all)
  return { centre: from.centre + (by.y / frame.height) * all, width }
}

/** A frame so many on; at the ends it stays. */
export const frameOn = (at: number, by: number, frames: number): number => Math.min(frames - 1, Math.max(0, at + by))

/** How many frames a drag passes: all of them within the height of the screen. */
export const framesFor = (distance: number, frames: number, height: number): number => Math.trunc((distance / height) * 1.2 * frames) + 0

/** A length that was measured: of its frame alone. */
export interface Line {
  readonly frame: number
  readonly from: Point
  readonly to: Point
}

export interface Length {
  readonly value: number
  readonly unit: 'mm' | 'mmOnDetector' | 'px'
}

/** How long a line is, in millimetres where the distance of rows and columns is known. */
export const lengthOf = ({ from, to }: Pick<Line, 'from' | 'to'>, { spacing }: Pick<Stack, 'spacing'>): Length => {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  if (!spacing) return { value: Math.hypot(dx, dy), unit: 'px' }
  const value = Math.hypot(dx * spacing.column, dy * spacing.row)
  return { value, unit: spacing.plane === 'patient' ? 'mm' : 'mmOnDetector' }
}

/** As exact as a screen allows: a decimal below a hundred. */
export const roundedLength = (value: number): number => (value < 100 ? Math.round(value * 10) / 10 : Math.round(value))

/** The frames to fetch, nearest first, as many as memory is given for. */
export const framesNear = (at: number, frames: number, most: number): readonly number[] => {
  const near = [at]
  for (let by = 1; near.length < Math.min(frames, most) && by < frames; by += 1) {
    if (at + by < frames) near.push(at + by)
    if (at - by >= 0) near.push(at - by)
  }
  return near.slice(0, most)
}

/** Bytes of one frame. */
export const bytesEach = ({ rows, columns, colour, bits }: Stack): number => rows * columns * (colour ? 3 : bits / 8)

/** Whether there are slices enough to compute the surface of what was scanned from them: of a head, its face. */
export const mayMakeAFace = ({ modality, frames }: Pick<Stack, 'modality' | 'frames'>): boolean =>
  frames > 40 && (modality === 'CT' || modality === 'MR')
