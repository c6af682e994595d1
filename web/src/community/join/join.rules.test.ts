import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrived, isSameWord, type Joining, placesToCheck, stepOf } from './join.rules.ts'

const enter = { step: 'enter', label: 'cardiology.GB', period: 3, k: 61, epoch: 23 } as const
const signed = { step: 'signed', root: 'r', renewal: 'n', label: 'l', code: 'cardiology.GB', epoch: 23, period: 3 } as const
const fresh: Joining = { seed: 's', asked: { code: 'cardiology.GB', period: 3, epoch: 23, k: 61 }, written: false, tickets: null }
const written = { ...fresh, written: true }
const tickets = { root: 'r', renewal: 'n', label: 'l' }

describe('joining', () => {
  it('goes from words to signature to device', () => {
    expect(stepOf(null, enter, false)).toBe('words')
    expect(stepOf(fresh, null, false)).toBe('words')
    expect(stepOf(written, null, false)).toBe('signature')
    expect(stepOf({ ...written, tickets }, null, false)).toBe('device')
  })

  it('begins nowhere by itself', () => {
    expect(stepOf(null, null, false)).toBe('nothing')
  })

  it('asks whose it is before it goes on in a browser where somebody began', () => {
    expect(stepOf(written, enter, false)).toBe('whose')
    expect(stepOf(written, enter, true)).toBe('signature')
  })

  it('needs the words when signatures come back to a browser that did not ask', () => {
    expect(stepOf(null, signed, false)).toBe('words-elsewhere')
  })

  it('takes what the registrar brings, and forgets tickets for what was asked before', () => {
    expect(arrived({ ...written, asked: null, tickets }, { ...enter, label: 'doctor.world' })).toEqual({
      ...written,
      asked: { code: 'doctor.world', period: 3, epoch: 23, k: 61 },
      tickets: null,
    })
    expect(arrived(written, signed)).toEqual(written)
    expect(arrived({ ...written, asked: null }, signed).asked).toEqual({ code: 'cardiology.GB', period: 3, epoch: 23, k: null })
  })
})

describe('the check of two words', () => {
  it('asks for two different places from 1 to 12, in order', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2, maxLength: 2 }), (bytes) => {
        const [one, other] = placesToCheck(bytes)
        expect(one).toBeGreaterThanOrEqual(1)
        expect(one).toBeLessThan(other)
        expect(other).toBeLessThanOrEqual(12)
      }),
    )
  })

  it('takes a word in capitals and with spaces, and no other', () => {
    expect(isSameWord(' Ability ', 'ability')).toBe(true)
    expect(isSameWord('abilit', 'ability')).toBe(false)
    expect(isSameWord('', undefined)).toBe(false)
  })
})
