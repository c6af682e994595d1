import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { specialties } from '#atlas/specialties.ts'
import { later, minutes } from '../../platform/time.ts'
import {
  type Candidate,
  chooseForRing,
  heardFrom,
  isHeard,
  isSpecialist,
  most,
  ringAfter,
  ringDue,
  ringMinutes,
  targetOf,
  topicsOf,
} from './rings.rules.ts'
import { availability, expectedAnswers, propensity, scoreOf, tierOf } from './score.rules.ts'

const askedAt = new Date('2026-11-24T03:00:00Z')
const plan = { urgency: 'hours' as const, askedAt, leavesAt: null }
const urgencies = fc.constantFrom('minutes' as const, 'hours' as const, 'days' as const, 'no-hurry' as const)

const candidate = fc.record({
  accountId: fc.uuid(),
  topic: fc.constantFrom('cardiology', 'pulmonology'),
  nearness: fc.constantFrom(1, 0.8, 0.5, 0.35),
  attested: fc.boolean(),
  asked: fc.integer({ min: 0, max: 400 }),
  answered: fc.integer({ min: 0, max: 60 }),
  hours: fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 24, maxLength: 24 }),
  reads: fc.boolean(),
  askedThisWeek: fc.integer({ min: 0, max: 8 }),
  onCall: fc.boolean(),
  generalist: fc.boolean(),
})
const hour = fc.integer({ min: 0, max: 23 })
const chances = fc.double({ min: 0, max: 1, noNaN: true })

describe('the score', () => {
  test('raising nearness, willingness to answer or availability never lowers it', () => {
    fc.assert(
      fc.property(candidate, hour, chances, (who, at, chance) => {
        const score = scoreOf(who, at, chance)
        return (
          scoreOf({ ...who, nearness: 1 }, at, chance) >= score &&
          scoreOf({ ...who, answered: who.answered + 5 }, at, chance) >= score &&
          scoreOf({ ...who, onCall: true }, at, chance) >= score &&
          scoreOf({ ...who, reads: true }, at, chance) >= score &&
          scoreOf({ ...who, askedThisWeek: 0 }, at, chance) >= score
        )
      }),
    )
  })

  test('of somebody unknown is the usual; an interest is not a field', () => {
    expect(propensity({ asked: 0, answered: 0 })).toBe(1)
    expect(tierOf({ asked: 0, answered: 0 }, true)).toBe(2)
    expect(tierOf({ asked: 100, answered: 60 }, false)).toBe(1)
    expect(
      availability(
        Array.from({ length: 24 }, () => 0),
        3,
      ),
    ).toBe(1)
  })
})

