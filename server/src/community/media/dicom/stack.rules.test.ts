import { array, assert, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { fitsWith, inOrder, joinedBoxes, lookedInAll, type StackFile, stackOf } from './stack.rules.ts'

const file = (more: Partial<StackFile> = {}): StackFile => ({
  frames: 1,
  rows: 8,
  columns: 8,
  colour: false,
  bits: 16,
  signed: true,
  inverse: false,
  modality: 'CT',
  slope: 1,
  intercept: 0,
  window: null,
  range: [0, 10],
  spacing: { row: 1, column: 1, plane: 'patient' },
  rate: null,
  instance: 1,
  along: 0,
  banners: [],
  ...more,
})

test('slices lie as they lie in the patient; where one does not say it, all go by their numbers', () => {
  expect(inOrder([file({ along: 5, instance: 1 }), file({ along: -5, instance: 2 })]).map(({ along }) => along)).toEqual([-5, 5])
  expect(inOrder([file({ along: 5, instance: 2 }), file({ along: null, instance: 1 })]).map(({ instance }) => instance)).toEqual([1, 2])
  expect(inOrder([file({ along: 5, instance: 2 }), file({ along: 5, instance: 1 })]).map(({ instance }) => instance)).toEqual([1, 2])
})

test('one frame is laid over another only where both are of one kind and size', () => {
  expect(fitsWith(file(), file({ instance: 9, range: [1, 2] }))).toBe(true)
  for (const other of [
    { rows: 9 },
    { colour: true },
    { bits: 8 as const },
    { signed: false },
    { inverse: true },
    { modality: 'MR' as const },
  ])
    expect(fitsWith(file(), file(other))).toBe(false)
})

test('a stack knows its whole range in measured values, and one rescaling where one is enough', () => {
  expect(stackOf([file(), file({ range: [-5, 3] })])).toMatchObject({
    frames: 2,
    rescale: [{ slope: 1, intercept: 0 }],
    range: { least: -5, most: 10 },
  })
  expect(stackOf([file(), file({ slope: 2, frames: 2 })])).toMatchObject({
    rescale: [
      { slope: 1, intercept: 0 },
      { slope: 2, intercept: 0 },
      { slope: 2, intercept: 0 },
    ],
    range: { least: 0, most: 20 },
  })
  expect(stackOf([file(), file({ spacing: null })])?.spacing).toBeNull()
  expect(stackOf([])).toBeNull()
})

const size = { width: 100, height: 60 }
const boxes = array(
  record({
    x: integer({ min: -20, max: 120 }),
    y: integer({ min: -20, max: 80 }),
    width: integer({ min: 1, max: 40 }),
    height: integer({ min: 1, max: 40 }),
  }),
  { maxLength: 20 },
)

test('places found in several frames are joined where they are the same: whatever was covered stays covered, within the image', () => {
  assert(
    property(boxes, (found) => {
      const joined = joinedBoxes(found, size)
      const isCovered = (x: number, y: number, of: typeof joined) =>
        of.some((box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height)
      for (let y = 0; y < size.height; y += 3)
        for (let x = 0; x < size.width; x += 3) if (isCovered(x, y, found) && !isCovered(x, y, joined)) return false
      return joined.every((box) => box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height)
    }),
  )
  const [line, moved, next] = [
    { x: 10, y: 10, width: 40, height: 8 },
    { x: 12, y: 11, width: 40, height: 8 },
    { x: 10, y: 17, width: 40, height: 8 },
  ]
  expect(joinedBoxes([line, moved], size)).toEqual([{ x: 10, y: 10, width: 42, height: 9 }])
  expect(joinedBoxes([line, next], size)).toEqual([line, next])
})

test('a stack is wholly looked at when every one of its pictures is, and not at all when none is', () => {
  expect(lookedInAll(['whole', 'whole'])).toBe('whole')
  expect(lookedInAll(['whole', 'not'])).toBe('partly')
  expect(lookedInAll(['whole', 'partly'])).toBe('partly')
  expect(lookedInAll(['not', 'not'])).toBe('not')
})
