import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatLabel, ladder } from '#tickets/labels.ts'
import type { ManifestEntry } from '#tickets/manifest.ts'
import { epochOf, epochStart, quarterOf, quarterStart } from '#tickets/tickets.rules.ts'
import { isLapsed, isNameValid, keysFor, labelOf, sessionThrough, whyNoRemoval, whyNoSettings } from './accounts.rules.ts'

const now = new Date('2026-11-24T03:00:00Z')
const epoch = epochOf(now)
const quarter = quarterOf(now)
const day = 24 * 60 * 60 * 1000
const at = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds)

const entry = (kind: ManifestEntry['kind'], period: number, label: string | null, issuedAtEpoch = 0): ManifestEntry => ({
  kind,
  period,
  label,
  issuedAtEpoch,
  publicKey: `${kind}${period}${label}`,
  hashOfPrevious: null,
})
const entries = [
  entry('root', 0, null),
  entry('renewal', epoch, null),
  entry('renewal', epoch + 1, null, epoch),
  entry('label', quarter, 'cardiology.GB'),
  entry('label', quarter, 'cardiology.ES', epoch),
  entry('root', 1, null, epoch),
]

describe('the keys a ticket may be signed with', () => {
  test('are, for a root, all there have been', () => {
    expect(keysFor({ kind: 'root', period: 0 }, entries, now).map(({ period }) => period)).toEqual([0, 1])
  })

  test('are, for a renewal, that of its epoch, from three days before it to one day after', () => {
    const open = (instant: Date) => keysFor({ kind: 'renewal', period: epoch + 1 }, entries, instant).length === 1
    expect(open(at(epochStart(epoch + 1), -3 * day))).toBe(true)
    expect(open(at(epochStart(epoch + 1), -3 * day - 1))).toBe(false)
    expect(open(at(epochStart(epoch + 2), day - 1))).toBe(true)
    expect(open(at(epochStart(epoch + 2), day))).toBe(false)
    expect(keysFor({ kind: 'renewal', period: epoch + 2 }, entries, epochStart(epoch + 2))).toEqual([])
  })

  test('are, for a label, that of its quarter and code, once it was listed an epoch before', () => {
    const keys = (label: string, period = quarter, instant = now) => keysFor({ kind: 'label', period, label }, entries, instant)
    expect(keys('cardiology.GB')).toEqual([entries[3]])
    expect(keys('cardiology.ES')).toEqual([])
    expect(keys('cardiology.ES', quarter, at(now, 14 * day))).toEqual([entries[4]])
    expect(keys('cardiology.GB', quarter - 1)).toEqual([])
    expect(keys('nonsense')).toEqual([])
  })
})

test('a label comes apart into what a byline says, whatever its rung', () => {
  for (const rung of ladder('pediatric-cardiology', 'GB')) {
    const code = formatLabel(rung)
    const { specialty, group, place } = labelOf(code)
    const who = specialty === null ? 'doctor' : group ? `${specialty}-group` : specialty
    expect(`${who}.${place ?? 'world'}`).toBe(code)
  }
})

test('sessions that begin in one epoch end together', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 14 * day - 1 }), (later) => {
      expect(sessionThrough(at(epochStart(epoch), later))).toBe(epoch + 6)
    }),
  )
})

test('an account lapses a day after its epoch, a name a day after its quarter', () => {
  expect(isLapsed(epoch, at(epochStart(epoch + 1), day - 1))).toBe(false)
  expect(isLapsed(epoch, at(epochStart(epoch + 1), day))).toBe(true)
  expect(isNameValid(quarter, at(quarterStart(quarter + 1), day - 1))).toBe(true)
  expect(isNameValid(quarter, at(quarterStart(quarter + 1), day))).toBe(false)
  expect(isNameValid(null, now)).toBe(false)
})

test('a name cannot be the usual byline of somebody who shows none', () => {
  expect(whyNoSettings({ byline: 'name' }, null)).toBe('byline.name-missing')
  expect(whyNoSettings({ byline: 'name' }, 'Dr N. N.')).toBeNull()
  expect(whyNoSettings({ byline: 'anonymous' }, null)).toBeNull()
})

test('a passkey goes unless it is another’s or the last', () => {
  expect(whyNoRemoval(['a', 'b'], 'a')).toBeNull()
  expect(whyNoRemoval(['a', 'b'], 'c')).toBe('account.device-not-found')
  expect(whyNoRemoval(['a'], 'a')).toBe('account.last-device')
})
