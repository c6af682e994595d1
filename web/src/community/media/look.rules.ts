import { placeInImage } from './marks.rules.ts'
import { fitSize, type Point, type Size, type View } from './zoom.rules.ts'

/** How an image is looked at besides where: turned by quarters, lighter or with more contrast, inverted as a film on a light box is. */
export interface Look {
  /** Quarter turns clockwise, 0 to 3. */
  readonly turns: number
  /** 1 is as it is. */
  readonly brightness: number
  readonly contrast: number
  readonly inverted: boolean
}

export const plainLook: Look = { turns: 0, brightness: 1, contrast: 1, inverted: false }

const range = { least: 0.3, most: 3 } as const

const within = (value: number): number => Math.round(Math.min(range.most, Math.max(range.least, value)) * 100) / 100

export const lit = (look: Look, by: { readonly brightness?: number; readonly contrast?: number }): Look => ({
  ...look,
  brightness: within(look.brightness + (by.brightness ?? 0)),
  contrast: within(look.contrast + (by.contrast ?? 0)),
})

export const turned = (look: Look): Look => ({ ...look, turns: (look.turns + 1) % 4 })

/** The size of an image as it stands when it is turned. */
export const sizeOf = ({ width, height }: Size, { turns }: Look): Size =>
  turns % 2 === 0 ? { width, height } : { width: height, height: width }

/** The CSS filter of a look; none where nothing is changed. Inverted first, so that light and contrast act on what is seen. */
export const filterOf = ({ brightness, contrast, inverted }: Look): string =>
  [inverted ? 'invert(1)' : '', brightness === 1 ? '' : `brightness(${brightness})`, contrast === 1 ? '' : `contrast(${contrast})`]
    .filter((part) => part !== '')
    .join(' ') || 'none'

/** The place of an image under a place of the turned one, both as shares of their sides. */
export const placeUnturned = ({ x, y }: Point, { turns }: Look): Point => {
  switch (turns % 4) {
    case 1:
      return { x: y, y: 1 - x }
    case 2:
      return { x: 1 - x, y: 1 - y }
    case 3:
      return { x: 1 - y, y: x }
    default:
      return { x, y }
  }
}

/** The place on the turned image over a place of the image itself, both as shares of their sides. */
export const placeTurned = (place: Point, { turns }: Look): Point => placeUnturned(place, { ...plainLook, turns: (4 - (turns % 4)) % 4 })

/** Where in an image a point of the screen lies, as shares of its sides, however it is turned and enlarged; `size` is the turned one's. */
export const shareUnder = (from: Point, view: View, size: Size, frame: Size, look: Look): Point => {
  const place = placeInImage(from, view, size, frame)
  return placeUnturned({ x: place.x / size.width, y: place.y / size.height }, look)
}

/** Where on the screen a share of an image lies, from the middle of the frame: the way back. */
export const screenOver = (share: Point, view: View, size: Size, frame: Size, look: Look): Point => {
  const fit = fitSize(size, frame)
  const place = placeTurned(share, look)
  return { x: (place.x - 0.5) * fit.width * view.scale + view.x, y: (place.y - 0.5) * fit.height * view.scale + view.y }
}
