import { describe, expect, it, test } from 'vitest'
import { specialties } from '#atlas/specialties.ts'
import { findSpecialties, withUsed } from './specialtySearch.rules.ts'

const first = (typed: string, language: 'en' | 'es' = 'en') => findSpecialties(typed, language)[0]?.code

describe('a specialty is found', () => {
  it.each([
    ['cardio', 'cardiology'],
    ['neumo', 'pulmonology'],
    ['respiratory', 'pulmonology'],
    ['anestesiologia', 'anesthesiology'],
    ['ANAESTHETICS', 'anesthesiology'],
    ['pediatrics', 'pediatrics'],
    ['paediatrics', 'pediatrics'],
    ['haematology', 'hematology'],
    ['hematologia', 'hematology'],
    ['renal', 'nephrology'],
    ['cirugia general', 'general-surgery'],
    ['general practice', 'general-practice'],
  ])('by "%s"', (typed, code) => {
    expect(first(typed, 'en')).toBe(code)
    expect(first(typed, 'es')).toBe(code)
  })

  it('by its words in any order, and by its initials', () => {
    expect(first('cardiology paediatric')).toBe('pediatric-cardiology')
    expect(findSpecialties('og', 'en').map(({ code }) => code)).toContain('obstetrics-gynecology')
  })

  it('with the name it was found by, where its own does not say it', () => {
    expect(findSpecialties('renal medicine', 'es')[0]).toMatchObject({ code: 'nephrology', by: 'Renal medicine' })
    expect(findSpecialties('nefrolog', 'es')[0]).toMatchObject({ code: 'nephrology', by: null })
  })
})

test('nothing typed offers all, in the reader’s alphabet; nonsense offers none', () => {
  const all = findSpecialties('  ', 'es')
  expect(all).toHaveLength(specialties.length)
  expect(all.map(({ name }) => name)).toEqual(all.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'es')))
  expect(findSpecialties('xyzzy', 'en')).toEqual([])
})

test('each is found by its own name in either language, in first place or beside its namesake', () => {
  for (const specialty of specialties)
    for (const name of [specialty.en, specialty.es])
      expect(
        findSpecialties(name, 'en')
          .slice(0, 2)
          .map(({ code }) => code),
      ).toContain(specialty.code)
})

test('what was used now stands before what was used before, once', () => {
  expect(withUsed(['cardiology', 'pediatrics'], ['pediatrics', 'dermatology'])).toEqual(['pediatrics', 'dermatology', 'cardiology'])
})
