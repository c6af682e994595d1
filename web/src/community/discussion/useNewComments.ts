import { useEffect, useRef, useState } from 'preact/hooks'
import type { ShownComment } from '#contract/community/discussion.ts'
import { newSince } from './threads.rules.ts'

/** What others have said since this page was opened, in the order it came, until the reader has had it on screen. */
export const useNewComments = (comments: readonly ShownComment[]) => {
  const known = useRef<ReadonlySet<string> | null>(null)
  const [arrived, setArrived] = useState<readonly ShownComment[]>([])
  const [unseen, setUnseen] = useState<readonly ShownComment[]>([])

  useEffect(() => {
    const fresh = newSince(known.current, comments)
    known.current = new Set(comments.map(({ id }) => id))
    if (fresh.length === 0) return
    setArrived((before) => [...before, ...fresh])
    setUnseen((before) => [...before, ...fresh])
  }, [comments])

  useEffect(() => {
    if (unseen.length === 0) return
    const observer = new IntersectionObserver((entries) => {
      const seen = new Set(entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target.id))
      if (seen.size > 0) setUnseen((before) => before.filter(({ id }) => !seen.has(`comment-${id}`)))
    })
    for (const { id } of unseen) {
      const element = document.getElementById(`comment-${id}`)
      if (element) observer.observe(element)
    }
    return () => observer.disconnect()
  }, [unseen])

  return { arrived: new Set(arrived.map(({ id }) => id)), unseen }
}
