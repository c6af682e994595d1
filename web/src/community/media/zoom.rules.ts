/** How an image lies in its frame: scale 1 fits it in; x and y move its centre from the frame's, in pixels of the screen. */
export interface View {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export const fitted: View = { scale: 1, x: 0, y: 0 }

/** The size an image has when it fits its frame; never larger than its own pixels. */
export const fitSize = (image: Size, frame: Size): Size => {
  const factor = Math.min(1, frame.width / image.width, frame.height / image.height)
  return { width: image.width * factor, height: image.height * factor }
}

/** The size a scan is fitted with: it fills the screen however few pixels it has. */
export const roomy = ({ width, height }: Size): Size => {
  const by = Math.max(1, 4_096 / Math.max(width, height))
  return { width: width * by, height: height * by }
}

/** The scale at which one pixel of the image is one pixel of the screen. */
export const realScale = (image: Size, frame: Size): number => image.width / fitSize(image, frame).width

/** As far as an image may be enlarged: four times its own pixels, at least eight times fitted. */
export const maxScale = (image: Size, frame: Size): number => Math.max(8, 4 * realScale(image, frame))

const within = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value)) + 0

/** Keeps the image in sight: it never leaves a gap that moving it could close. */
export const keepInSight = (view: View, image: Size, frame: Size): View => {
  const fit = fitSize(image, frame)
  const scale = Math.min(maxScale(image, frame), Math.max(1, view.scale))
  const room = (side: number, of: number) => Math.max(0, (side * scale - of) / 2)
  return { scale, x: within(view.x, room(fit.width, frame.width)), y: within(view.y, room(fit.height, frame.height)) }
}

/** Enlarges about a point, given from the frame's centre, so that what lies under it stays under it. */
export const zoomAbout = (view: View, scale: number, about: Point, image: Size, frame: Size): View => {
  const wanted = Math.min(maxScale(image, frame), Math.max(1, scale))
  const factor = wanted / view.scale
  return keepInSight({ scale: wanted, x: about.x - (about.x - view.x) * factor, y: about.y - (about.y - view.y) * factor }, image, frame)
}

/** Whether a horizontal movement of a finger, over an image that fits, turns to another image; 1 the next, -1 the one before. */
export const swipeTurns = (dx: number, dy: number, milliseconds: number, frame: Size): -1 | 0 | 1 => {
  if (Math.abs(dx) < 2 * Math.abs(dy)) return 0
  const far = Math.abs(dx) > frame.width / 4
  const quick = Math.abs(dx) > 30 && Math.abs(dx) / Math.max(1, milliseconds) > 0.4
  return far || quick ? (dx < 0 ? 1 : -1) : 0
}

/** A factor as it is shown: one decimal, none when whole. */
export const factorText = (scale: number, decimal: '.' | ','): string => (Math.round(scale * 10) / 10).toString().replace('.', decimal)
