import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hourZones } from '#atlas/hourZones.ts'
import { hours, later } from '../../platform/time.ts'
import { defaultSettings, ringsAt } from '../notifications/gate.rules.ts'
import { isAwake, zonesFor } from '../notifications/hours.rules.ts'
import { chooseForRing, isScarce, targetOf } from './rings.rules.ts'
import { coveredStretches, stretchOf } from './rota.rules.ts'

const zone = fc.constantFrom(...hourZones.map(({ code }) => code))
const instant = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2028-01-01T00:00:00Z'), noInvalidDate: true })

describe('a stretch of the week', () => {
  test('is told by the clock of the zone: Monday from midnight is 0, Sunday from eight is 41', () => {
    expect(stretchOf('Europe/Madrid', new Date('2027-01-03T23:00:00Z'))).toBe(0)
    expect(stretchOf('Europe/Madrid', new Date('2027-01-03T22:59:00Z'))).toBe(41)
    expect(stretchOf('America/Mexico_City', new Date('2027-01-04T05:59:00Z'))).toBe(41)
  })

  test('is one of 42, whatever the clock, and a week of hours holds all of them', () => {
    fc.assert(
      fc.property(zone, instant, (code, from) => {
        const seen = new Set(Array.from({ length: 168 }, (_, hour) => stretchOf(code, later(from, hour * hours))))
        expect([...seen].every((stretch) => stretch >= 0 && stretch < 42)).toBe(true)
        expect(seen.size).toBe(42)
      }),
      { numRuns: 20 },
    )
  })

  test('is covered where others are on call throughout, by the reader’s clock', () => {
    const from = new Date('2027-01-04T00:00:00Z')
    expect(coveredStretches('Europe/Madrid', [{ zone: 'Europe/Madrid', stretches: [0, 41] }], from)).toEqual([0, 41])
    expect(coveredStretches('Europe/Madrid', [], from)).toEqual([])
    // Of two clocks an hour apart, each covers three quarters of the other's stretch.
    expect(coveredStretches('Europe/London', [{ zone: 'Europe/Madrid', stretches: [7] }], from)).toEqual([])
    expect(coveredStretches('Europe/London', [{ zone: 'Europe/Madrid', stretches: [7, 8] }], from)).toEqual([7])
    const all = Array.from({ length: 42 }, (_, stretch) => stretch)
    fc.assert(
      fc.property(zone, zone, instant, (mine, other, at) => {
        expect(coveredStretches(mine, [{ zone: other, stretches: all }], at)).toEqual(all)
      }),
      { numRuns: 10 },
    )
  })
})

test('whoever is not on call is never asked in their rest, wherever they may live and whatever they have chosen', () => {
  fc.assert(
    fc.property(
      fc.option(zone, { nil: null }),
      fc.constantFrom('cardiology.ES', 'neurology.US', 'doctor.world', 'pediatrics.MX'),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 1, max: 24 }),
      instant,
      (code, label, wakesAt, restsAt, now) => {
        fc.pre(wakesAt < restsAt)
        const settings = { ...defaultSettings, zone: code, wakesAt, restsAt }
        const at = ringsAt({ kind: 'asked', settings, label, onCall: false, now })
        expect(at === null).toBe(!isAwake(zonesFor(code, label), settings, now))
      },
    ),
  )
})

describe('a specialty of which hardly anybody is awake', () => {
  const candidate = (more: object) => ({
    accountId: 'a',
    topic: 'nephrology',
    nearness: 1,
    attested: true,
    generalist: false,
    asked: 0,
    answered: 0,
    hours: Array.from({ length: 24 }, () => 0),
    reads: true,
    askedThisWeek: 0,
    onCall: false,
    ...more,
  })

  test('lets generalists be asked with the first ring; one with a few awake does not', () => {
    const none = { answers: 0, specialists: 0 }
    expect(isScarce([], 3)).toBe(true)
    expect(isScarce([candidate({ nearness: 0.5 }), candidate({ generalist: true, nearness: 0.35 })], 3)).toBe(true)
    expect(
      isScarce(
        Array.from({ length: 3 }, () => candidate({})),
        3,
      ),
    ).toBe(false)
    expect(targetOf(0, none, 0, { notSure: false, scarce: false }).generalists).toBe(0)
    const target = targetOf(0, none, 0, { notSure: false, scarce: true })
    expect(target.generalists).toBeGreaterThan(0)
    const generalists = Array.from({ length: 60 }, (_, index) => candidate({ accountId: String(index), generalist: true, nearness: 0.35 }))
    expect(chooseForRing(generalists, { hour: 3, target, alreadyAsked: 0, chance: () => 0.5 }).length).toBeGreaterThan(0)
  })

  test('the more of them, the less scarce', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), (few, more) => {
        const crowd = (size: number) => Array.from({ length: size }, () => candidate({}))
        if (!isScarce(crowd(few), 12)) expect(isScarce(crowd(few + more), 12)).toBe(false)
      }),
    )
  })
})
