import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CaseTimes, clockCsv, clockOf, figuresOf, readClockCsv, timesOf } from './clock.rules.ts'

const span = fc.option(fc.integer({ min: 0, max: 900_000 }))
const times: fc.Arbitrary<CaseTimes> = fc.record({
  specialties: fc.subarray(['cardiology', 'neurology', 'dermatology']),
  country: fc.constantFrom('ES', 'MX', 'GB', null),
  language: fc.constantFrom('en' as const, 'es' as const),
  hour: fc.option(fc.integer({ min: 0, max: 23 })),
  hurry: fc.boolean(),
  age: fc.integer({ min: 0, max: 2_000_000 }),
  response: span,
  answer: span,
  specialist: span,
  five: span,
  resolved: span,
})
const answered = (answer: number | null, age = 100_000): CaseTimes => ({
  ...{
    specialties: ['cardiology'],
    country: 'ES',
    language: 'es',
    hour: 3,
    hurry: true,
    response: answer,
    specialist: null,
    five: null,
    resolved: null,
  },
  answer,
  age,
})

describe('the clock', () => {
  test('can be worked out again from its export, figure by figure', () => {
    fc.assert(
      fc.property(fc.array(times, { maxLength: 60 }), (cases) => {
        expect(clockOf(readClockCsv(clockCsv(cases)), 28)).toEqual(clockOf(cases, 28))
      }),
    )
  })

  test('says nothing of fewer than five cases, however they are cut', () => {
    fc.assert(
      fc.property(fc.array(times, { maxLength: 60 }), (cases) => {
        const { bySpecialty, byCountry, byLanguage, byHour, spread, unanswered } = clockOf(cases, 28)
        const counts = [...bySpecialty, ...byCountry, ...byLanguage, ...byHour].flatMap((group) => [
          group.cases,
          group.unanswered,
          group.answer?.cases ?? null,
        ])
        const all = [...counts, ...spread.map((part) => part.cases), unanswered.of, unanswered.cases]
        return all.every((count) => count === null || count >= 5)
      }),
    )
  })

  test('a case nobody answers is not left out of the median, and one asked an hour ago is', () => {
    const quick = [60, 120, 180, 240, 300].map((answer) => answered(answer))
    expect(figuresOf(quick, ({ answer }) => answer)).toMatchObject({ cases: 5, median: 180, ninetieth: 300 })
    const withSilence = [...quick, ...Array.from({ length: 6 }, () => answered(null))]
    expect(figuresOf(withSilence, ({ answer }) => answer)).toMatchObject({ cases: 11, median: null, quarter: 180 })
    expect(figuresOf([...quick, answered(null, 3_600)], ({ answer }) => answer)).toMatchObject({ cases: 5 })
    expect(figuresOf(quick.slice(1), ({ answer }) => answer)).toBeNull()
  })

  test('counts each doctor once, a specialist by label, and the hour where the asker is', () => {
    const askedAt = new Date('2026-11-24T03:00:00Z')
    const at = (minute: number) => new Date(askedAt.getTime() + minute * 60_000)
    const row = {
      specialties: ['pediatric-cardiology'],
      askerLabel: 'general-practice.MX',
      language: 'es',
      urgency: 'minutes',
      askedAt,
      firstResponseAt: at(4),
      resolvedAt: null,
      answers: [
        { label: 'pediatrics.ES', at: at(8) },
        { label: 'pediatric-cardiology.GB', at: at(11) },
        ...[20, 30, 40].map((minute) => ({ label: 'doctor.world', at: at(minute) })),
      ],
    }
    expect(timesOf(row, at(60))).toMatchObject({
      country: 'MX',
      hour: 21,
      response: 240,
      answer: 480,
      specialist: 660,
      five: 2_400,
      resolved: null,
    })
  })
})
