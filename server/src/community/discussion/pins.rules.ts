import { limits, type PinForm } from '#contract/community/pins.ts'
import type { ErrorCode } from '#contract/errors.ts'

/** An image of a case, as far as a pin needs to know. */
export interface PinnedImage {
  readonly id: string
  readonly width: number
  readonly height: number
  /** 1 for a photo. */
  readonly frames: number
}

export const hasTooManyPins = (pins: readonly PinForm[]): boolean => pins.length > limits.pins

/** Why a pin cannot stand where it is put: its image is not one of the case's any more, or never was, or it lies outside. */
export const whyNoPins = (pins: readonly PinForm[], images: readonly PinnedImage[]): ErrorCode | null => {
  const byId = new Map(images.map((image) => [image.id, image]))
  if (pins.some(({ imageId }) => !byId.has(imageId))) return 'comment.pin-image-gone'
  const outside = ({ imageId, frame, x, y }: PinForm) => {
    const { width, height, frames } = byId.get(imageId)!
    return frame >= frames || x < 0 || y < 0 || x >= width || y >= height
  }
  return pins.some(outside) ? 'comment.pin-outside' : null
}

/** The number of each pin, after the last the case has given away; and what its text called it. */
export const numberPins = (
  pins: readonly PinForm[],
  last: number,
): { readonly numbered: readonly PinForm[]; readonly changed: ReadonlyMap<number, number> } => {
  const numbered = pins.map((pin, at) => ({ ...pin, number: last + at + 1 }))
  return { numbered, changed: new Map(pins.map(({ number }, at) => [number, last + at + 1])) }
}
