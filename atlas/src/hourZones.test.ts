import { describe, expect, test } from 'vitest'
import { countries } from './countries.ts'
import { hourZones, localHour, mainZoneOf, zoneLike, zonesOf } from './hourZones.ts'

const night = new Date('2026-11-24T03:00:00Z')

describe('zones of hours', () => {
  test.each(countries.map(({ code }) => code))('%s has zones, and the one most doctors live by is among them', (country) => {
    expect(zonesOf(country)).toContain(mainZoneOf(country))
  })

  test('are told apart by their clocks alone: no two show the same all year', () => {
    const shown = hourZones.map(({ code }) => zoneLike(code, 2026))
    expect(shown).toEqual(hourZones.map(({ code }) => code))
    const seasons = hourZones.map(({ code }) =>
      ['2026-01-15T00:30:00Z', '2026-07-15T00:30:00Z'].map((at) => `${localHour(code, new Date(at))}`).join(),
    )
    // Half hours apart count too; only London and nobody else shows London's hours.
    expect(seasons.filter((each) => each === seasons[0])).toHaveLength(1)
  })

  test('hide the place: whoever lives by the same clock is one crowd', () => {
    expect(zoneLike('Atlantic/Canary', 2026)).toBe('Europe/London')
    expect(zoneLike('Europe/Berlin', 2026)).toBe('Europe/Madrid')
    expect(zoneLike('America/Tijuana', 2026)).toBe('America/Los_Angeles')
    expect(zoneLike('America/Regina', 2026)).toBe('America/Mexico_City')
    expect(zoneLike('Asia/Kolkata', 2026)).toBeNull()
  })

  test('at 04:00 in Madrid it is evening in Mexico City', () => {
    expect(localHour('Europe/Madrid', night)).toBe(4)
    expect(localHour('America/Mexico_City', night)).toBe(21)
  })
})