describe('a ring', () => {
  test('asks no more than it may, nobody twice, and stops once those asked are worth enough', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(candidate, { maxLength: 150, selector: ({ accountId }) => accountId }),
        hour,
        fc.nat(8),
        fc.nat(160),
        chances,
        (all, at, ring, alreadyAsked, chance) => {
          const target = targetOf(ring, { answers: 0, specialists: 0 }, 0, { notSure: false })
          const chosen = chooseForRing(all as Candidate[], { hour: at, target, alreadyAsked, chance: () => chance })
          const kinds = [false, true].map((generalist) => chosen.filter((each) => each.generalist === generalist))
          const worth = (kind: Candidate[]) => kind.slice(0, -1).reduce((sum, each) => sum + expectedAnswers(each, at), 0)
          return (
            new Set(chosen.map(({ accountId }) => accountId)).size === chosen.length &&
            chosen.length + alreadyAsked <= Math.max(most.perCase, alreadyAsked) &&
            (kinds[0]?.length ?? 0) <= most.specialists &&
            (kinds[1]?.length ?? 0) <= most.generalists &&
            worth(kinds[0] ?? []) <= target.specialists &&
            worth(kinds[1] ?? []) <= target.generalists
          )
        },
      ),
    )
  })

  test('asks a neighbour or an interest only when every specialist who may be asked has been, until one has answered', () => {
    const some = fc.uniqueArray(candidate, { minLength: 4, maxLength: 60, selector: ({ accountId }) => accountId })
    const isOne = ({ nearness, attested }: Candidate) => attested && nearness >= 0.8
    fc.assert(
      fc.property(some, hour, chances, fc.double({ min: 0.01, max: 1, noNaN: true }), (all, at, chance, reachFor) => {
        const mayBeAsked = all.filter((each) => !each.generalist && scoreOf(each, at, chance) > 0)
        const choose = (specialistsFirst: boolean) =>
          chooseForRing(mayBeAsked, {
            hour: at,
            target: { specialists: reachFor, generalists: 0, specialistsFirst },
            alreadyAsked: 0,
            chance: () => chance,
          })
        const chosen = choose(true)
        if (!chosen.every(isOne)) expect(mayBeAsked.filter(isOne).every((each) => chosen.includes(each))).toBe(true)
        const best = mayBeAsked.toSorted((one, other) => scoreOf(other, at, chance) - scoreOf(one, at, chance))[0]
        expect(choose(false)[0]).toBe(best)
      }),
    )
  })

  test('the same chance chooses the same doctors', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 60 }), hour, chances, (all, at, chance) => {
        const choose = () =>
          chooseForRing(all as Candidate[], {
            hour: at,
            target: { specialists: 1.2, generalists: 1, specialistsFirst: true },
            alreadyAsked: 0,
            chance: () => chance,
          })
        expect(choose()).toEqual(choose())
      }),
    )
  })

  test('the first holds no generalists, the second does; not sure asks them at once; a child’s case asks those who see children', () => {
    const generalists = (asked: readonly string[], ring: number, child = false) =>
      topicsOf(asked, ring, { child }).filter(({ generalist }) => generalist)
    for (const { code } of specialties) {
      expect(generalists([code], 0)).toEqual([])
      expect(generalists([code], 1).length).toBeGreaterThanOrEqual(3)
    }
    expect(generalists(['neurosurgery'], 1).map(({ topic }) => topic)).toContain('family-medicine')
    expect(generalists([], 0).length).toBeGreaterThan(0)
    expect(generalists([], 0, true).map(({ topic }) => topic)).toContain('pediatrics')
  })

  test('reaches further each time while no specialist has answered; a promise to answer counts for most of an answer', () => {
    const none = { answers: 0, specialists: 0 }
    expect(targetOf(0, none, 0, { notSure: false })).toEqual({ specialists: 1.2, generalists: 0, specialistsFirst: true })
    expect(targetOf(2, none, 0, { notSure: false }).specialists).toBeCloseTo(2.4)
    expect(targetOf(0, none, 1, { notSure: false }).specialists).toBeCloseTo(0.4)
    expect(targetOf(3, { answers: 4, specialists: 1 }, 0, { notSure: false })).toEqual({
      specialists: 0.5,
      generalists: 0.6,
      specialistsFirst: false,
    })
  })
})

describe('when rings go out', () => {
  test('in order, whatever the urgency and whenever the patient leaves; the first at once', () => {
    fc.assert(
      fc.property(urgencies, fc.option(fc.integer({ min: -100, max: 900 })), (urgency, stay) => {
        const leavesAt = stay === null ? null : later(askedAt, stay * minutes)
        const due = ringMinutes.map((_, ring) => ringDue(ring, { urgency, askedAt, leavesAt })?.getTime() ?? 0)
        return due[0] === askedAt.getTime() && due.every((at, ring) => ring === 0 || at > (due[ring - 1] ?? 0))
      }),
    )
  })

  test('twice as fast when it is about minutes; before the patient leaves when that is soon', () => {
    expect(ringDue(1, { ...plan, urgency: 'minutes' })).toEqual(later(askedAt, 5 * minutes))
    expect(ringDue(5, { ...plan, leavesAt: later(askedAt, 40 * minutes) })).toEqual(later(askedAt, 40 * minutes))
    expect(ringDue(5, plan)).toEqual(later(askedAt, 120 * minutes))
  })

  test('after a silence one ring goes out, not all that were missed; after the last there is none', () => {
    expect(ringAfter(0, askedAt, plan)).toEqual({ ring: 1, dueAt: later(askedAt, 10 * minutes) })
    expect(ringAfter(1, later(askedAt, 100 * minutes), plan)).toEqual({ ring: 5, dueAt: later(askedAt, 120 * minutes) })
    expect(ringAfter(8, later(askedAt, 480 * minutes), plan)).toBeNull()
  })
})

describe('enough', () => {
  test('is five independent answers, one of them by a specialist by label', () => {
    const asked = ['pediatric-cardiology']
    const labels = ['family-medicine.US', 'pediatrics.ES', 'cardiology.GB', 'doctor.europe', 'internal-medicine.MX']
    expect(isHeard(heardFrom(asked, labels))).toBe(false)
    expect(isHeard(heardFrom(asked, [...labels, 'pediatric-cardiology.GB']))).toBe(true)
    expect(isHeard(heardFrom(asked, ['pediatric-cardiology.GB']))).toBe(false)
    expect(isHeard(heardFrom([], labels))).toBe(true)
    expect(isSpecialist(asked, 'pediatrics-group.ES')).toBe(true)
    expect(isSpecialist(asked, 'pediatrics.ES')).toBe(false)
  })
})
