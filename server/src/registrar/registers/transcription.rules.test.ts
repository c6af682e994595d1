import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countries } from '#atlas/countries.ts'
import { manualDeskOf, transcribedFields } from './manualDesks.ts'
import { readDegree } from './mx/degree.rules.ts'
import { differingFields, recordFrom, type Transcription, wrongIn } from './transcription.rules.ts'

const ireland = manualDeskOf('IE')
const typed: Transcription = { family: "O'Sample", given: 'Niamh', status: 'General / Specialist Division', specialty: 'Cardiology' }

test('two people who read the same page agree, however they type it', () => {
  expect(differingFields(ireland, typed, { ...typed, family: 'O’SAMPLE ', given: ' niamh', specialty: 'CARDIOLOGY' })).toEqual([])
  expect(differingFields(ireland, typed, { ...typed, family: 'Sample', status: 'not listed' })).toEqual(['family', 'status'])
})

test('a transcription says what is missing in it', () => {
  expect(wrongIn(ireland, typed)).toEqual([])
  expect(wrongIn(ireland, { ...typed, given: ' ', status: 'Registered, I think' })).toEqual(['given', 'status'])
  expect(wrongIn(manualDeskOf('AU'), { family: 'A', given: 'B', status: 'Suspended', validUntil: '2026-02-30' })).toEqual(['validUntil'])
})

test('what was read becomes a record like any other', () => {
  const record = recordFrom(manualDeskOf('CA'), '123456', {
    college: 'CPSO',
    family: 'Sample',
    given: 'Ana',
    otherNames: 'Former; Ana Maria Earlier',
    status: 'Active + Independent Practice',
  })
  expect(record).toMatchObject({ standing: 'good', eligible: 'yes', licences: ['CPSO 123456'], rawStatus: 'Active + Independent Practice' })
  expect(record.names).toEqual(
    expect.arrayContaining([
      { given: 'Ana', family: 'Sample' },
      { given: 'Ana', family: 'former' },
      { given: 'ana maria', family: 'earlier' },
    ]),
  )
})

test.each([
  ['LICENCIATURA EN MÉDICO CIRUJANO', 'physician'],
  ['Médica Cirujana y Partera', 'physician'],
  ['MEDICINA', 'physician'],
  ['CIRUJANO DENTISTA', 'other'],
  ['MEDICO VETERINARIO ZOOTECNISTA', 'other'],
  ['MÉDICO CIRUJANO Y HOMEÓPATA', 'unclear'],
  ['LICENCIATURA EN ENFERMERÍA', 'other'],
  ['LICENCIATURA EN DERECHO', 'unclear'],
] as const)('the degree "%s" is %s', (degree, verdict) => expect(readDegree(degree)).toBe(verdict))

test('the words of a degree decide in Mexico, whatever was picked', () => {
  const mexico = manualDeskOf('MX')
  const [physician] = mexico.wordings
  const read = (degree: string) => recordFrom(mexico, '1234567', { family: 'A', given: 'B', degree, status: physician?.raw ?? '' })
  expect(read('MEDICO CIRUJANO')).toMatchObject({ standing: 'good', eligible: 'yes' })
  expect(read('CIRUJANO DENTISTA')).toMatchObject({ standing: 'none', eligible: 'no' })
  expect(read('QUIMICO')).toMatchObject({ eligible: 'review' })
})

test('agreeing is symmetric, and a transcription agrees with itself', () => {
  const transcription = fc.record(Object.fromEntries(transcribedFields.map((field) => [field, fc.string({ maxLength: 8 })])), {
    requiredKeys: [],
  })
  const country = fc.constantFrom(...countries.map(({ code }) => code))
  fc.assert(
    fc.property(country, transcription, transcription, (code, one, other) => {
      const desk = manualDeskOf(code)
      expect(differingFields(desk, one, one)).toEqual([])
      expect(differingFields(desk, one, other)).toEqual(differingFields(desk, other, one))
    }),
  )
})
