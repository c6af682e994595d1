import type { PinPlace } from '#contract/community/pins.ts'
import type { ShownImage } from '#contract/shapes.ts'
import type { Point, Size, View } from './zoom.rules.ts'

/** A pin as a viewer shows it. */
export interface ViewerPin {
  readonly number: number
  readonly place: PinPlace
  /** Still being written about: it can be moved and taken away. */
  readonly draft: boolean
}

const within = (value: number, side: number): number => Math.min(side - 1, Math.max(0, Math.floor(value)))

/** The pixel of an image under a share of its sides; null outside it. */
export const pixelAt = ({ x, y }: Point, image: Size): Point | null =>
  x < 0 || y < 0 || x >= 1 || y >= 1 ? null : { x: within(x * image.width, image.width), y: within(y * image.height, image.height) }

/** The pixel of an image nearest to a share of its sides. */
export const nearestPixel = ({ x, y }: Point, image: Size): Point => ({
  x: within(x * image.width, image.width),
  y: within(y * image.height, image.height),
})

/** The middle of a pin's pixel as shares of the sides of its image. */
export const shareOf = ({ x, y }: Point, image: Size): Point => ({ x: (x + 0.5) / image.width, y: (y + 0.5) / image.height })

/** The pins of an image, by their numbers. */
export const pinsOn = (pins: readonly ViewerPin[], { id }: Pick<ShownImage, 'id'>): readonly ViewerPin[] =>
  pins.filter(({ place }) => place.imageId === id).toSorted((one, other) => one.number - other.number)

const edge = 16

/** Whether a place of the screen, from the middle of the frame, is well within it. */
export const isInSight = ({ x, y }: Point, frame: Size): boolean =>
  Math.abs(x) <= frame.width / 2 - edge && Math.abs(y) <= frame.height / 2 - edge

/** The view with a place of the screen, from the middle of the frame, brought to the middle. */
export const broughtBefore = (view: View, { x, y }: Point): View => ({ ...view, x: view.x - x, y: view.y - y })

/** The pin a finger is on: the nearest of those that are near enough. */
export const pinUnder = <P extends { readonly at: Point }>(pins: readonly P[], finger: Point, room: number): P | null => {
  const away = ({ at }: P) => Math.hypot(at.x - finger.x, at.y - finger.y)
  const nearest = pins.toSorted((one, other) => away(one) - away(other))[0]
  return nearest && away(nearest) <= room ? nearest : null
}
