import { useState } from 'preact/hooks'
import type { ImageReview } from '#contract/community/media.ts'
import { type Marks, marksFor } from './marks.rules.ts'

/** What has been decided and drawn, and the way back step by step. */
export const useMarks = (review: ImageReview) => {
  const [steps, setSteps] = useState<readonly Marks[]>([marksFor(review)])
  const marks = steps.at(-1) ?? marksFor(review)
  return {
    marks,
    change: (next: Marks) => setSteps([...steps, next]),
    undo: steps.length > 1 ? () => setSteps(steps.slice(0, -1)) : null,
    /** Begins anew, with the image as it is now. */
    reset: (now: ImageReview) => setSteps([marksFor(now)]),
  }
}
