import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountryCode, countries, findCountry } from './countries.ts'
import { readLicenceNumber } from './licenceNumber.rules.ts'

const read = (country: CountryCode, typed: string) => {
  const scheme = findCountry(country)?.scheme
  if (!scheme) throw new Error(`no scheme for ${country}`)
  return readLicenceNumber(scheme, typed)
}

const npiWithCheckDigit = (nine: string): string => {
  const digits = [...`80840${nine}`].reverse().map(Number)
  const sum = digits.reduce((total, digit, at) => total + (at % 2 === 0 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit), 0)
  return `${nine}${(10 - (sum % 10)) % 10}`
}

describe('a licence number', () => {
  it.each([
    ['US', '1234567893', '1234567893'],
    ['US', '123 456 7893', '1234567893'],
    ['US', 'npi 1234567893', '1234567893'],
    ['US', '2100000019', '2100000019'],
    ['GB', '1234567', '1234567'],
    ['GB', 'GMC 1234567', '1234567'],
    ['GB', 'C1234567', '1234567'],
    ['AU', 'MED0000932846', 'MED0000932846'],
    ['AU', 'med 0000932945', 'MED0000932945'],
    ['NZ', '99536', '99536'],
    ['NZ', '9953', '9953'],
    ['ZA', 'mp 0123456', 'MP0123456'],
    ['IE', '012345', '012345'],
    ['IE', '12345', '12345'],
    ['ES', '282812345', '282812345'],
    ['ES', '28/28/12345', '282812345'],
    ['MX', '1234567', '1234567'],
    ['MX', '12345678', '12345678'],
    ['CA', 'CAMD-1234-5679', 'CAMD12345679'],
    ['CA', '12345', '12345'],
    ['CA', 'CPSO 123456', '123456'],
  ] as const)('of %s is read from "%s"', (country, typed, number) => {
    expect(read(country, typed)).toEqual({ number })
  })

  it.each([
    ['US', '3234567891'],
    ['US', '123456789'],
    ['GB', '123456'],
    ['GB', 'G1234567'],
    ['AU', 'NMW0000932945'],
    ['AU', 'MED000932945'],
    ['NZ', '99ZZZZ'],
    ['ZA', 'DP0123456'],
    ['ZA', 'MP123'],
    ['IE', '1234567'],
    ['ES', '532812345'],
    ['ES', '12345'],
    ['MX', '123456789'],
    ['MX', 'ABC1234'],
    ['CA', 'CANU-1234-5679'],
    ['CA', '1234567'],
  ] as const)('of %s is not "%s"', (country, typed) => {
    expect(read(country, typed)).toEqual({ problem: 'format' })
  })

  it('of each country is read from the example on its form', () => {
    for (const { code, scheme } of countries) expect([code, read(code, scheme.example)]).toEqual([code, { number: scheme.example }])
  })
})

describe('the check digit of an NPI', () => {
  const nine = fc.tuple(fc.constantFrom('1', '2'), fc.stringMatching(/^\d{8}$/)).map(([first, rest]) => first + rest)

  it('fits when it was computed, and nine other digits do not', () => {
    fc.assert(
      fc.property(nine, fc.integer({ min: 1, max: 9 }), (digits, off) => {
        const right = npiWithCheckDigit(digits)
        expect(read('US', right)).toEqual({ number: right })
        const wrong = `${digits}${(Number(right.at(-1)) + off) % 10}`
        expect(read('US', wrong)).toEqual({ problem: 'check-digit' })
      }),
    )
  })
})
