import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dotsOf } from './dots.rules.ts'

describe('the dots of a handle', () => {
  it('are mixed from all its signs: the same handle gives the same dots', () => {
    expect(dotsOf('k7m2x')).toEqual(dotsOf('k7m2x'))
  })

  it('are all empty before there is a handle', () => {
    expect(dotsOf('')).toEqual(Array(9).fill(false))
    expect(dotsOf('····')).toEqual(Array(9).fill(false))
  })

  it('are nine, and tell most handles of a thread apart', () => {
    const alphabet = [...'bcdfghjkmnpqrstvwxz23456789']
    const handle = fc.array(fc.constantFrom(...alphabet), { minLength: 5, maxLength: 5 }).map((signs) => signs.join(''))
    fc.assert(
      fc.property(fc.uniqueArray(handle, { minLength: 40, maxLength: 40 }), (handles) => {
        const dots = handles.map(dotsOf)
        expect(dots.every((nine) => nine.length === 9)).toBe(true)
        expect(new Set(dots.map((nine) => nine.map(Number).join(''))).size).toBeGreaterThan(25)
      }),
    )
  })
})
