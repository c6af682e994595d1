import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64url } from './base64url.ts'
import {
  endOfNextQuarter,
  epochOf,
  epochStart,
  isStillValid,
  mayHandIn,
  type PeriodicKind,
  periodOf,
  periodStart,
  periodsToDeposit,
  periodToSign,
  quarterOf,
  quarterStart,
  type TicketClaim,
  ticketMessage,
} from './tickets.rules.ts'

const root = new Uint8Array(32).fill(5)
const rootKey = toBase64url(root)
const at = (text: string) => new Date(text)
const plus = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds)
const day = 24 * 60 * 60 * 1000

describe('what a ticket says', () => {
  it('is exactly these bytes', () => {
    const said = (claim: TicketClaim, before: Uint8Array) =>
      expect(bytesToHex(ticketMessage(claim, rootKey))).toBe(bytesToHex(sha256(concatBytes(before, root))))
    said({ kind: 'root', period: 0 }, utf8ToBytes('root'))
    said({ kind: 'renewal', period: 258 }, concatBytes(utf8ToBytes('renewal'), hexToBytes('00000102')))
    said(
      { kind: 'label', period: 3, label: 'doctor.world' },
      concatBytes(utf8ToBytes('label'), hexToBytes('00000003'), hexToBytes('0c'), utf8ToBytes('doctor.world')),
    )
  })

  it('differs for every claim and every root', () => {
    const claims: TicketClaim[] = [
      { kind: 'root', period: 0 },
      { kind: 'renewal', period: 0 },
      { kind: 'renewal', period: 1 },
      { kind: 'label', period: 0, label: 'doctor.world' },
      { kind: 'label', period: 1, label: 'doctor.world' },
      { kind: 'label', period: 0, label: 'doctor.europe' },
    ]
    const messages = claims.flatMap((claim) => [rootKey, toBase64url(root.with(0, 6))].map((key) => bytesToHex(ticketMessage(claim, key))))
    expect(new Set(messages).size).toBe(claims.length * 2)
  })

  it('is nothing without a whole root key, or before epoch 0', () => {
    expect(() => ticketMessage({ kind: 'root', period: 0 }, 'AAAA')).toThrow('32 bytes')
    expect(() => ticketMessage({ kind: 'renewal', period: -1 }, rootKey)).toThrow()
  })
})

const anInstant = fc.date({ min: at('2025-12-29T00:00:00Z'), max: at('2100-01-01T00:00:00Z'), noInvalidDate: true })
const aKind = fc.constantFrom<PeriodicKind>('renewal', 'label')

describe('periods', () => {
  it('hold every instant exactly once: from its own beginning to before the next', () => {
    fc.assert(
      fc.property(aKind, anInstant, (kind, instant) => {
        const period = periodOf(kind, instant)
        expect(period).toBeGreaterThanOrEqual(kind === 'renewal' ? 0 : -1)
        expect(periodStart(kind, period) <= instant && instant < periodStart(kind, period + 1)).toBe(true)
        expect(periodOf(kind, periodStart(kind, period))).toBe(period)
      }),
    )
  })

  it('of 14 days begin on Mondays, the first in the week of New Year 2026', () => {
    expect(epochStart(0).toISOString()).toBe('2025-12-29T00:00:00.000Z')
    expect(epochOf(at('2026-01-11T23:59:59.999Z'))).toBe(0)
    expect(epochOf(at('2026-01-12T00:00:00Z'))).toBe(1)
    expect(epochOf(at('2025-12-28T23:59:59Z'))).toBe(-1)
    expect(Array.from({ length: 100 }, (_, epoch) => epochStart(epoch).getUTCDay())).toEqual(Array(100).fill(1))
  })

  it('of a quarter follow the calendar', () => {
    expect(quarterOf(at('2026-01-01T00:00:00Z'))).toBe(0)
    expect(quarterOf(at('2026-03-31T23:59:59.999Z'))).toBe(0)
    expect(quarterOf(at('2027-04-01T00:00:00Z'))).toBe(5)
    expect(quarterStart(5).toISOString()).toBe('2027-04-01T00:00:00.000Z')
  })
})

describe('the end of next quarter', () => {
  it('is two quarter beginnings away, over New Year too', () => {
    expect(endOfNextQuarter(at('2026-02-14T12:00:00Z')).toISOString()).toBe('2026-07-01T00:00:00.000Z')
    expect(endOfNextQuarter(at('2026-12-31T23:59:59Z')).toISOString()).toBe('2027-04-01T00:00:00.000Z')
    expect(endOfNextQuarter(at('2027-01-01T00:00:00Z')).toISOString()).toBe('2027-07-01T00:00:00.000Z')
  })
})

describe('one sitting', () => {
  it('deposits every epoch from now to the end of next quarter, and two quarters of labels', () => {
    fc.assert(
      fc.property(anInstant, (now) => {
        const epochs = periodsToDeposit('renewal', now)
        expect(epochs[0]).toBe(epochOf(now))
        expect(epochs.length).toBeGreaterThanOrEqual(7)
        expect(epochs.length).toBeLessThanOrEqual(15)
        expect(epochStart(epochs.at(-1)! + 1) >= endOfNextQuarter(now)).toBe(true)
        expect(epochStart(epochs.at(-1)!) < endOfNextQuarter(now)).toBe(true)
        expect(periodsToDeposit('label', now)).toEqual([quarterOf(now), quarterOf(now) + 1])
      }),
    )
  })
})

describe('signing', () => {
  it('is due two days before a period begins, not earlier', () => {
    const start = epochStart(9)
    expect(periodToSign('renewal', plus(start, -2 * day - 1))).toBe(8)
    expect(periodToSign('renewal', plus(start, -2 * day))).toBe(9)
    expect(periodToSign('renewal', plus(start, 11 * day))).toBe(9)
  })
})

describe('membership', () => {
  it('lasts to the end of its epoch and one day more, for clocks', () => {
    const end = epochStart(10)
    expect(isStillValid('renewal', 9, plus(end, day - 1))).toBe(true)
    expect(isStillValid('renewal', 9, plus(end, day))).toBe(false)
  })

  it('of a doctor struck off ends within 17 days of the registrar knowing', () => {
    fc.assert(
      fc.property(anInstant, (struckOff) => {
        const lastSigned = periodToSign('renewal', struckOff)
        expect(isStillValid('renewal', lastSigned, plus(struckOff, 17 * day))).toBe(false)
      }),
    )
  })

  it('takes a ticket from when it is signed to when it ends, give or take a day', () => {
    const start = epochStart(9)
    const end = epochStart(10)
    expect(mayHandIn('renewal', 9, plus(start, -3 * day - 1))).toBe(false)
    expect(mayHandIn('renewal', 9, plus(start, -3 * day))).toBe(true)
    expect(mayHandIn('renewal', 9, plus(end, day - 1))).toBe(true)
    expect(mayHandIn('renewal', 9, plus(end, day))).toBe(false)
    expect(mayHandIn('label', 4, plus(quarterStart(4), -3 * day))).toBe(true)
    expect(mayHandIn('label', 4, plus(quarterStart(5), day))).toBe(false)
  })

  it('never lapses for who hands in the next ticket as soon as it is signed', () => {
    fc.assert(
      fc.property(aKind, anInstant, (kind, now) => {
        expect(mayHandIn(kind, periodToSign(kind, now), now)).toBe(true)
        expect(isStillValid(kind, periodToSign(kind, now), plus(now, 2 * day))).toBe(true)
      }),
    )
  })
})
