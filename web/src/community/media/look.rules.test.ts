import { expect, test } from 'vitest'
import { filterOf, lit, placeUnturned, plainLook, sizeOf, turned } from './look.rules.ts'

test('four turns are none, and a lying image stands after one', () => {
  expect(turned(turned(turned(turned(plainLook))))).toEqual(plainLook)
  expect(sizeOf({ width: 400, height: 300 }, turned(plainLook))).toEqual({ width: 300, height: 400 })
})

test('light and contrast stay within what can be seen', () => {
  let look = plainLook
  for (let step = 0; step < 50; step += 1) look = lit(look, { brightness: 0.2, contrast: -0.2 })
  expect(look).toMatchObject({ brightness: 3, contrast: 0.3 })
})

test('an image that is not changed has no filter', () => {
  expect(filterOf(plainLook)).toBe('none')
  expect(filterOf({ ...plainLook, inverted: true, contrast: 1.4 })).toBe('invert(1) contrast(1.4)')
})

test('what stands in a corner after a turn is found where it was before', () => {
  const corner = { x: 0, y: 1 }
  expect(placeUnturned({ x: 0, y: 0 }, turned(plainLook))).toEqual(corner)
  expect(placeUnturned({ x: 1, y: 0 }, turned(turned(plainLook)))).toEqual(corner)
  expect(placeUnturned({ x: 1, y: 1 }, turned(turned(turned(plainLook))))).toEqual(corner)
  expect(placeUnturned(corner, plainLook)).toEqual(corner)
})
