import type { LicenceScheme } from './countries.ts'

/** What came of reading a licence number as it was typed. */
export type NumberReading =
  | { readonly number: string }
  /** Too few or too many, as far as that can be said: a number of digits only, or a fixed length. */
  | { readonly problem: 'format' }
  /** The right form, but the last digit does not fit the others: most often two digits changed places. */
  | { readonly problem: 'check-digit' }

/** Reads a number as doctors type it: spaces, dots and dashes, small letters and the register's own prefix do not matter. */
export const readLicenceNumber = (scheme: Pick<LicenceScheme, 'format' | 'drop' | 'check'>, typed: string): NumberReading => {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.,:/#\u2010-\u2015-]/g, '')
  const number = scheme.drop ? plain.replace(scheme.drop, '') : plain
  if (!scheme.format.test(number)) return { problem: 'format' }
  if (scheme.check === 'npi-luhn' && !isNpi(number)) return { problem: 'check-digit' }
  if (scheme.check === 'luhn' && luhnSum(number) % 10 !== 0) return { problem: 'check-digit' }
  return { number }
}

/** Whether ten digits are an NPI: their Luhn sum behind the prefix 80840, which stands for health and the United States (45 CFR 162.406), adds 24. */
export const isNpi = (number: string): boolean => /^[12]\d{9}$/.test(number) && (luhnSum(number) + 24) % 10 === 0

/** The sum of Luhn: every second digit from the right counts double, and both its digits count. */
const luhnSum = (digits: string): number => {
  let sum = 0
  for (let at = digits.length - 1, isSecond = false; at >= 0; at -= 1, isSecond = !isSecond) {
    const value = (digits.charCodeAt(at) - 48) * (isSecond ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return sum
}
