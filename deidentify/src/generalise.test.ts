import { expect, test } from 'vitest'
import { findIdentifiers } from './findIdentifiers.ts'
import { generaliseAll } from './generalise.ts'
import type { Language } from './Identifier.ts'

test.each<[Language, string, string]>([
  ['en', 'He fell on 12 March and came back.', 'He fell in spring and came back.'],
  ['en', 'Seen on 9 July 2012.', 'Seen in 2012.'],
  ['en', 'Admitted between 2 January 2025 and 11 April 2025.', 'Admitted between 2025 and 2025.'],
  ['en', 'Our 103-year-old patient.', 'Our 90+ year-old patient.'],
  ['en', 'She lives in Whitehorse.', 'She lives in a town.'],
  ['en', 'Transferred from the Royal Infirmary.', 'Transferred from a hospital.'],
  ['en', 'Reviewed by Dr Smith.', 'Reviewed by a colleague.'],
  ['es', 'Ingresó el 3 de octubre.', 'Ingresó en otoño.'],
  ['es', 'Trasladada del Hospital San Juan de Dios.', 'Trasladada de un hospital.'],
  ['es', 'Paciente de 94 años.', 'Paciente de 90+ años.'],
])('%s: %s -> %s', (language, text, wanted) => {
  expect(generaliseAll(text, findIdentifiers(text, { language }), language)).toBe(wanted)
})

test('what is put in the place of a finding is found by nobody', () => {
  const text = 'Mrs Whitcombe, 92, saw Dr Jones at Elm Clinic on 3 May 2021; she lives in Paducah, call 555-123-4567.'
  const said = generaliseAll(text, findIdentifiers(text, { language: 'en' }), 'en')
  expect(findIdentifiers(said, { language: 'en' })).toEqual([])
})
