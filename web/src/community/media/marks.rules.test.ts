import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CoverShape } from '#contract/community/media.ts'
import { boxBetween, covers, decidedRest, firstOpen, marksFor, movedBox, placeInImage, strokeTo, toggled, viewOf } from './marks.rules.ts'
import { keepInSight } from './zoom.rules.ts'

const image = { width: 4000, height: 3000 }
const frame = { width: 390, height: 500 }
const found = [
  { x: 10, y: 10, width: 400, height: 60, kind: 'text' as const, kept: false },
  { x: 10, y: 2900, width: 100, height: 60, kind: 'face' as const, kept: true },
]

test('a found place is undecided until somebody says so; one that may stay stays decided', () => {
  const marks = marksFor({ boxes: found })
  expect(marks.decisions).toEqual(['open', 'keep'])
  expect(firstOpen(marks)).toBe(0)
  expect(firstOpen(decidedRest(marks, 'cover'))).toBeNull()
  expect(covers(decidedRest(marks, 'cover'))).toBe(1)
})

test('touched again and again a place is covered, left, covered', () => {
  const once = toggled(marksFor({ boxes: found }), 0)
  expect(once.decisions[0]).toBe('cover')
  expect(toggled(once, 0).decisions[0]).toBe('keep')
  expect(toggled(toggled(once, 0), 0).decisions[0]).toBe('cover')
})

test('the middle of the frame is the middle of the image until it is moved', () => {
  const at = placeInImage({ x: 0, y: 0 }, { scale: 1, x: 0, y: 0 }, image, frame)
  expect([at.x, at.y].map(Math.round)).toEqual([2000, 1500])
  const moved = placeInImage({ x: 39, y: 0 }, { scale: 2, x: 39, y: 0 }, image, frame)
  expect([moved.x, moved.y].map(Math.round)).toEqual([2000, 1500])
})

test('a found place is brought before the eyes, wherever it lies', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3900 }), fc.integer({ min: 0, max: 2900 }), (x, y) => {
      const box = { x, y, width: 100, height: 40 }
      const view = keepInSight(viewOf(box, image, frame), image, frame)
      const corner = placeInImage({ x: -frame.width / 2, y: -frame.height / 2 }, view, image, frame)
      const other = placeInImage({ x: frame.width / 2, y: frame.height / 2 }, view, image, frame)
      expect(x + 50).toBeGreaterThan(corner.x)
      expect(x + 50).toBeLessThan(other.x)
      expect(y + 20).toBeGreaterThan(corner.y)
      expect(y + 20).toBeLessThan(other.y)
    }),
  ))

test('a rectangle is the same from whichever corner it is drawn', () => {
  const [one, other] = [
    { x: 100.2, y: 50 },
    { x: 20, y: 90.7 },
  ]
  expect(boxBetween(one, other)).toEqual(boxBetween(other, one))
  expect(boxBetween(one, other)).toEqual({ kind: 'box', x: 20, y: 50, width: 81, height: 41 })
})

test('a stroke takes only points that change it', () => {
  const stroke = { kind: 'brush', width: 40, points: [[0, 0]] } as Extract<CoverShape, { kind: 'brush' }>
  expect(strokeTo(stroke, { x: 5, y: 5 })).toBe(stroke)
  expect(strokeTo(stroke, { x: 30, y: 0 })).toEqual({ ...stroke, points: [...stroke.points, [30, 0]] })
})

test('with the keys a rectangle never leaves the image, and at its edge keeps its size', () => {
  const box = { kind: 'box', x: 1900, y: 1400, width: 200, height: 100 } as const
  expect(movedBox(box, 'down', { by: 5000, size: false }, image)).toEqual({ ...box, y: 2900 })
  expect(movedBox(box, 'left', { by: 5000, size: true }, image)).toEqual({ ...box, width: 4 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('left', 'right', 'up', 'down'), fc.boolean(), fc.integer({ min: 1, max: 900 })), { maxLength: 30 }),
      (moves) => {
        let moved = { kind: 'box', x: 1900, y: 1400, width: 200, height: 100 } as Extract<CoverShape, { kind: 'box' }>
        for (const [move, size, by] of moves) moved = movedBox(moved, move, { by, size }, image) as typeof moved
        return (
          moved.x >= 0 &&
          moved.y >= 0 &&
          moved.width > 0 &&
          moved.height > 0 &&
          moved.x + moved.width <= 4000 &&
          moved.y + moved.height <= 3000
        )
      },
    ),
  )
})
