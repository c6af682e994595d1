import fc from 'fast-check'
import { expect, test } from 'vitest'
import { between, waitOf, waitText } from './waiting.rules.ts'

const minutes = (count: number) => count * 60_000
const text = (milliseconds: number) => waitText(milliseconds, 'under 1 min').replaceAll('\u00a0', ' ')

test('a wait is told in minutes, then hours and minutes, then hours, then days', () => {
  expect(text(minutes(16))).toBe('16 min')
  expect(text(minutes(59) + 59_999)).toBe('59 min')
  expect(text(minutes(60))).toBe('1 h')
  expect(text(minutes(65))).toBe('1 h 05')
  expect(text(minutes(9 * 60 + 59))).toBe('9 h 59')
  expect(text(minutes(19 * 60 + 12))).toBe('19 h')
  expect(text(minutes(47 * 60 + 59))).toBe('47 h')
  expect(text(minutes(51 * 60))).toBe('2 d')
})

test('only minutes stand apart from their unit', () => {
  expect(waitOf(minutes(16))).toEqual({ figure: '16', unit: 'min' })
  expect(waitOf(minutes(65))).toEqual({ figure: '1\u00a0h\u00a005', unit: '' })
})

test('under a minute there is no figure', () => {
  expect(waitOf(59_999)).toBeNull()
  expect(text(0)).toBe('under 1 min')
})

test('a figure never breaks from its unit at the end of a line', () =>
  fc.assert(fc.property(fc.integer({ min: 60_000, max: 400 * 86_400_000 }), (wait) => !waitText(wait, '').includes(' '))))

test('a clock that is behind makes no negative wait', () => {
  expect(between('2026-01-01T10:00:00Z', '2026-01-01T10:04:00Z')).toBe(minutes(4))
  expect(between('2026-01-01T10:00:00Z', Date.parse('2026-01-01T09:59:00Z'))).toBe(0)
})
