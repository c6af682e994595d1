import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countries } from '#atlas/countries.ts'
import { readLicenceNumber } from '#atlas/licenceNumber.rules.ts'
import { otherNumbers } from '#atlas/otherNumbers.ts'

const rows = readFileSync(join(import.meta.dirname, 'vectors/licence_number_vectors.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',') as [string, string, string, string, string, string])

test.each(rows)('%s of %s: "%s" is %s, format %s, check digit %s', (code, _country, input, normalised, formatOk, checkOk) => {
  const scheme = [...countries.map((country) => country.scheme), ...otherNumbers].find((one) => one.code === code)
  if (!scheme) throw new Error(`There is no scheme ${code}`)
  const reading = readLicenceNumber(scheme, input)
  if (formatOk === 'true' && checkOk !== 'false') expect(reading).toEqual({ number: normalised })
  // A full-width digit is read as the digit it is, and then the check digit tells.
  else expect(reading).toEqual({ problem: formatOk === 'true' || /[０-９]/.test(input) ? 'check-digit' : 'format' })
})
