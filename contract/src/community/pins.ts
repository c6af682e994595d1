import { type Static, Type } from 'typebox'
import { id, orNull } from '../shapes.ts'

export const limits = { pins: 9 } as const

/** A place in an image of the case: pixels of its full size, and the frame where it is a stack. */
const place = {
  imageId: id,
  frame: Type.Integer({ minimum: 0, maximum: 10_000 }),
  x: Type.Integer({ minimum: -100_000, maximum: 100_000 }),
  y: Type.Integer({ minimum: -100_000, maximum: 100_000 }),
}

/** A pin as a comment brings it. `number` is what its text calls it: where the case has given that number away meanwhile, the next free one takes its place, in the text too. */
export const pinForm = Type.Object({ number: Type.Integer({ minimum: 1, maximum: 9_999 }), ...place }, { additionalProperties: false })
export type PinForm = Static<typeof pinForm>

/** A pin of a comment that stands; numbered within the case, and never again. `place` is null once its image is gone. */
export const shownPin = Type.Object(
  { number: Type.Integer(), place: orNull(Type.Object(place, { additionalProperties: false })) },
  { additionalProperties: false },
)
export type ShownPin = Static<typeof shownPin>
export type PinPlace = NonNullable<ShownPin['place']>
