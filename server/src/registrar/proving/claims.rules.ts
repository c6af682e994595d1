import { type CountryCode, findCountry } from '#atlas/countries.ts'
import { readLicenceNumber } from '#atlas/licenceNumber.rules.ts'
import { partings } from '../registers/names/matchNames.rules.ts'
import type { PersonName } from '../registers/RegisterAdapter.ts'
import type { Claims } from './Login.ts'

/** Every text that stands at a path such as `memberships.number`; a list on the way is walked through. */
export const textsAt = (claims: unknown, path: string): string[] => {
  if (Array.isArray(claims)) return claims.flatMap((one) => textsAt(one, path))
  if (path === '') return typeof claims === 'string' || typeof claims === 'number' ? [String(claims)] : []
  if (typeof claims !== 'object' || claims === null) return []
  // A claim may have dots in its own name, as those that are addresses have.
  const whole = (claims as Claims)[path]
  if (whole !== undefined) return textsAt(whole, '')
  const [step = '', ...rest] = path.split('.')
  return textsAt((claims as Claims)[step], rest.join('.'))
}

/** Whether one of these is the licence number of a case, as its country writes it. */
export const namesNumber = (country: CountryCode, number: string, said: readonly string[]): boolean => {
  const scheme = findCountry(country)?.scheme
  return said.some((one) => {
    const reading = scheme && readLicenceNumber(scheme, one)
    return reading !== undefined && 'number' in reading && reading.number === number
  })
}

/** The name a provider gives: in its parts where it has them, else every way to part it; none where it gives none. */
export const namesIn = ({ given_name: given, family_name: family, name }: Claims): readonly PersonName[] =>
  typeof given === 'string' && typeof family === 'string' ? [{ given, family }] : typeof name === 'string' ? partings(name) : []
