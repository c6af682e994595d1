import { expect, test, vi } from 'vitest'
import { freeShare, isTooFullToWrite, watchDiskSpace } from './diskSpace.ts'

test('below a tenth free is too full to write', () => {
  expect(isTooFullToWrite(0.0999)).toBe(true)
  expect(isTooFullToWrite(0.1)).toBe(false)
})

test('the free share of a real disk lies between nothing and all', async () => {
  const share = await freeShare(import.meta.dirname)
  expect(share).toBeGreaterThan(0)
  expect(share).toBeLessThanOrEqual(1)
})

test('writing stops when the disk fills, resumes when it has room, and each is said once', async () => {
  vi.useFakeTimers()
  const shares = [0.5, 0.05, 0.05, 0.4]
  const lines: string[] = []
  const watch = await watchDiskSpace({ folder: '/', every: 1000, look: async () => shares.shift() ?? 1, log: (line) => lines.push(line) })
  const states = [watch.isReadOnly()]
  for (let second = 0; second < 3; second += 1) {
    await vi.advanceTimersByTimeAsync(1000)
    states.push(watch.isReadOnly())
  }
  watch.stop()
  vi.useRealTimers()
  expect(states).toEqual([false, true, true, false])
  expect(lines).toEqual(['Only 5 % of the disk is free: reading only.', 'The disk has room again: writing resumes.'])
})
