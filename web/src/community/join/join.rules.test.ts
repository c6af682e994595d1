import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { epochOf, quarterOf } from '#tickets/tickets.rules.ts'
import { arrived, isSameWord, type Joining, opened, placesToCheck, stepOf } from './join.rules.ts'

const rungs = [{ code: 'cardiology.GB', period: 3 }]
const enter = { step: 'enter', how: 'now', label: 'cardiology.GB', period: 3, k: 61, epoch: 23, rungs, from: 0 } as const
const signed = { step: 'signed', root: 'r', renewal: 'n', label: 'l', code: 'cardiology.GB', epoch: 23, period: 3 } as const
const asked = { code: 'cardiology.GB', period: 3, epoch: 23, how: 'now', k: 61, rungs, from: 0 } as const
const fresh: Joining = { seed: 's', asked, pending: [], group: null, written: false, tickets: null }
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
      asked: { ...asked, code: 'doctor.world' },
      tickets: null,
    })
    expect(arrived(written, signed)).toEqual(written)
    expect(arrived({ ...written, asked: null }, signed).asked).toEqual({ ...asked, k: null, rungs: [] })
  })

  it('waits for its group, whoever closes the page, and goes on with what was signed then', () => {
    const group = { size: 4, minimum: 10, next: 1, latest: 2 }
    const waiting: Joining = { ...written, asked: { ...asked, how: 'group' }, group }
    expect(stepOf(waiting, null, false)).toBe('waiting')
    const now = new Date('2026-11-24T03:00:00Z')
    const root = { claim: { kind: 'root', period: 0 }, ticket: 'r' } as const
    const renewal = { claim: { kind: 'renewal', period: epochOf(now) }, ticket: 'n' } as const
    const label = { claim: { kind: 'label', period: quarterOf(now), label: 'cardiology.world' }, ticket: 'l' } as const
    expect(opened(waiting, [root, renewal], now)).toBeNull()
    const early = { ...renewal, claim: { ...renewal.claim, period: epochOf(now) + 3 } }
    expect(opened(waiting, [root, early, label], now)).toBeNull()
    const entered = opened(waiting, [root, renewal, label], now)
    expect(entered).toMatchObject({ tickets, group: null, pending: [], asked: { code: 'cardiology.world', epoch: epochOf(now) } })
    expect(stepOf(entered, null, false)).toBe('device')
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
