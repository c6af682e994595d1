import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dotsOf } from './dots.rules.ts'

describe('the dots of a handle', () => {
  it('are its first nine bits', () => {
    expect(dotsOf('b41c').map(Number).join('')).toBe('101101000')
  })

  it('are all empty before there is a handle', () => {
    expect(dotsOf('')).toEqual(Array(9).fill(false))
    expect(dotsOf('····')).toEqual(Array(9).fill(false))
  })

  it('differ when the first bits differ and are always nine', () => {
    const handle = fc.integer({ min: 0, max: 0xffff })
    fc.assert(
      fc.property(handle, handle, (one, other) => {
        const [a, b] = [one, other].map((number) => dotsOf(number.toString(16).padStart(4, '0')))
        expect(a).toHaveLength(9)
        expect(JSON.stringify(a) === JSON.stringify(b)).toBe(one >> 7 === other >> 7)
      }),
    )
  })
})
