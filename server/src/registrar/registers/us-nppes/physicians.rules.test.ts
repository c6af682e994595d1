import { expect, test } from 'vitest'
import { hasMedicalDegree, isDeactivated, readTaxonomies } from './physicians.rules.ts'

const no = { isPhysician: false }
const plain = { isPhysician: true, isTrainee: false, flags: [] }

test.each([
  [['207R00000X'], '', plain],
  [['363LF0000X', '208D00000X'], 'MD', plain],
  [['363A00000X'], 'PA-C', no],
  [['367500000X'], 'CRNA', no],
  [['207SG0205X'], 'PHD', no],
  [['2085R0205X'], 'PHD', no],
  [['2085R0205X', '2085R0202X'], 'MD', plain],
  [['207SG0203X'], 'PHD', { ...plain, flags: ['may-be-scientist'] }],
  [['207SG0203X'], 'MD, PHD', plain],
  [['204E00000X'], 'DDS', { ...plain, flags: ['may-be-dentist'] }],
  [['204E00000X', '207R00000X'], 'DDS, MD', plain],
  [['390200000X'], '', { isPhysician: true, isTrainee: true, flags: ['student-or-resident'] }],
  [['390200000X', '207R00000X'], 'MD', plain],
  [[], 'MD', no],
])('%s with "%s"', (codes, credential, verdict) => {
  expect(readTaxonomies(codes, credential)).toEqual(verdict)
})

test.each([
  ['M.D.', true],
  ['D.O.', true],
  ['Ph.D., M.D.', true],
  ['MBBS', true],
  ['PHD', false],
  ['DMD', false],
  ['', false],
])('"%s" says a medical degree: %s', (credential, says) => expect(hasMedicalDegree(credential)).toBe(says))

test('an NPI switched on again is on', () => {
  expect(isDeactivated('02/03/2025', '')).toBe(true)
  expect(isDeactivated('02/03/2025', '12/01/2024')).toBe(true)
  expect(isDeactivated('12/31/2024', '01/05/2025')).toBe(false)
  expect(isDeactivated('', '01/05/2025')).toBe(false)
})
