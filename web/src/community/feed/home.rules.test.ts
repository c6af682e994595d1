import { expect, test } from 'vitest'
import { specialties } from '#atlas/specialties.ts'
import { homeAddress, readHome, specialtyChoices } from './home.rules.ts'

test('an address says which list is meant, and reads back the same', () => {
  for (const asked of [
    { list: 'for-you' },
    { list: 'latest', specialty: 'cardiology' },
    { list: 'resolved', published: 'only' },
    { list: 'resolved', specialty: 'cardiology', published: 'without' },
  ] as const)
    expect(readHome(homeAddress(asked).slice(1))).toEqual(asked)
  expect(homeAddress({ list: 'for-you' })).toBe('/')
})

test('what an address says wrongly is left out', () => {
  expect(readHome('?list=nothing&specialty=witchcraft&published=maybe')).toEqual({ list: 'for-you' })
  expect(readHome('?list=latest&published=only')).toEqual({ list: 'latest' })
})

test('every specialty can be chosen, once', () => {
  for (const language of ['en', 'es'] as const)
    expect(
      specialtyChoices(language)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(specialties.map(({ code }) => code).sort())
})
