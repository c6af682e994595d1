import type { Clock } from '../../../platform/time.ts'
import { patience } from '../askPolitely.ts'
import type { RegisterAdapter } from '../RegisterAdapter.ts'
import { readVerifyResponse, verifyRequest } from './message.ts'

/** Where the contract says the service is, and who asks. */
export interface PieAccess {
  readonly url: string
  readonly user: string
  readonly password: string
}

/**
 * Ahpra's PIE Verify: number and birth date together lead to the register's record, and a match binds the two. Nothing is kept, and
 * without a birth date nothing is asked.
 */
export const pieVerify = ({ url, user, password }: PieAccess, { clock }: { clock: Clock }): RegisterAdapter => ({
  code: 'au-pie',
  country: 'AU',
  mode: 'partner',
  // A wrong birth date is a miss as well: a person looks before anybody is refused.
  authoritativeMiss: false,
  freshForHours: 3 * 24,
  lookUp: async (number, { birthDate }) => {
    if (birthDate === undefined) return { outcome: 'unavailable', reason: 'needs a birth date' }
    const asOf = clock.now()
    try {
      const response = await fetch(url, {
        method: 'POST',
        signal: AbortSignal.timeout(patience),
        headers: {
          'content-type': 'application/xml',
          accept: 'application/xml',
          authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
        },
        body: verifyRequest(number, birthDate),
      })
      if (!response.ok) throw new Error(`answered ${response.status}`)
      const record = readVerifyResponse(await response.text(), number)
      return record ? { outcome: 'hit', record, asOf, namesakes: null, birthDateMatched: true } : { outcome: 'miss', asOf }
    } catch (error) {
      return { outcome: 'unavailable', reason: (error as Error).message }
    }
  },
})
