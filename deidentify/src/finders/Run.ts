import type { Reason } from '../Identifier.ts'

/** Words of a reading that are a name. */
export interface Run {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  readonly reason: Reason
  readonly confidence: number
}
