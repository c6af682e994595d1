import { expect, it } from 'vitest'
import { labelText } from './labelText.ts'

const words = { doctor: 'doctor', everywhere: 'worldwide' }

it('says what a byline will say, in the language of the reader', () => {
  expect(labelText('cardiology.ES', 'en', words)).toBe('cardiology · Spain')
  expect(labelText('cardiology.ES', 'es', { doctor: 'médico', everywhere: 'todo el mundo' })).toBe('cardiología · España')
  expect(labelText('doctor.europe', 'en', words)).toBe('doctor · Europe')
  expect(labelText('cardiology.world', 'en', words)).toBe('cardiology · worldwide')
  expect(labelText('doctor.world', 'en', words)).toBe('doctor · worldwide')
})
