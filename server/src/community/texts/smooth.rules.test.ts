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

test('how somebody is and what is said of them is said as a colleague would', () => {
  const spanish = (said: string) => smoothed(said, 'He is.', 'es')
  expect(spanish('El paciente es afebril y somnoliento')).toBe('El paciente está afebril y somnoliento')
  expect(spanish('Es diabético')).toBe('Es diabético')
  expect(spanish('Está con insulina y tiene ninguna herida')).toBe('Está con insulina y no tiene ninguna herida')
  expect(spanish('Espere hasta lunes, antes de alta')).toBe('Espere hasta el lunes, antes del alta')
  expect(spanish('Hasta que la TC es normal y está hecha')).toBe('Hasta que la TC sea normal y está hecha')
  const english = (said: string) => smoothed(said, 'Es.', 'en')
  expect(english('It denies fever and it vomits')).toBe('denies fever and vomits')
  expect(english('It is pneumonia')).toBe('It is pneumonia')
  expect(english('It was suspended the warfarin.')).toBe('The warfarin was suspended.')
  expect(english('Neither the CT neither the MRI; a AF, a STEMI')).toBe('Neither the CT nor the MRI; an AF, a STEMI')
})

test('nothing but blanks is lost, whatever stands there', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom('fiebre', 'tos', '5 mg', '.', ',', ';', ':', '?', ')', ' '), { maxLength: 12 }), (parts) => {
      const said = parts.join(' ').trim()
      expect(smoothed(said, 'fever', 'en').replaceAll(' ', '')).toBe(said.replaceAll(' ', ''))
    }),
  ))
