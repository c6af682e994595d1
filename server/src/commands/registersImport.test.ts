import { expect, test } from 'vitest'
import { UsageError } from './Command.ts'
import { dayFrom } from './registersImport.ts'

const written = new Date('2026-11-24T03:00:00Z')

test('the day of a register is as said, else the last in the file’s name, else when it was written', () => {
  expect(dayFrom('2026-11-08', 'npidata_pfile_20050523-20261110.csv', written)).toBe('2026-11-08')
  expect(dayFrom(undefined, 'npidata_pfile_20050523-20261110.csv', written)).toBe('2026-11-10')
  expect(dayFrom(undefined, 'lrmp-2026-11-09.csv', written)).toBe('2026-11-09')
  expect(dayFrom(undefined, 'lrmp_20269999.csv', written)).toBe('2026-11-24')
  expect(() => dayFrom('2026-02-30', 'x.csv', written)).toThrow(UsageError)
})
