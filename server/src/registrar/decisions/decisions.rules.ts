import type { ErrorCode } from '#contract/errors.ts'
import type { ApplicationState } from '#contract/registrar/applications.ts'
import type { Checks, Decision } from '#contract/registrar/decisions.ts'

/** What an application becomes by each decision. */
export const stateAfter = { approve: 'approved', decline: 'declined', 'ask-for-more': 'more-wanted' } as const satisfies Record<
  Decision,
  ApplicationState
>

interface Asked {
  readonly decision: Decision
  readonly reason: string
  readonly checks: Checks
}

/** Why this cannot be decided so: somebody decided it otherwise, a check is open, or the applicant would not learn why. */
export const whyNoDecision = (state: ApplicationState, { decision, reason, checks }: Asked): ErrorCode | null => {
  if (state !== 'submitted') return 'application.decided'
  if (decision === 'approve') return Object.values(checks).every(Boolean) ? null : 'decision.checks-missing'
  return reason.trim() === '' ? 'decision.reason-missing' : null
}

/** Whether this is the decision that was made already, asked for a second time. */
export const isRepeat = (state: ApplicationState, decision: Decision): boolean => state === stateAfter[decision]
