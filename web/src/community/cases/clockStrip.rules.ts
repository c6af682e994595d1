import type { ShownCase } from '#contract/community/cases.ts'
import { between } from './waiting.rules.ts'

/** One of the four points of a case's clock; `after` counts from the asking, null where it has not come. */
export interface ClockPoint {
  readonly name: 'asked' | 'firstResponse' | 'firstAnswer' | 'resolved' | 'waiting'
  readonly after: number | null
  /** How the line that leads here is drawn: dotted where nothing has come yet. */
  readonly line: 'none' | 'solid' | 'dotted'
}

/** Asked, first response, first answer, and resolved or how long it has been waiting. */
export const clockPoints = (clock: ShownCase['clock'], now: number): readonly ClockPoint[] => {
  const came = (name: 'firstResponse' | 'firstAnswer', at: string | null): ClockPoint => ({
    name,
    after: at === null ? null : between(clock.askedAt, at),
    line: at === null && clock.resolvedAt === null ? 'dotted' : 'solid',
  })
  return [
    { name: 'asked', after: 0, line: 'none' },
    came('firstResponse', clock.firstResponseAt),
    came('firstAnswer', clock.firstAnswerAt),
    clock.resolvedAt === null
      ? { name: 'waiting', after: between(clock.askedAt, now), line: 'dotted' }
      : { name: 'resolved', after: between(clock.askedAt, clock.resolvedAt), line: 'solid' },
  ]
}
