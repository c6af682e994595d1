import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uploadLimits } from '#contract/community/uploads.ts'
import { Offline, Refused } from '../../platform/call.ts'
import { leastPiece, mayPass, pauseAfter, pieceEnd, stepAfter } from './pieces.rules.ts'

const refused = (status: number, code: string) =>
  new Refused({ type: '', title: '', detail: '', status, code, params: {}, requestId: '' } as never)

test('on any line, with cuts anywhere, the pieces that pass are the file, each byte of it once', () => {
  const moment = fc.record({ bytesASecond: fc.integer({ min: 1_000, max: 20_000_000 }), cut: fc.boolean() })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000_000 }), fc.array(moment, { minLength: 1, maxLength: 40 }), (size, moments) => {
      let [after, step] = [0, leastPiece]
      for (let at = 0; after < size; at += 1) {
        const { bytesASecond, cut } = moments[at] ?? { bytesASecond: 1_000_000, cut: false }
        const end = pieceEnd({ after, size, step })
        expect(end - after).toBeGreaterThan(0)
        expect(end - after).toBeLessThanOrEqual(uploadLimits.pieceBytes)
        step = cut ? leastPiece : stepAfter(end - after, ((end - after) / bytesASecond) * 1_000)
        if (!cut) after = end
      }
      expect(after).toBe(size)
    }),
  )
})

test('a piece takes about three seconds: small on a bad line, large on a good one, which is learnt in steps', () => {
  const after = (bytes: number, kilobits: number) => stepAfter(bytes, (bytes * 8) / kilobits)
  expect(after(leastPiece, 64)).toBe(leastPiece)
  expect([leastPiece, 2 * leastPiece, 4 * leastPiece, 375_000].map((bytes) => after(bytes, 1_000))).toEqual([
    2 * leastPiece,
    4 * leastPiece,
    375_000,
    375_000,
  ])
  let step = leastPiece
  for (let pieces = 0; pieces < 6; pieces += 1) step = after(step, 100_000)
  expect(step).toBe(uploadLimits.pieceBytes)
  expect(stepAfter(leastPiece, 0)).toBe(2 * leastPiece)
})

test('the least piece passes on 64 kbit/s before a request or a patient sender gives up', () => {
  expect((leastPiece * 8) / 64_000).toBeLessThan(10)
})

test('after a cut it goes on by itself, for a while', () => {
  expect([1, 2, 3, 4].map(pauseAfter)).toEqual([1_000, 4_000, 15_000, null])
  expect(mayPass(new Offline())).toBe(true)
  expect(mayPass(refused(409, 'upload.piece-elsewhere'))).toBe(true)
  expect(mayPass(refused(422, 'upload.piece-damaged'))).toBe(true)
  expect(mayPass(refused(502, 'server.failed'))).toBe(true)
  expect(mayPass(refused(422, 'image.unreadable'))).toBe(false)
  expect(mayPass(refused(429, 'upload.too-much-waiting'))).toBe(false)
  expect(mayPass(new TypeError('a mistake of ours'))).toBe(false)
})
