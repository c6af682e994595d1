import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../../platform/time.ts'
import { days, seconds } from '../../platform/time.ts'

interface Manners {
  readonly clock: Clock
  /** Milliseconds between the beginnings of two questions. */
  readonly gap: number
  /** Milliseconds an answer is kept. */
  readonly keptFor?: number
}

const mostKept = 1_000

/**
 * Asks somebody else's server one question after the other, never faster than its gap, the same question once, and a question just
 * answered not again. Throws what the asking throws; such an answer is not kept.
 */
export const askPolitely = <Answer>(
  ask: (question: string) => Promise<Answer>,
  { clock, gap, keptFor = days }: Manners,
): ((question: string) => Promise<Answer>) => {
  const kept = new Map<string, { readonly answer: Promise<Answer>; readonly at: number }>()
  let turn: Promise<unknown> = Promise.resolve()

  const inTurn = (question: string): Promise<Answer> => {
    const answer = turn.then(() => ask(question))
    turn = answer.then(
      () => sleep(gap, undefined, { ref: false }),
      () => sleep(gap, undefined, { ref: false }),
    )
    return answer
  }

  return (question) => {
    const now = clock.now().getTime()
    const known = kept.get(question)
    if (known && now - known.at < keptFor) return known.answer
    const answer = inTurn(question)
    kept.delete(question)
    kept.set(question, { answer, at: now })
    answer.catch(() => kept.delete(question))
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return answer
  }
}

/** How long an answer may take. */
export const patience = 10 * seconds
