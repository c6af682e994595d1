import fc from 'fast-check'
import { expect, test } from 'vitest'
import { days, hours, later } from '../../platform/time.ts'
import { freeAt, mayAsk } from './budget.rules.ts'

const start = new Date('2026-11-24T03:00:00Z')
const budgets = fc.record({ perDay: fc.integer({ min: 1, max: 20 }), perWeek: fc.integer({ min: 1, max: 20 }) })

/** Asks whenever the bucket allows, at these waits one after the other. */
const askedAt = (waits: readonly number[], budget: { perDay: number; perWeek: number }): readonly Date[] => {
  let now = start
  const asked: Date[] = []
  for (const wait of waits) {
    now = later(now, wait)
    if (mayAsk(asked, budget, now)) asked.push(now)
  }
  return asked
}

test('however they are asked, nobody is asked more often than they chose in any day or any week', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 14 * hours }), { maxLength: 120 }), budgets, (waits, budget) => {
      const asked = askedAt(waits, budget)
      for (const from of asked) {
        const within = (span: number) => asked.filter((at) => at >= from && at.getTime() < from.getTime() + span).length
        if (within(days) > budget.perDay || within(7 * days) > budget.perWeek) return false
      }
      return true
    }),
  )
})

test('when the next token is said to be back, it is, and a moment before it is not', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 14 * hours }), { maxLength: 60 }), budgets, (waits, budget) => {
      const asked = askedAt(waits, budget)
      const now = asked.at(-1) ?? start
      const free = freeAt(asked, budget, now)
      if (!free) return false
      return mayAsk(asked, budget, free) && (free.getTime() === now.getTime() || !mayAsk(asked, budget, later(free, -1)))
    }),
  )
})

test('who chose never to be asked never is', () => {
  expect(freeAt([], { perDay: 0, perWeek: 0 }, start)).toBeNull()
  expect(mayAsk([], { perDay: 2, perWeek: 0 }, start)).toBe(false)
})
