import type { Clock } from '../../../platform/time.ts'
import { patience } from '../askPolitely.ts'
import type { RegisterAdapter } from '../RegisterAdapter.ts'
import { readReadResponse, readRequest, readVerifyResponse, verifyRequest } from './message.ts'

/** Where the contract says the services are, and who asks. */
export interface PieAccess {
  /** PIE Verify: number and birth date together. */
  readonly url: string
  /** PIE's reading by number, with which doctors are looked up again; null where the contract has none. */
  readonly readUrl: string | null
  readonly user: string
  readonly password: string
}

/**
 * Ahpra's PIE. Number and birth date together lead to the register's record, and a match binds the two; the number alone reads the record, which binds
 * nothing. Without a birth date and without a contract for reading nothing is asked.
 */
export const pie = ({ url, readUrl, user, password }: PieAccess, { clock }: { clock: Clock }): RegisterAdapter => {
  const ask = async (address: string, body: string): Promise<string> => {
    const response = await fetch(address, {
      method: 'POST',
      signal: AbortSignal.timeout(patience),
      headers: {
        'content-type': 'application/xml',
        accept: 'application/xml',
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      },
      body,
    })
    if (!response.ok) throw new Error(`answered ${response.status}`)
    return response.text()
  }
  return {
    code: 'au-pie',
    country: 'AU',
    mode: 'partner',
    // A wrong birth date is a miss as well: a person looks before anybody is refused.
    authoritativeMiss: false,
    freshForHours: 3 * 24,
    lookUp: async (number, { birthDate }) => {
      const asOf = clock.now()
      try {
        if (birthDate !== undefined) {
          const record = readVerifyResponse(await ask(url, verifyRequest(number, birthDate)), number)
          return record ? { outcome: 'hit', record, asOf, namesakes: null, birthDateMatched: true } : { outcome: 'miss', asOf }
        }
        if (readUrl === null) return { outcome: 'unavailable', reason: 'needs a birth date' }
        const record = readReadResponse(await ask(readUrl, readRequest(number)), number)
        return record ? { outcome: 'hit', record, asOf, namesakes: null } : { outcome: 'miss', asOf }
      } catch (error) {
        return { outcome: 'unavailable', reason: (error as Error).message }
      }
    },
  }
}
