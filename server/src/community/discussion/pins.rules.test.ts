import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PinForm } from '#contract/community/pins.ts'
import { hasTooManyPins, numberPins, type PinnedImage, whyNoPins } from './pins.rules.ts'

const photo: PinnedImage = { id: 'photo', width: 300, height: 200, frames: 1 }
const scan: PinnedImage = { id: 'scan', width: 512, height: 512, frames: 20 }
const pin = (more: Partial<PinForm> = {}): PinForm => ({ number: 1, imageId: 'photo', frame: 0, x: 10, y: 20, ...more })

test('a pin stands anywhere within an image of the case, to its last pixel and frame', () => {
  expect(whyNoPins([], [])).toBeNull()
  expect(whyNoPins([pin(), pin({ x: 299, y: 199 }), pin({ x: 0, y: 0 })], [photo])).toBeNull()
  expect(whyNoPins([pin({ imageId: 'scan', frame: 19 })], [photo, scan])).toBeNull()
})

test.each([
  ['right of it', { x: 300 }],
  ['left of it', { x: -1 }],
  ['above it', { y: -1 }],
  ['below it', { y: 200 }],
  ['on a frame a photo has not', { frame: 1 }],
  ['after the last frame', { imageId: 'scan', frame: 20 }],
])('not %s', (_, where) => expect(whyNoPins([pin(), pin(where)], [photo, scan])).toBe('comment.pin-outside'))

test('an image that is gone, or another case’s, takes no pin', () =>
  expect(whyNoPins([pin({ imageId: 'another' })], [photo])).toBe('comment.pin-image-gone'))

test('nine go with one comment', () => {
  expect(hasTooManyPins(Array.from({ length: 9 }, () => pin()))).toBe(false)
  expect(hasTooManyPins(Array.from({ length: 10 }, () => pin()))).toBe(true)
})

test('numbers follow the last that was given away, in the order the pins came, whatever the text called them', () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 9 }), fc.nat(40), (numbers, last) => {
      const { numbered, changed } = numberPins(
        numbers.map((number) => pin({ number })),
        last,
      )
      expect(numbered.map(({ number }) => number)).toEqual(numbers.map((_, at) => last + at + 1))
      expect(numbers.map((number) => changed.get(number))).toEqual(numbered.map(({ number }) => number))
    }),
  ))
