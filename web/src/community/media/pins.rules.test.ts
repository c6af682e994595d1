import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainLook, screenOver, shareUnder, sizeOf } from './look.rules.ts'
import { broughtBefore, isInSight, nearestPixel, pinsOn, pinUnder, pixelAt, shareOf } from './pins.rules.ts'
import { keepInSight } from './zoom.rules.ts'

const side = fc.integer({ min: 2, max: 4_096 })
const looked = fc.record({
  image: fc.record({ width: side, height: side }),
  frame: fc.record({ width: fc.integer({ min: 100, max: 2_000 }), height: fc.integer({ min: 100, max: 2_000 }) }),
  scale: fc.double({ min: 1, max: 8, noNaN: true }),
  x: fc.integer({ min: -900, max: 900 }),
  y: fc.integer({ min: -900, max: 900 }),
  turns: fc.nat(3),
})

test('a pin is under the finger that put it, however the image is turned and enlarged', () =>
  fc.assert(
    fc.property(looked, fc.double({ min: 0, max: 0.999, noNaN: true }), fc.double({ min: 0, max: 0.999, noNaN: true }), (at, x, y) => {
      const look = { ...plainLook, turns: at.turns }
      const size = sizeOf(at.image, look)
      const view = keepInSight({ scale: at.scale, x: at.x, y: at.y }, size, at.frame)
      const pixel = pixelAt({ x, y }, at.image)
      if (!pixel) throw new Error('within the image')
      const onScreen = screenOver(shareOf(pixel, at.image), view, size, at.frame, look)
      expect(pixelAt(shareUnder(onScreen, view, size, at.frame, look), at.image)).toEqual(pixel)
    }),
  ))

test('beside an image there is no place; the nearest is its edge', () => {
  const image = { width: 300, height: 200 }
  expect(pixelAt({ x: 1, y: 0.5 }, image)).toBeNull()
  expect(pixelAt({ x: 0.5, y: -0.01 }, image)).toBeNull()
  expect(pixelAt({ x: 0, y: 0 }, image)).toEqual({ x: 0, y: 0 })
  expect(nearestPixel({ x: 1.4, y: -2 }, image)).toEqual({ x: 299, y: 0 })
})

test('a pin out of sight is brought before the eyes, and one in sight moves nothing', () => {
  const frame = { width: 390, height: 400 }
  const size = { width: 1_200, height: 900 }
  const view = { scale: 4, x: 0, y: 0 }
  const far = screenOver({ x: 0.3, y: 0.6 }, view, size, frame, plainLook)
  expect(isInSight(far, frame)).toBe(false)
  expect(isInSight(screenOver({ x: 0.3, y: 0.6 }, broughtBefore(view, far), size, frame, plainLook), frame)).toBe(true)
  expect(isInSight(screenOver({ x: 0.51, y: 0.49 }, view, size, frame, plainLook), frame)).toBe(true)
})

test('an image has its own pins, by their numbers', () => {
  const pin = (number: number, imageId: string) => ({ number, place: { imageId, frame: 0, x: 1, y: 1 }, draft: false })
  expect(pinsOn([pin(3, 'a'), pin(2, 'b'), pin(1, 'a')], { id: 'a' }).map(({ number }) => number)).toEqual([1, 3])
})

test('a finger is on the nearest pin, and on none that is too far', () => {
  const pins = [{ at: { x: 0, y: 0 } }, { at: { x: 20, y: 0 } }]
  expect(pinUnder(pins, { x: 14, y: 3 }, 24)).toBe(pins[1])
  expect(pinUnder(pins, { x: 0, y: 40 }, 24)).toBeNull()
  expect(pinUnder([], { x: 0, y: 0 }, 24)).toBeNull()
})
