import { useState } from 'preact/hooks'
import type { ImageReview } from '#contract/community/media.ts'
import { type Marks, marksFor } from './marks.rules.ts'

/** What was decided and drawn on each photo, by what `useMarks` calls it, since the page was opened. */
export type BegunMarks = Map<string, readonly Marks[]>

/** What has been decided and drawn, and the way back step by step; `begun` holds it while the photo is closed. */
export const useMarks = (review: ImageReview, begun: BegunMarks) => {
  const name = `${review.id} ${review.revision}`
  const [steps, setSteps] = useState<readonly Marks[]>(begun.get(name) ?? [marksFor(review)])
  const keep = (next: readonly Marks[]) => {
    begun.set(name, next)
    setSteps(next)
  }
  const marks = steps.at(-1) ?? marksFor(review)
  return {
    marks,
    change: (next: Marks) => keep([...steps, next]),
    undo: steps.length > 1 ? () => keep(steps.slice(0, -1)) : null,
    /** Begins anew, with the image as it is now. */
    reset: (now: ImageReview) => keep([marksFor(now)]),
  }
}
