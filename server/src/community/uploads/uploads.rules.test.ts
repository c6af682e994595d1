import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uploadLimits } from '#contract/community/uploads.ts'
import { arrivedIn, placeOf, startsOf, whyNoPiece } from './uploads.rules.ts'

test('whatever is sent in whatever order, again and cut elsewhere, what is kept is the beginning of the file, whole', () => {
  const attempt = fc.record({ after: fc.nat(64), length: fc.integer({ min: 1, max: 24 }), onward: fc.boolean() })
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.array(attempt, { maxLength: 60 }), (file, attempts) => {
      let ends: readonly number[] = []
      const kept = new Map<number, Uint8Array>()
      for (const { after: anywhere, length, onward } of attempts) {
        const after = onward ? arrivedIn(ends) : anywhere
        const piece = file.slice(after, after + length)
        if (piece.length === 0 || placeOf(ends, { after, length: piece.length }) !== 'next') continue
        kept.set(after, piece)
        ends = [...ends, after + piece.length]
      }
      const whole = startsOf(ends).flatMap((after) => [...(kept.get(after) ?? [])])
      expect(whole).toEqual([...file.slice(0, arrivedIn(ends))])
    }),
  )
})

test('a piece is known again by where it begins and ends; one that overlaps or leaves a gap belongs nowhere', () => {
  const ends = [10, 30]
  expect(placeOf(ends, { after: 30, length: 5 })).toBe('next')
  expect(placeOf(ends, { after: 10, length: 20 })).toBe('here')
  expect(placeOf(ends, { after: 0, length: 10 })).toBe('here')
  for (const [after, length] of [
    [10, 10],
    [5, 5],
    [31, 5],
    [0, 30],
  ] as const)
    expect([after, length, placeOf(ends, { after, length })]).toEqual([after, length, 'elsewhere'])
  expect(placeOf([], { after: 1, length: 1 })).toBe('elsewhere')
})

test('a file ends where the largest may, and a member’s share where all that waits would be more', () => {
  const [largest, share] = [uploadLimits.megabytes * 1_000_000, uploadLimits.waitingMegabytes * 1_000_000]
  expect(whyNoPiece({ after: largest - 9, length: 9, waiting: largest - 9 })).toBeNull()
  expect(whyNoPiece({ after: largest - 9, length: 10, waiting: largest - 9 })).toBe('image.too-large')
  expect(whyNoPiece({ after: 0, length: 10, waiting: share - 10 })).toBeNull()
  expect(whyNoPiece({ after: 0, length: 10, waiting: share - 9 })).toBe('upload.too-much-waiting')
})
