import { createPortal, lazy, Suspense } from 'preact/compat'
import { useEffect, useRef } from 'preact/hooks'
import type { ImageReview } from '#contract/community/media.ts'
import type { BegunMarks } from './useMarks.ts'

const ImageCheck = lazy(() => import('./ImageCheck.tsx').then(({ ImageCheck: check }) => ({ default: check })))

/** The check of a photo, over the page; the browser's Back closes it, and what was drawn by then is there when it is opened again. */
export const ImageCheckFor = ({ review, title, close }: { review: ImageReview | undefined; title: string; close: () => void }) => {
  const opened = review?.id
  const begun = useRef<BegunMarks>(new Map())
  useEffect(() => {
    if (!opened) return
    history.pushState({ ...history.state, viewer: true }, '')
    window.addEventListener('popstate', close)
    return () => window.removeEventListener('popstate', close)
  }, [opened])
  if (!review) return null
  // Not inside the form it is opened from: Enter in here must not send the case.
  return createPortal(
    <Suspense fallback={null}>
      <ImageCheck key={review.id} review={review} begun={begun.current} title={title} close={() => history.back()} />
    </Suspense>,
    document.body,
  )
}
