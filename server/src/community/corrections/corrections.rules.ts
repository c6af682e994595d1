import { limits } from '#contract/community/corrections.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { TextLanguage } from '#contract/shapes.ts'
import { days } from '../../platform/time.ts'

export type CorrectionState = 'proposed' | 'accepted' | 'declined' | 'taken-back'

/** How long an author is asked about a correction; it stands by itself afterwards. */
export const askedFor = 14 * days

/** Whether somebody who reads these languages can judge a translation from one into another. */
export const readsBoth = (reads: readonly TextLanguage[], one: TextLanguage, other: TextLanguage): boolean =>
  reads.includes(one) && reads.includes(other)

/** Why these words cannot stand for a sentence. */
export const whyNoWords = (target: string, shown: string): ErrorCode | null => {
  if (target.trim() === '') return 'correction.empty'
  if (target.length > limits.sentence) return 'correction.too-long'
  return target.trim() === shown.trim() ? 'correction.same' : null
}

export interface Settling {
  readonly state: CorrectionState
  readonly isAuthor: boolean
  readonly isCorrector: boolean
  readonly readsBoth: boolean
}

/** Why somebody may not accept or decline a correction: declining is the author's alone, and nobody accepts their own. */
export const whyNotSettle = ({ state, isAuthor, isCorrector, readsBoth }: Settling, accept: boolean): ErrorCode | null => {
  if (state === 'taken-back') return 'correction.taken-back'
  if (isAuthor) return isCorrector && accept ? 'correction.own' : null
  if (!accept || state === 'declined') return 'correction.not-author'
  if (isCorrector) return 'correction.own'
  return readsBoth ? null : 'correction.one-language'
}
