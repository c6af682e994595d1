import { days } from '../../platform/time.ts'

/** How often a member may be asked: a bucket of tokens for the day and one for the week. */
export interface Budget {
  readonly perDay: number
  readonly perWeek: number
}

/** The most a member may choose, and what somebody on call has, because they said they are. */
export const largestBudget: Budget = { perDay: 20, perWeek: 20 }

const week = 7 * days

/** What was spent within the last week, oldest first: older tokens are back. */
export const stillSpent = (spentAt: readonly Date[], now: Date): readonly Date[] =>
  spentAt.filter((at) => at.getTime() > now.getTime() - week).toSorted((one, other) => one.getTime() - other.getTime())

/** When the next token is in both buckets: not after `now` when one is there already; null when there never is one. */
export const freeAt = (spentAt: readonly Date[], { perDay, perWeek }: Budget, now: Date): Date | null => {
  if (perDay === 0 || perWeek === 0) return null
  const spent = stillSpent(spentAt, now)
  // The bucket of the week has one again when all but the last `perWeek - 1` tokens are back.
  const back = (size: number, after: number): number => {
    const token = spent[spent.length - size]
    return token === undefined ? 0 : token.getTime() + after
  }
  return new Date(Math.max(now.getTime(), back(perDay, days), back(perWeek, week)))
}

/** Whether a member may be asked now. */
export const mayAsk = (spentAt: readonly Date[], budget: Budget, now: Date): boolean =>
  freeAt(spentAt, budget, now)?.getTime() === now.getTime()
