import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNames, hoursOf, movedBy } from './rota.rules.ts'

test('a week begins on Monday, in either language, and its rows are four hours each', () => {
  expect(dayNames('en', 'long')[0]).toBe('Monday')
  expect(dayNames('es', 'long')[6]).toBe('domingo')
  expect([0, 5].map(hoursOf)).toEqual(['00–04', '20–24'])
})

test('a key moves to the next stretch, stays at an edge, and never leaves the week', () => {
  expect(movedBy('ArrowRight', 0)).toBe(6)
  expect(movedBy('ArrowDown', 0)).toBe(1)
  expect(movedBy('ArrowUp', 6)).toBe(6)
  expect(movedBy('End', 3)).toBe(39)
  expect(movedBy('Enter', 3)).toBeNull()
  const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 41 }), fc.constantFrom(...keys), (stretch, key) => {
      const to = movedBy(key, stretch) ?? -1
      expect(to).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(41)
    }),
  )
})
