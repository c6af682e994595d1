import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatLabel, ladder } from '#tickets/labels.ts'
import { epochOf } from '#tickets/tickets.rules.ts'
import { finerThan, groupKey, groupsOf, nextOpening, openedBy, opensNow, planLabels, whyNoDeposit, whyNoSigning } from './issuing.rules.ts'

const codesOf = (specialty: string, country: string) => ladder(specialty, country).map(formatLabel)
const gbCardiology = codesOf('cardiology', 'GB')
const esCardiology = codesOf('cardiology', 'ES')
const alone = (codes: readonly string[]) => [{ codes, count: 1 }]
const labelOf = (plan: ReadonlyMap<string, string>, codes: readonly string[]) => plan.get(groupKey(codes))

describe('the label of somebody who enters alone', () => {
  it('is the finest that k doctors hold once it is signed', () => {
    const plan = (holders: number) => labelOf(planLabels(alone(gbCardiology), new Map([['cardiology.GB', holders]]), 5), gbCardiology)
    expect(plan(4)).toBe('cardiology.GB')
    expect(plan(3)).toBe('doctor.world')
  })

  it('never stands on a rung below k, except that everyone is a doctor, and passes over no finer rung with k', () => {
    const codes = codesOf('interventional-cardiology', 'ES')
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }), fc.integer({ min: 5, max: 100 }), (crowds, k) => {
        const doctorsOn = (code: string) => (crowds[codes.indexOf(code)] ?? 0) + 1
        const given = labelOf(planLabels(alone(codes), new Map(codes.map((code) => [code, doctorsOn(code) - 1])), k), codes) ?? ''
        expect(given === 'doctor.world' || doctorsOn(given) >= k).toBe(true)
        for (const finer of codes.slice(0, codes.indexOf(given))) expect(doctorsOn(finer)).toBeLessThan(k)
      }),
    )
  })

  it('is coarser while the key of a finer one does not count yet', () => {
    const holders = new Map([
      ['cardiology.GB', 40],
      ['doctor.europe', 40],
    ])
    const usable = gbCardiology.filter((code) => code !== 'cardiology.GB')
    expect(labelOf(planLabels(alone(usable), holders, 5), usable)).toBe('doctor.europe')
  })

  it('is none when not even the last has a key', () => {
    expect(planLabels(alone([]), new Map(), 5).size).toBe(0)
  })
})

describe('the labels of doctors who enter together', () => {
  it('count the whole group, and leave those who are too few to a coarser label together', () => {
    const plan = planLabels(
      [
        { codes: gbCardiology, count: 5 },
        { codes: esCardiology, count: 3 },
        { codes: codesOf('cardiology', 'MX'), count: 2 },
      ],
      new Map(),
      5,
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
        const groups = groupsOf(doctors.map(({ specialty, country }) => ({ codes: codesOf(specialty, country), named: false })))
        const plan = planLabels(groups, new Map(), k)
        const crowds = new Map<string, number>()
        for (const group of groups) {
          const code = labelOf(plan, group.codes) ?? ''
          crowds.set(code, (crowds.get(code) ?? 0) + group.count)
        }
        expect(plan.size).toBe(groups.length)
        for (const [code, crowd] of crowds) if (code !== 'doctor.world') expect(crowd).toBeGreaterThanOrEqual(k)
      }),
    )
  })

  it('count nobody who has shown a name', () => {
    const one = { codes: gbCardiology, named: false }
    const named = { codes: gbCardiology, named: true }
    expect(labelOf(planLabels(groupsOf([one, one, one, one, named]), new Map(), 5), gbCardiology)).toBe('doctor.world')
    expect(labelOf(planLabels(groupsOf([named]), new Map([['cardiology.GB', 5]]), 5), gbCardiology)).toBe('cardiology.GB')
  })

  it('need a crowd of at least five', () => {
    expect(() => planLabels(alone(gbCardiology), new Map(), 4)).toThrow(RangeError)
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

describe('an opening', () => {
  const now = new Date('2026-11-24T03:20:00Z')

  it('waits for enough, and a day at most', () => {
    const by = new Date('2026-11-25T02:10:00Z')
    expect(opensNow(9, 10, by, now)).toBe(false)
    expect(opensNow(10, 10, by, now)).toBe(true)
    expect(opensNow(1, 10, by, new Date('2026-11-25T03:00:00Z'))).toBe(true)
    expect(opensNow(0, 0, null, now)).toBe(false)
  })

  it('happens at full hours', () => {
    expect(nextOpening(now)).toEqual(new Date('2026-11-24T04:00:00Z'))
    expect(nextOpening(new Date('2026-11-24T04:00:00Z'))).toEqual(new Date('2026-11-24T05:00:00Z'))
    expect(openedBy(new Date('2026-11-25T02:10:00Z'))).toEqual(new Date('2026-11-25T03:00:00Z'))
  })

  it('takes requests from this period to the end of next quarter', () => {
    expect(whyNoDeposit('renewal', epochOf(now), now)).toBeNull()
    expect(whyNoDeposit('renewal', epochOf(new Date('2027-03-31T12:00:00Z')), now)).toBeNull()
    expect(whyNoDeposit('renewal', epochOf(new Date('2027-03-31T12:00:00Z')) + 1, now)).toBe('issuing.period-closed')
    expect(whyNoDeposit('renewal', epochOf(now) - 1, now)).toBe('issuing.period-closed')
  })
})

describe('a label that is held', () => {
  it('only ever gives way to a finer one', () => {
    expect(finerThan(gbCardiology, null)).toEqual(gbCardiology)
    expect(finerThan(gbCardiology, 'cardiology.world')).toEqual(gbCardiology.filter((code) => code.endsWith('.GB')))
    expect(finerThan(gbCardiology, 'cardiology.GB')).toEqual([])
  })
})
