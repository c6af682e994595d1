import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { openTextFinder } from './openTextFinder.ts'

const finder = openTextFinder()
afterAll(() => finder.stop())

const scan = (ink: string) =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#101010"/>
      <ellipse cx="320" cy="260" rx="160" ry="120" fill="#3a3a3a"/>
      <text x="20" y="30" font-family="DejaVu Sans" font-size="18" fill="${ink}">PEÑALVER GIL, Begoña</text></svg>`),
  )
    .webp()
    .toBuffer()

test('a name burned into a scan is found where it stands, and nothing elsewhere', { timeout: 120_000 }, async () => {
  const boxes = await finder.find(await scan('#f0f0f0'))
  expect(boxes).toHaveLength(1)
  const [box] = boxes
  expect(box?.x).toBeLessThanOrEqual(21)
  expect(box?.y).toBeLessThanOrEqual(17)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(215)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThanOrEqual(33)
})

test('what is no image fails by itself, and the next one is read', { timeout: 120_000 }, async () => {
  await expect(finder.find(Buffer.from('no image'))).rejects.toThrow()
  expect(await finder.find(await scan('#101010'))).toEqual([])
})

test.each([
  ['time', { milliseconds: 1, megabytes: 1_500, idle: 1_000 }, 'no answer within 1 ms'],
  ['memory', { milliseconds: 60_000, megabytes: 20, idle: 1_000 }, 'the reader ended with 9'],
])('a reader that takes more %s than it is given is ended, and says so', { timeout: 120_000 }, async (_what, limits, reason) => {
  const bounded = openTextFinder(limits)
  await expect(bounded.find(await scan('#f0f0f0'))).rejects.toThrow(reason)
  await bounded.stop()
})
