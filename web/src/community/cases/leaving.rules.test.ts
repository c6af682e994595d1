import { expect, test } from 'vitest'
import { isToday, leavingOf, nextTime } from './leaving.rules.ts'

const at = (day: number, hours: number, minutes: number) => new Date(2026, 10, day, hours, minutes).getTime()

test('a time still to come is today, one that has passed is tomorrow', () => {
  const now = at(24, 15, 0)
  expect(nextTime('15:40', now)).toBe(new Date(at(24, 15, 40)).toISOString())
  expect(nextTime('15:00', now)).toBe(new Date(at(25, 15, 0)).toISOString())
  expect(nextTime('08:30', now)).toBe(new Date(at(25, 8, 30)).toISOString())
  expect(isToday(nextTime('15:40', now) ?? '', now)).toBe(true)
  expect(isToday(nextTime('08:30', now) ?? '', now)).toBe(false)
})

test('what is no time is none', () => {
  for (const typed of ['', '25:00', '1', 'noon']) expect(nextTime(typed, at(24, 15, 0))).toBeNull()
})

test('what is left is told in whole minutes, and a minute late the patient is gone', () => {
  const leaves = new Date(at(24, 15, 40)).toISOString()
  expect(leavingOf(leaves, at(24, 15, 0) + 20_000)).toEqual({ left: 40 * 60_000, gone: false })
  expect(leavingOf(leaves, at(24, 15, 40))).toEqual({ left: 0, gone: false })
  expect(leavingOf(leaves, at(24, 15, 42))).toEqual({ left: 0, gone: true })
})
