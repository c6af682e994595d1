import { sharedPart, withinImage } from '../box.rules.ts'
import type { Size } from '../burned-in/burnedIn.rules.ts'
import type { Box } from '../PlaceFinder.ts'

/** A part of an image as the detector is shown it: cut out, then turned clockwise by so many degrees. */
export interface View extends Box {
  readonly turn: 0 | 90 | 180 | 270
}

/** A place with the look of a face; `score` is how much it has of it, 0 to 1. */
export interface Face extends Box {
  readonly score: number
}

/** A larger image is looked at in parts, too: a face of 80 pixels would be too small to be seen in the whole of it. */
const mostAtOnce = 2_048
/** The side of a part, of the image's: parts lie over each other by a quarter, so that a face is whole in one of them. */
const part = 5 / 8
/** Whoever lies down is seen by a detector of upright faces, too. */
const turns = [90, 270, 180] as const

/** What of an image the detector is shown, the likeliest first. */
export const viewsOf = ({ width, height }: Size): readonly [View, ...View[]] => {
  const whole = { x: 0, y: 0, width, height }
  const [wide, high] = [Math.round(width * part), Math.round(height * part)]
  const parts = [0, width - wide].flatMap((x) => [0, height - high].map((y) => ({ x, y, width: wide, height: high, turn: 0 as const })))
  return [{ ...whole, turn: 0 }, ...(Math.max(width, height) > mostAtOnce ? parts : []), ...turns.map((turn) => ({ ...whole, turn }))]
}

/** Where a box of a view, in pixels of the image, lies in the image. */
export const inImage = (box: Box, { turn, ...view }: View): Box => {
  const { width: wide, height: high } = view
  const [right, bottom] = [box.x + box.width, box.y + box.height]
  const turned = { width: box.height, height: box.width }
  const placed = {
    0: box,
    90: { ...turned, x: box.y, y: high - right },
    180: { ...box, x: wide - right, y: high - bottom },
    270: { ...turned, x: wide - bottom, y: box.x },
  }[turn]
  return { ...placed, x: view.x + placed.x, y: view.y + placed.y }
}

/** What a detector's box leaves out at each side, of its own: hair, chin and ears are of a face, too. */
const margin = 0.15

/** The faces of an image: what several views saw is offered once, as the surest of them saw it, with a margin, within the image, in whole pixels. */
export const joinedFaces = (faces: readonly Face[], size: Size): readonly Box[] => {
  const kept: Face[] = []
  for (const face of [...faces].sort((a, b) => b.score - a.score)) if (!kept.some((other) => sharedPart(face, other) > 0.4)) kept.push(face)
  return kept.flatMap(({ x, y, width, height }) => {
    const [beside, above] = [width * margin, height * margin]
    return withinImage({ x: x - beside, y: y - above, width: width + 2 * beside, height: height + 2 * above }, size) ?? []
  })
}
