import { expect, test } from 'vitest'
import { Offline, Refused } from '../../platform/call.ts'
import { canRetry, progressed, roomFor, stillWanted, type Upload } from './photos.rules.ts'

const refused = (status: number, code: string) =>
  new Refused({ type: '', title: '', detail: '', status, code, params: {}, requestId: '' } as never)
const upload = (more: Partial<Upload>): Upload => ({ key: 'k', name: 'a.jpg', state: 'waiting', sent: 0, total: 10, ...more })

test('a photo the network stopped is tried again, one refused for what it is never', () => {
  expect(canRetry(new Offline())).toBe(true)
  expect(canRetry(refused(503, 'server.read-only'))).toBe(true)
  expect(canRetry(refused(429, 'request.too-many'))).toBe(true)
  expect(canRetry(refused(409, 'upload.piece-elsewhere'))).toBe(true)
  expect(canRetry(refused(422, 'upload.piece-damaged'))).toBe(true)
  expect(canRetry(refused(422, 'image.unreadable'))).toBe(false)
})

test('what has gone out is shown by bytes of the whole, and never jumps back', () => {
  let one = upload({})
  const shown = [3, 7, 4, 8, 12].map((bytes) => {
    one = progressed(one, bytes)
    return one
  })
  expect(shown.map(({ sent, state }) => [sent, state])).toEqual([
    [3, 'sending'],
    [7, 'sending'],
    [7, 'sending'],
    [8, 'sending'],
    [10, 'cleaning'],
  ])
})

test('a case waits for the photos that can still come, not for those refused', () => {
  const waiting = upload({ key: 'a' })
  const stopped = upload({ key: 'b', state: 'failed', error: new Offline() })
  const never = upload({ key: 'c', state: 'failed', error: refused(422, 'image.unreadable') })
  expect(stillWanted([waiting, stopped, never]).map(({ key }) => key)).toEqual(['a', 'b'])
})

test('of too many files those that find room are taken, and the rest is told', () => {
  expect(roomFor(15, { shown: 0, coming: 0, most: 12 })).toEqual({ taken: 12, left: 3 })
  expect(roomFor(2, { shown: 11, coming: 1, most: 12 })).toEqual({ taken: 0, left: 2 })
  expect(roomFor(1, { shown: 3, coming: 2, most: 12 })).toEqual({ taken: 1, left: 0 })
})
