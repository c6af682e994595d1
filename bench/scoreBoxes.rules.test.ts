import { expect, test } from 'vitest'
import { scoreBoxes } from './scoreBoxes.rules.ts'

const line = { x: 100, y: 100, width: 200, height: 20 }

test('a line counts as caught when it lies under boxes, one or several', () => {
  expect(scoreBoxes([line], [{ x: 95, y: 95, width: 210, height: 30 }])).toEqual({ lines: 1, caught: 1, boxes: 1, right: 1 })
  const halves = [
    { x: 95, y: 95, width: 105, height: 30 },
    { x: 200, y: 95, width: 105, height: 30 },
  ]
  expect(scoreBoxes([line], halves)).toMatchObject({ caught: 1, right: 2 })
  expect(scoreBoxes([line], halves.slice(1))).toMatchObject({ caught: 0, right: 1 })
})

test('a box beside every line is wrong', () => {
  expect(scoreBoxes([line], [{ x: 400, y: 400, width: 50, height: 50 }])).toEqual({ lines: 1, caught: 0, boxes: 1, right: 0 })
})
