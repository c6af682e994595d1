import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countries, regions } from '#atlas/countries.ts'
import { membersOf, type Specialty, specialties } from '#atlas/specialties.ts'
import { covers, formatLabel, ladder, parseLabel, shownLabel, widerThan } from './labels.ts'

const aDoctor = fc.record({
  specialty: fc.constantFrom(...specialties.map(({ code }) => code as string)),
  country: fc.constantFrom(...countries.map(({ code }) => code as string)),
})

describe('a label as text', () => {
  it('comes back as it was, for every label there is', () => {
    for (const { code: specialty } of specialties) {
      for (const { code: country } of countries) {
        for (const label of ladder(specialty, country)) expect(parseLabel(formatLabel(label))).toEqual(label)
      }
    }
  })

  it('is short and plain', () => {
    const codes = (specialty: string, country: string) => ladder(specialty, country).map(formatLabel)
    expect(codes('cardiology', 'GB')).toEqual(['cardiology.GB', 'cardiology-group.GB', 'cardiology.world', 'doctor.europe', 'doctor.world'])
    fc.assert(
      fc.property(aDoctor, ({ specialty, country }) => {
        for (const code of codes(specialty, country)) expect(code).toMatch(/^[a-z0-9-]+\.([A-Z]{2}|[a-z]+)$/)
      }),
    )
  })

  it('means one thing: no specialty is called like a group or a doctor, no region like the world', () => {
    for (const { code } of specialties as readonly Specialty[])
      expect(code === 'doctor' || code.endsWith('-group') || code.includes('.')).toBe(false)
    for (const { code } of regions) expect(code as string).not.toBe('world')
  })

  it('is refused when it is not the code of a label', () => {
    const lone = specialties.find(({ code, parent }) => parent === null && membersOf(code).length === 1)!
    const inner = specialties.find(({ parent }) => parent !== null)!
    const strange = ['', 'doctor', 'cardiology', 'cardiology.', '.GB', 'cardiology.gb', 'cardiology.XX', 'cardiology.europe', 'alchemy.GB']
    const misplaced = [
      'doctor.GB',
      'doctor.mars',
      'cardiology-group.world',
      'cardiology.GB.',
      `${lone.code}-group.GB`,
      `${inner.code}-group.GB`,
    ]
    for (const code of [...strange, ...misplaced, '-group.GB', 'Cardiology.GB', ' cardiology.GB']) expect(parseLabel(code)).toBeNull()
  })

  it('either is the one code of its label or is refused, whatever the text', () => {
    const part = fc.constantFrom('cardiology', 'cardiology-group', 'doctor', 'GB', 'world', 'europe', '', 'ES', 'alchemy')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 3 }).map((parts) => parts.join('.')),
        ),
        (text) => {
          const label = parseLabel(text)
          if (label) expect(formatLabel(label)).toBe(text)
        },
      ),
    )
  })
})

describe('the ladder', () => {
  it('runs from the finest rung to "doctor", each covering the doctor who stands on it', () => {
    fc.assert(
      fc.property(aDoctor, ({ specialty, country }) => {
        const rungs = ladder(specialty, country)
        expect(rungs[0]!.rung).toBe('specialty-country')
        expect(rungs.at(-1)!.rung).toBe('doctor')
        expect(new Set(rungs.map(formatLabel)).size).toBe(rungs.length)
        for (const label of rungs) expect(covers(label, specialty, country)).toBe(true)
      }),
    )
  })

  it('has no group where a specialty stands alone', () => {
    const lone = specialties.find(({ code, parent }) => parent === null && membersOf(code).length === 1)!
    expect(ladder(lone.code, 'ES').map(({ rung }) => rung)).toEqual(['specialty-country', 'specialty-world', 'region', 'doctor'])
  })

  it('puts a doctor of a narrower specialty in the group of the broader one', () => {
    const inner = specialties.find(({ parent }) => parent !== null)!
    expect(covers({ rung: 'group-country', group: inner.parent!, country: 'ES' }, inner.code, 'ES')).toBe(true)
    expect(covers({ rung: 'group-country', group: inner.parent!, country: 'ES' }, inner.code, 'GB')).toBe(false)
  })

  it('does not exist for an unknown specialty or country', () => {
    expect(() => ladder('alchemy', 'ES')).toThrow('No ladder')
    expect(() => ladder('cardiology', 'XX')).toThrow('No ladder')
  })
})

describe('a label that is shown', () => {
  const codes = ladder('interventional-cardiology', 'ES').map(formatLabel)

  it('is the one that is carried while its crowd is large enough, and never one below k', () => {
    expect(shownLabel('cardiology.GB', { 'cardiology.GB': 50 }, 50)).toBe('cardiology.GB')
    expect(shownLabel('cardiology.GB', { 'cardiology.GB': 49 }, 50)).toBe('doctor.world')
    expect(shownLabel('cardiology.GB', {}, 50)).toBe('doctor.world')
    expect(shownLabel('cardiology.GB', { 'cardiology.GB': 4 }, 1)).toBe('doctor.world')
  })

  it('widens as a whole: those who fall back are counted with those they join', () => {
    expect(shownLabel('cardiology.GB', { 'cardiology.GB': 40, 'cardiology.world': 10 }, 50)).toBe('cardiology.world')
    expect(shownLabel('cardiology.world', { 'cardiology.world': 10, 'doctor.world': 3 }, 50)).toBe('doctor.world')
  })

  it('says no more than somebody wants to, and less still where too few are shown so', () => {
    const crowds = { 'cardiology.GB': 60, 'cardiology.world': 20, 'doctor.europe': 400, 'doctor.world': 900 }
    expect(shownLabel('cardiology.GB', crowds, 50, 'cardiology.world')).toBe('cardiology.world')
    expect(shownLabel('cardiology.GB', crowds, 50, 'doctor.europe')).toBe('doctor.europe')
    expect(shownLabel('cardiology.GB', { 'cardiology.GB': 9 }, 50, 'cardiology.world')).toBe('doctor.world')
    // What is no wider than the label, or lies on another way, changes nothing.
    for (const other of ['cardiology.GB', 'dermatology.world', 'doctor.africa', ''])
      expect(shownLabel('cardiology.GB', crowds, 50, other)).toBe('cardiology.GB')
  })

  it('only ever says less', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.dictionary(fc.constantFrom(...codes), fc.integer({ min: 0, max: 99 })),
        (carried, crowds) => {
          const shown = shownLabel(carried, crowds, 50)
          expect([carried, ...widerThan(carried)]).toContain(shown)
          const holders = crowds[shown] ?? 0
          if (shown !== 'doctor.world') expect(shown === carried ? holders : holders + (crowds[carried] ?? 0)).toBeGreaterThanOrEqual(50)
        },
      ),
    )
  })
})
