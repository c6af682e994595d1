import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxesOf, isWord, type Line, scaleOf, type Word } from './burnedIn.rules.ts'

const size = { width: 1_000, height: 800 }
const word = (text: string, x: number, y: number, more: Partial<Word> = {}): Word => ({
  text,
  confidence: 90,
  x,
  y,
  width: text.length * 10,
  height: 16,
  ...more,
})
const line = (...words: readonly [Word, ...Word[]]): Line => ({ place: words[0], words })

test('the words of a line are one place, lines are places of their own, and both have a margin', () => {
  const boxes = boxesOf([line(word('Peñalver', 100, 20)), line(word('José', 190, 21)), line(word('12345', 100, 60))], size)
  expect(boxes).toEqual([
    { x: 96, y: 16, width: 138, height: 25 },
    { x: 96, y: 56, width: 58, height: 24 },
  ])
})

test('words of a line with a colon and a space between them are one place, columns are two', () => {
  expect(boxesOf([line(word('nac', 100, 20)), line(word('Cruz', 168, 20))], size)).toEqual([{ x: 96, y: 16, width: 116, height: 24 }])
  expect(boxesOf([line(word('nac', 100, 20)), line(word('Cruz', 178, 20))], size)).toHaveLength(2)
})

test('what was met twice is offered once', () => {
  expect(boxesOf([line(word('Peñalver', 100, 20)), line(word('Penalver', 101, 19))], size)).toHaveLength(1)
})

test('of a place in which one word was read all is offered, of one in which none was nothing', () => {
  const place = { x: 100, y: 20, width: 300, height: 16 }
  expect(
    boxesOf([{ place, words: [word('Peñalver', 100, 20), word('~', 220, 20), word('Ifgio', 240, 20, { confidence: 9 })] }], size),
  ).toEqual([{ x: 96, y: 16, width: 308, height: 24 }])
  expect(boxesOf([{ place, words: [word('Ifgio', 240, 20, { confidence: 9 })] }], size)).toEqual([])
})

test('at the border a word counts in doubt; on the picture it has to read like one; signs that stand alone do not', () => {
  expect(isWord(word('OB1', 20, 10, { confidence: 52 }), size)).toBe(true)
  expect(isWord(word('OB1', 500, 400, { confidence: 52 }), size)).toBe(false)
  expect(isWord(word('M', 20, 10), size)).toBe(false)
  expect(isWord(word('~-=', 20, 10), size)).toBe(false)
  expect(isWord(word('abc', 20, 10, { width: 300, height: 20 }), size)).toBe(false)
})

test('a sign beside a word belongs to it', () => {
  expect(boxesOf([line(word('M', 80, 20)), line(word('Ruiz', 100, 20)), line(word('M', 80, 400))], size)).toEqual([
    { x: 76, y: 16, width: 68, height: 24 },
  ])
})

test('every place lies within the image, and every word taken for text lies in one', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 940 }), fc.integer({ min: 0, max: 780 })), { maxLength: 30 }), (places) => {
      const words = places.map(([x, y]) => word('Ruiz', x, y))
      const boxes = boxesOf(
        words.map((one) => line(one)),
        size,
      )
      const holds = (one: Word) =>
        boxes.some(
          (box) => box.x <= one.x && box.y <= one.y && box.x + box.width >= one.x + one.width && box.y + box.height >= one.y + one.height,
        )
      expect(boxes.every(({ x, y, width, height }) => x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height)).toBe(true)
      expect(words.every(holds)).toBe(true)
    }),
  ))

test('a small image is looked at larger, a large one never so large that it takes for ever', () => {
  expect(scaleOf({ width: 640, height: 480 })).toBe(2)
  const scale = scaleOf({ width: 4096, height: 3072 })
  expect(4096 * 3072 * scale * scale).toBeLessThanOrEqual(4_000_001)
})
