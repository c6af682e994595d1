import { describe, expect, test } from 'vitest'
import { circleOf, generalistsFor, isSpecialistFor, nearness, nearnessOf, neighboursOf } from './neighbours.ts'
import { findSpecialty, groupOf, specialties } from './specialties.ts'

const codes = specialties.map(({ code }) => code)

describe('the map of neighbouring specialties', () => {
  test.each(codes)('%s has neighbours and a generalist fall-back, all of them specialties and none of them itself', (code) => {
    expect(neighboursOf(code).length).toBeGreaterThanOrEqual(2)
    expect(neighboursOf(code)).not.toContain(code)
    const near = [...neighboursOf(code), ...generalistsFor(code)]
    expect(near.filter((other) => !findSpecialty(other))).toEqual([])
    expect(generalistsFor(code).length).toBeGreaterThanOrEqual(4)
  })

  test('holds both ways', () => {
    for (const code of codes) for (const other of neighboursOf(code)) expect(neighboursOf(other), `${other} and ${code}`).toContain(code)
  })

  test('leaves nobody alone: from any specialty every other can be reached', () => {
    const reached = new Set<string>(['cardiology'])
    for (const code of reached) for (const { specialty } of circleOf(code)) reached.add(specialty)
    expect(codes.filter((code) => !reached.has(code))).toEqual([])
  })
})

describe('nearness', () => {
  test('itself is nearest, then its group, then neighbours; the rest is not near', () => {
    expect(nearnessOf('pediatric-cardiology', 'pediatric-cardiology')).toBe(nearness.same)
    expect(nearnessOf('pediatric-cardiology', 'pediatrics')).toBe(nearness.group)
    expect(nearnessOf('pediatric-cardiology', 'cardiology')).toBe(nearness.neighbour)
    expect(nearnessOf('pediatric-cardiology', 'pediatric-nephrology')).toBe(nearness.neighbour)
    expect(nearnessOf('pediatric-cardiology', 'dermatopathology')).toBe(0)
    expect(nearnessOf('pediatric-cardiology', 'astrology')).toBe(0)
  })

  test('is the same from both sides', () => {
    for (const one of codes) for (const other of codes) expect(nearnessOf(one, other)).toBe(nearnessOf(other, one))
  })

  test('a circle begins with the specialty asked and never comes nearer again', () => {
    for (const code of codes) {
      const circle = circleOf(code)
      expect(circle[0]).toEqual({ specialty: code, nearness: 1 })
      expect(circle.map((place) => place.nearness)).toEqual(circle.map((place) => place.nearness).toSorted((a, b) => b - a))
    }
  })

  test('a specialist is of the specialty or within it; a paediatrician is not the cardiologist asked for', () => {
    expect(isSpecialistFor('cardiology', 'cardiac-electrophysiology')).toBe(true)
    expect(isSpecialistFor('pediatric-cardiology', 'pediatrics')).toBe(false)
    for (const code of codes) expect(isSpecialistFor(groupOf(code), code)).toBe(true)
  })
})

test('a child’s case falls back to those who see children', () => {
  expect(generalistsFor('neurosurgery')).toContain('general-surgery')
  expect(generalistsFor('neurosurgery', { child: true })).toContain('pediatrics')
  expect(generalistsFor('pediatric-cardiology')).toContain('pediatrics')
  expect(generalistsFor(null)).toContain('internal-medicine')
})
