import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hourZones, localHour } from '#atlas/hourZones.ts'
import { notificationKind } from '#contract/community/notifications.ts'
import { later, minutes } from '../../platform/time.ts'
import { defaultSettings, ringsAt } from './gate.rules.ts'
import { awakeMask, isAwake, nextAwake, nextMorning, zonesFor } from './hours.rules.ts'

const night = new Date('2026-11-24T03:00:00Z')
const madrid = { settings: { ...defaultSettings, zone: 'Europe/Madrid' as const }, label: 'cardiology.ES', onCall: false, now: night }

const zones = fc.constantFrom(...hourZones.map(({ code }) => code))
const hours = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 })).filter(([wakesAt, restsAt]) => wakesAt < restsAt)
const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })

describe('the gate', () => {
  test('at four in the morning nobody is asked, but who is on call', () => {
    expect(ringsAt({ ...madrid, kind: 'asked' })).toBeNull()
    expect(ringsAt({ ...madrid, kind: 'asked', onCall: true })).toEqual(night)
    expect(ringsAt({ ...madrid, kind: 'asked', settings: { ...madrid.settings, zone: 'America/Mexico_City' } })).toEqual(night)
  })

  test('an answer to my own case comes at once, whatever the hour', () => {
    expect(ringsAt({ ...madrid, kind: 'answer' })).toEqual(night)
    expect(ringsAt({ ...madrid, kind: 'question-back' })).toEqual(night)
  })

  test('everything else waits for the morning, and what is switched off is not made', () => {
    expect(ringsAt({ ...madrid, kind: 'outcome' })).toEqual(new Date('2026-11-24T07:00:00Z'))
    expect(ringsAt({ ...madrid, kind: 'outcome', settings: { ...madrid.settings, outcome: 'off' } })).toBeNull()
    const noon = new Date('2026-11-24T11:00:00Z')
    expect(ringsAt({ ...madrid, kind: 'reply', now: noon })).toEqual(noon)
    expect(ringsAt({ ...madrid, kind: 'reply', now: noon, settings: { ...madrid.settings, reply: 'digest' } })).toEqual(
      new Date('2026-11-25T07:00:00Z'),
    )
  })

  test('nothing but an answer to one’s own case ever rings at night off call', () => {
    fc.assert(
      fc.property(fc.constantFrom(...notificationKind.enum), zones, hours, instants, (kind, zone, [wakesAt, restsAt], now) => {
        const settings = { ...defaultSettings, zone, wakesAt, restsAt }
        const at = ringsAt({ kind, settings, label: 'cardiology.ES', onCall: false, now })
        return at === null || kind === 'answer' || kind === 'question-back' || isAwake([zone], settings, at)
      }),
    )
  })
})

describe('waking hours', () => {
  test('a set bit is an hour that is waking time from its first minute to its last', () => {
    fc.assert(
      fc.property(zones, hours, instants, fc.integer({ min: 0, max: 59 }), (zone, [wakesAt, restsAt], day, minute) => {
        const mask = awakeMask([zone], { wakesAt, restsAt }, day)
        const midnight = new Date(day.toISOString().slice(0, 10))
        return Array.from({ length: 24 }, (_, hour) => hour).every(
          (hour) => ((mask >> hour) & 1) === 0 || isAwake([zone], { wakesAt, restsAt }, later(midnight, (hour * 60 + minute) * minutes)),
        )
      }),
    )
  })

  test('who has not said where they live is spared wherever they might: a US label is awake only where Hawaii and New York both are', () => {
    const us = zonesFor(null, 'cardiology.US')
    expect(us).toContain('Pacific/Honolulu')
    for (let hour = 0; hour < 24; hour += 1) {
      const at = later(night, hour * 60 * minutes)
      if (isAwake(us, defaultSettings, at)) for (const zone of us) expect(localHour(zone, at)).toBeGreaterThanOrEqual(8)
    }
    expect(us.length > 0 && nextAwake(us, defaultSettings, night)).toBeTruthy()
    expect(nextAwake(zonesFor(null, 'doctor.world'), defaultSettings, night)).toBeNull()
  })

  test('the digest comes when the member next wakes', () => {
    expect(nextMorning(['Europe/Madrid'], defaultSettings, new Date('2026-11-24T11:00:00Z'))).toEqual(new Date('2026-11-25T07:00:00Z'))
    expect(nextMorning(['Europe/Madrid'], defaultSettings, night)).toEqual(new Date('2026-11-24T07:00:00Z'))
  })
})
