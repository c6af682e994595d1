import { epochOf } from '#tickets/tickets.rules.ts'
import type { AnswersArrival } from '../keys/fragments.ts'
import type { Pending } from '../keys/tickets.ts'

/** What came of asking the registrar, and what is left to do. */
export interface RenewOutcome {
  readonly renewed: boolean
  /** An answer is not the registrar's signature on what was asked. */
  readonly notOpened: boolean
  /** When what waits for this epoch is signed (milliseconds since 1970); null where nothing waits for it. */
  readonly signedAt: number | null
  /** Requests for later months are missing at the registrar. */
  readonly next: 'deposit' | null
}

const hour = 3_600_000

/** Reads the answers: what is signed was handed in before this is asked. */
export const outcomeOf = (
  pending: readonly Pending[],
  { answers, rungs }: Pick<AnswersArrival, 'answers' | 'rungs'>,
  opened: boolean,
  renewed: boolean,
  now: Date,
): RenewOutcome => {
  const waitsNow = pending.some(({ claim }, at) => claim.kind === 'renewal' && claim.period <= epochOf(now) && answers[at] === 'waiting')
  const isAsked = (code: string, period: number) =>
    pending.some(({ claim }) => claim.kind === 'label' && claim.label === code && claim.period === period)
  // A label may be unknown because a finer one has taken its place; a renewal is unknown only where none was handed in.
  const isUnknown = pending.some(({ claim }, at) => claim.kind === 'renewal' && answers[at] === 'unknown')
  const isMissing = isUnknown || (rungs ?? []).some(({ code, period }) => !isAsked(code, period))
  return {
    renewed,
    notOpened: !opened,
    signedAt: waitsNow ? (Math.floor(now.getTime() / hour) + 1) * hour : null,
    next: opened && isMissing ? 'deposit' : null,
  }
}
