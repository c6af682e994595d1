import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smoothed } from './smooth.rules.ts'

test('a blank that changing places left before a sign goes; one the author left stays', () => {
  expect(smoothed('Esto es bronquitis plástica .', 'This is plastic bronchitis.', 'es')).toBe('Esto es bronquitis plástica.')
  expect(smoothed('Es bronquitis plástica , no asma.', 'It is plastic bronchitis, not asthma.', 'es')).toBe(
    'Es bronquitis plástica, no asma.',
  )
  expect(smoothed('Dosis : 5 mg.', 'Dose : 5 mg.', 'es')).toBe('Dosis : 5 mg.')
  expect(smoothed('Give .5 mg.', 'Dé .5 mg.', 'en')).toBe('Give .5 mg.')
})

test('nothing but blanks is lost, whatever stands there', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom('fiebre', 'tos', '5 mg', '.', ',', ';', ':', '?', ')', ' '), { maxLength: 12 }), (parts) => {
      const said = parts.join(' ').trim()
      expect(smoothed(said, 'fever', 'en').replaceAll(' ', '')).toBe(said.replaceAll(' ', ''))
    }),
  ))
