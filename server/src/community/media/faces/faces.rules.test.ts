import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inImage, joinedFaces, viewsOf } from './faces.rules.ts'

const size = { width: 4_000, height: 3_000 }
const face = { x: 100, y: 200, width: 60, height: 80, score: 0.9 }

test('a small image is looked at whole, upright first and then turned; a large one in parts, too, that lie over each other', () => {
  expect(viewsOf({ width: 640, height: 480 }).map(({ turn }) => turn)).toEqual([0, 90, 270, 180])
  const views = viewsOf(size)
  expect(views[0]).toEqual({ x: 0, y: 0, ...size, turn: 0 })
  expect(views.slice(1, 5)).toEqual([
    { x: 0, y: 0, width: 2_500, height: 1_875, turn: 0 },
    { x: 0, y: 1_125, width: 2_500, height: 1_875, turn: 0 },
    { x: 1_500, y: 0, width: 2_500, height: 1_875, turn: 0 },
    { x: 1_500, y: 1_125, width: 2_500, height: 1_875, turn: 0 },
  ])
})

test('what is seen in a turned view lies where it lay before', () => {
  const view = { x: 10, y: 20, width: 300, height: 200 }
  const corner = { x: 0, y: 0, width: 30, height: 40 }
  expect(inImage(corner, { ...view, turn: 0 })).toEqual({ x: 10, y: 20, width: 30, height: 40 })
  // Turned clockwise, what was below on the left is above on the left.
  expect(inImage(corner, { ...view, turn: 90 })).toEqual({ x: 10, y: 190, width: 40, height: 30 })
  expect(inImage(corner, { ...view, turn: 180 })).toEqual({ x: 280, y: 180, width: 30, height: 40 })
  expect(inImage(corner, { ...view, turn: 270 })).toEqual({ x: 270, y: 20, width: 40, height: 30 })
})

test('a face that two views saw is offered once, as the surer one saw it, with a margin; two faces are two', () => {
  expect(joinedFaces([{ ...face, x: 105, score: 0.6 }, face], size)).toEqual([{ x: 91, y: 188, width: 78, height: 104 }])
  expect(joinedFaces([face, { ...face, x: 170 }], size)).toHaveLength(2)
})

test('every face lies within the image and covers what was seen of it there', () =>
  fc.assert(
    fc.property(
      fc.record({
        x: fc.integer({ min: -50, max: 3_990 }),
        y: fc.integer({ min: -50, max: 2_990 }),
        width: fc.constant(60),
        height: fc.constant(80),
      }),
      (seen) => {
        const [box] = joinedFaces([{ ...seen, score: 1 }], size)
        expect(box).toBeDefined()
        if (!box) return
        expect(box.x).toBe(Math.max(0, seen.x - 9))
        expect(box.x + box.width).toBe(Math.min(size.width, seen.x + 69))
        expect(box.y + box.height).toBeLessThanOrEqual(size.height)
        expect(box.y).toBeLessThanOrEqual(Math.max(0, seen.y))
      },
    ),
  ))
