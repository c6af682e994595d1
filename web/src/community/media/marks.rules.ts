import type { CoverShape, ImageReview } from '#contract/community/media.ts'
import { fitSize, type Point, type Size, type View } from './zoom.rules.ts'

/** What is to become of a found place: nothing has been said yet, it is covered, it may stay. */
export type Decision = 'open' | 'cover' | 'keep'

/** What a doctor has decided and drawn on an image; not a pixel of it is changed until it is sent. */
export interface Marks {
  readonly decisions: readonly Decision[]
  readonly shapes: readonly CoverShape[]
}

export const marksFor = ({ boxes }: Pick<ImageReview, 'boxes'>): Marks => ({
  decisions: boxes.map(({ kept }) => (kept ? 'keep' : 'open')),
  shapes: [],
})

/** A found place touched once more: covered, then left, then covered again. */
export const toggled = (marks: Marks, at: number): Marks => decided(marks, at, marks.decisions[at] === 'cover' ? 'keep' : 'cover')

export const decided = (marks: Marks, at: number, decision: Decision): Marks => ({
  ...marks,
  decisions: marks.decisions.map((before, index) => (index === at ? decision : before)),
})

/** Says the same of every place of which nothing was said. */
export const decidedRest = (marks: Marks, decision: Decision): Marks => ({
  ...marks,
  decisions: marks.decisions.map((before) => (before === 'open' ? decision : before)),
})

export const firstOpen = ({ decisions }: Marks): number | null => {
  const at = decisions.indexOf('open')
  return at < 0 ? null : at
}

/** How much of an image is to be painted over. */
export const covers = ({ decisions, shapes }: Marks): number => decisions.filter((decision) => decision === 'cover').length + shapes.length

/** Where a point of the screen, given from the middle of the frame, lies in the image. */
export const placeInImage = (point: Point, view: View, image: Size, frame: Size): Point => {
  const fit = fitSize(image, frame)
  const factor = image.width / fit.width
  return {
    x: ((point.x - view.x) / view.scale + fit.width / 2) * factor,
    y: ((point.y - view.y) / view.scale + fit.height / 2) * factor,
  }
}

/** How many pixels of the image one of the screen is. */
export const pixelsEach = (view: View, image: Size, frame: Size): number => image.width / fitSize(image, frame).width / view.scale

/** The view with a box in its middle, so near that it can be read. */
export const viewOf = (box: { x: number; y: number; width: number; height: number }, image: Size, frame: Size): View => {
  const fit = fitSize(image, frame)
  const factor = fit.width / image.width
  const scale = Math.min(8, Math.max(1, Math.min((0.7 * frame.width) / (box.width * factor), (0.3 * frame.height) / (box.height * factor))))
  return {
    scale,
    x: (fit.width / 2 - (box.x + box.width / 2) * factor) * scale,
    y: (fit.height / 2 - (box.y + box.height / 2) * factor) * scale,
  }
}

/** A rectangle between two corners, in whole pixels. */
export const boxBetween = (one: Point, other: Point): CoverShape => {
  const [x, y] = [Math.floor(Math.min(one.x, other.x)), Math.floor(Math.min(one.y, other.y))]
  return {
    kind: 'box',
    x,
    y,
    width: Math.max(1, Math.ceil(Math.max(one.x, other.x)) - x),
    height: Math.max(1, Math.ceil(Math.max(one.y, other.y)) - y),
  }
}

/** A stroke drawn on to a point; points nearer than a quarter of its width add nothing to see. */
export const strokeTo = (stroke: Extract<CoverShape, { kind: 'brush' }>, { x, y }: Point): CoverShape => {
  const last = stroke.points.at(-1)
  if (last && Math.hypot(last[0] - x, last[1] - y) < stroke.width / 4) return stroke
  return { ...stroke, points: [...stroke.points, [Math.round(x), Math.round(y)]] }
}

export type Move = 'left' | 'right' | 'up' | 'down'

/** A drawn rectangle moved or made larger with the keys, within the image. */
export const movedBox = (
  box: Extract<CoverShape, { kind: 'box' }>,
  move: Move,
  { by, size }: { by: number; size: boolean },
  image: Size,
): CoverShape => {
  const along = move === 'left' || move === 'right' ? 'x' : 'y'
  const step = move === 'left' || move === 'up' ? -by : by
  const side = along === 'x' ? 'width' : 'height'
  const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
  return size
    ? { ...box, [side]: within(box[side] + step, 4, image[side] - box[along]) }
    : { ...box, [along]: within(box[along] + step, 0, image[side] - box[side]) }
}

/** Whether a point lies in a box; a finger needs a little room round a small one. */
export const isIn = (point: Point, box: { x: number; y: number; width: number; height: number }, room: number): boolean =>
  point.x >= box.x - room && point.x <= box.x + box.width + room && point.y >= box.y - room && point.y <= box.y + box.height + room
