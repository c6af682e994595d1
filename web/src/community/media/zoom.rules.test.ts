import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factorText, fitSize, fitted, keepInSight, realScale, swipeTurns, zoomAbout } from './zoom.rules.ts'

const image = { width: 2000, height: 1000 }
const frame = { width: 400, height: 800 }

test('an image fits its frame and is never blown up by fitting', () => {
  expect(fitSize(image, frame)).toEqual({ width: 400, height: 200 })
  expect(fitSize({ width: 100, height: 50 }, frame)).toEqual({ width: 100, height: 50 })
  expect(realScale(image, frame)).toBe(5)
  expect(realScale({ width: 100, height: 50 }, frame)).toBe(1)
})

test('a fitted image does not move; an enlarged one moves to its edge', () => {
  expect(keepInSight({ scale: 1, x: 90, y: -90 }, image, frame)).toEqual(fitted)
  expect(keepInSight({ scale: 2, x: 999, y: 999 }, image, frame)).toEqual({ scale: 2, x: 200, y: 0 })
})

test('what lies under the finger stays there while zooming in', () => {
  const about = { x: 60, y: 0 }
  const view = zoomAbout(fitted, 4, about, image, frame)
  expect((about.x - view.x) / view.scale).toBeCloseTo(60)
})

test('no view shows less than the fitted image or a gap that could be closed', () =>
  fc.assert(
    fc.property(
      fc.record({
        scale: fc.double({ min: 1, max: 8, noNaN: true }),
        x: fc.integer({ min: -3000, max: 3000 }),
        y: fc.integer({ min: -3000, max: 3000 }),
      }),
      fc.double({ min: 0.1, max: 50, noNaN: true }),
      fc.record({ x: fc.integer({ min: -200, max: 200 }), y: fc.integer({ min: -400, max: 400 }) }),
      (view, scale, about) => {
        const next = zoomAbout(keepInSight(view, image, frame), scale, about, image, frame)
        const fit = fitSize(image, frame)
        const gap = frame.width / 2 - (fit.width * next.scale) / 2 + Math.abs(next.x)
        return next.scale >= 1 && next.scale <= 20 && gap <= 1e-6 + Math.max(0, frame.width / 2 - (fit.width * next.scale) / 2)
      },
    ),
  ))

test('a long or quick swipe turns the page, a short, slow or steep one does not', () => {
  expect(swipeTurns(-150, 10, 900, frame)).toBe(1)
  expect(swipeTurns(60, 5, 90, frame)).toBe(-1)
  expect(swipeTurns(-60, 5, 900, frame)).toBe(0)
  expect(swipeTurns(-150, 140, 200, frame)).toBe(0)
})

test('a factor is told with at most one decimal', () => {
  expect([1, 1.44, 2.96].map((scale) => factorText(scale, ','))).toEqual(['1', '1,4', '3'])
})
