import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignLabel, formatLabel, ladder } from '#tickets/labels.ts'
import { epochOf } from '#tickets/tickets.rules.ts'
import { groupKey, groupsOf, planLabels, whyNoSigning } from './issuing.rules.ts'

const anyKey = () => true
const gbCardiology = { specialty: 'cardiology', country: 'GB' }
const esCardiology = { specialty: 'cardiology', country: 'ES' }
const alone = (doctor: { specialty: string; country: string }) => [{ ...doctor, count: 1 }]
const labelOf = (plan: ReadonlyMap<string, string>, doctor: { specialty: string; country: string }) => plan.get(groupKey(doctor))

describe('the label of somebody who enters alone', () => {
  it('is the finest that k doctors hold once it is signed', () => {
    const plan = (holders: number) =>
      labelOf(planLabels(alone(gbCardiology), new Map([['cardiology.GB', holders]]), 5, anyKey), gbCardiology)
    expect(plan(4)).toBe('cardiology.GB')
    expect(plan(3)).toBe('doctor.world')
  })

  it('is what the ladder assigns, whatever the crowds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 }), (crowds) => {
        const rungs = ladder('interventional-cardiology', 'ES')
        const holders = new Map(rungs.map((label, at) => [formatLabel(label), crowds[at] ?? 0]))
        const doctor = { specialty: 'interventional-cardiology', country: 'ES' }
        const assigned = assignLabel(rungs, (label) => (holders.get(formatLabel(label)) ?? 0) + 1, 5)
        expect(labelOf(planLabels(alone(doctor), holders, 5, anyKey), doctor)).toBe(formatLabel(assigned))
      }),
    )
  })

  it('is coarser while the key of a finer one does not count yet', () => {
    const holders = new Map([
      ['cardiology.GB', 40],
      ['doctor.europe', 40],
    ])
    const plan = planLabels(alone(gbCardiology), holders, 5, (code) => code !== 'cardiology.GB')
    expect(labelOf(plan, gbCardiology)).toBe('doctor.europe')
  })

  it('is none when not even the last has a key', () => {
    expect(planLabels(alone(gbCardiology), new Map(), 5, () => false).size).toBe(0)
  })
})

describe('the labels of doctors who enter together', () => {
  it('count the whole group, and leave those who are too few to a coarser label together', () => {
    const plan = planLabels(
      [
        { ...gbCardiology, count: 5 },
        { ...esCardiology, count: 3 },
        { specialty: 'cardiology', country: 'MX', count: 2 },
      ],
      new Map(),
      5,
      anyKey,
    )
    expect(labelOf(plan, gbCardiology)).toBe('cardiology.GB')
    expect(labelOf(plan, esCardiology)).toBe('cardiology.world')
  })

  it('never put anybody below k, save under "doctor"', () => {
    const someGroups = fc.array(
      fc.record({
        specialty: fc.constantFrom('cardiology', 'interventional-cardiology', 'nephrology'),
        country: fc.constantFrom('GB', 'ES', 'MX', 'ZA'),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(someGroups, fc.integer({ min: 5, max: 12 }), (doctors, k) => {
        const groups = groupsOf(doctors)
        const plan = planLabels(groups, new Map(), k, anyKey)
        const crowds = new Map<string, number>()
        for (const group of groups) {
          const code = labelOf(plan, group) ?? ''
          crowds.set(code, (crowds.get(code) ?? 0) + group.count)
        }
        expect(plan.size).toBe(groups.length)
        for (const [code, crowd] of crowds) if (code !== 'doctor.world') expect(crowd).toBeGreaterThanOrEqual(k)
      }),
    )
  })

  it('need a crowd of at least five', () => {
    expect(() => planLabels(alone(gbCardiology), new Map(), 4, anyKey)).toThrow(RangeError)
  })
})

describe('a renewal', () => {
  const now = new Date('2026-11-24T03:00:00Z')
  const epoch = epochOf(now)

  it('is signed for the epoch that runs, and for the next two days ahead', () => {
    expect(whyNoSigning('renewal', epoch, now)).toBeNull()
    expect(whyNoSigning('renewal', epoch + 1, now)).toBe('issuing.period-closed')
    expect(whyNoSigning('renewal', epoch + 1, new Date('2026-11-28T12:00:00Z'))).toBeNull()
    expect(whyNoSigning('renewal', epoch - 1, now)).toBe('issuing.period-closed')
  })
})
