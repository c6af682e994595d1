import type { CountryCode } from '#atlas/countries.ts'
import { hours } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { type ManualDesk, manualDeskOf } from './manualDesks.ts'
import type { Hint, RegisterAdapter, RegisterRecord } from './RegisterAdapter.ts'

export interface FoundInRegister {
  /**
   * `hit`: a fresh record. `miss`: a fresh register without this number. `unavailable`: no fresh answer, so nothing passes by itself;
   * an old record may be shown. `manual`: this country's register is read by a person.
   */
  readonly outcome: 'hit' | 'miss' | 'unavailable' | 'manual'
  /** What answered, or would have; null where only a person can look. */
  readonly adapter: Pick<RegisterAdapter, 'code' | 'mode' | 'authoritativeMiss' | 'freshForHours'> | null
  readonly record: RegisterRecord | null
  /** Of when the answer is. */
  readonly asOf: Date | null
  /** How many others bear this name; more than none calls for a stronger proof. Null where that cannot be counted. */
  readonly namesakes: number | null
  /** Whether the regulator confirmed the birth date that was given with the question. */
  readonly birthDateMatched: boolean
  /** How a person looks it up. */
  readonly desk: ManualDesk
}

/**
 * Looks a number (in its normal form) up in the register of a country, by the first way that gives a fresh answer.
 * A number one way does not know is asked of the next: a copy is older than its register.
 */
export const findInRegister = async (
  { registers, clock, log }: Pick<Deps, 'registers' | 'clock' | 'log'>,
  { country, number, hint = {} }: { country: CountryCode; number: string; hint?: Hint },
): Promise<FoundInRegister> => {
  const desk = manualDeskOf(country)
  const ways = registers.filter((adapter) => adapter.country === country)
  const nothing = { record: null, asOf: null, namesakes: null, birthDateMatched: false, desk }
  let answer: FoundInRegister = { ...nothing, outcome: ways.length > 0 ? 'unavailable' : 'manual', adapter: ways[0] ?? null }
  for (const adapter of ways) {
    const found = await adapter.lookUp(number, hint)
    if (found.outcome === 'unavailable') {
      log.info({ register: adapter.code, reason: found.reason }, 'register unavailable')
      continue
    }
    const isFresh = clock.now().getTime() - found.asOf.getTime() <= adapter.freshForHours * hours
    if (found.outcome === 'hit') {
      const { record, asOf, namesakes, birthDateMatched = false } = found
      const hit = { ...nothing, adapter, record, asOf, namesakes, birthDateMatched }
      if (isFresh) return { ...hit, outcome: 'hit' }
      if (answer.outcome !== 'miss') answer = { ...hit, outcome: 'unavailable' }
    } else if (isFresh && answer.outcome !== 'miss') {
      answer = { ...nothing, outcome: 'miss', adapter, asOf: found.asOf }
    }
  }
  return answer
}
