import { expect, test } from 'vitest'
import { specialties } from '#atlas/specialties.ts'
import { labelParts, specialtiesInLine, specialtyWithin } from './byline.rules.ts'

const english = { doctor: 'doctor', everywhere: 'worldwide' }
const said = (label: { specialty: string | null; place: string | null }, language: 'en' | 'es' = 'en') => {
  const { specialty, place } = labelParts({ code: 'x', group: false, ...label }, language, english)
  return `${specialty} · ${place}`
}

test('a byline says what the label says, and no more', () => {
  expect(said({ specialty: 'cardiology', place: 'ES' })).toBe('cardiology · Spain')
  expect(said({ specialty: 'cardiology', place: null })).toBe('cardiology · worldwide')
  expect(said({ specialty: null, place: 'oceania' })).toBe('doctor · Oceania')
  expect(said({ specialty: null, place: null })).toBe('doctor · worldwide')
})

test('a byline is told in the reader’s language', () => {
  expect(said({ specialty: 'cardiology', place: 'MX' }, 'es')).toBe('cardiología · México')
})

test('within a line only the first specialty is capitalised', () => {
  expect(specialtiesInLine(['cardiology', 'pain-medicine'], 'en')).toBe('Cardiology, pain medicine')
  for (const { code } of specialties) expect(specialtyWithin(code, 'es')).not.toMatch(/^\p{Lu}/u)
})
