import { useEffect, useRef, useState } from 'preact/hooks'
import { showFrame } from '#contract/community/media.ts'
import type { Stack } from '#contract/shapes.ts'
import { addressOf } from '../../platform/call.ts'
import { bytesEach, framesNear } from './stack.rules.ts'

/** As much of a stack as is held at once. */
const mostBytes = 160_000_000
const atOnce = 4

interface Of {
  readonly id: string
  readonly stack: Stack | null
  readonly revision?: number | undefined
}

/** The frames of a stack, fetched around the one that is looked at; those far away are let go when they become too many. */
export const useFrames = ({ id, stack, revision }: Of, at: number) => {
  const held = useRef(new Map<number, Uint8Array<ArrayBuffer>>())
  const under = useRef(new Map<number, AbortController>())
  const [loaded, setLoaded] = useState<ReadonlySet<number>>(new Set())
  const [failed, setFailed] = useState(false)
  const here = useRef(at)
  here.current = at
  const of = `${id} ${revision ?? ''}`

  const fetchNext = () => {
    if (!stack) return
    const wanted = framesNear(here.current, stack.frames, Math.max(1, Math.floor(mostBytes / bytesEach(stack))))
    for (const frame of held.current.keys()) if (!wanted.includes(frame)) held.current.delete(frame)
    for (const frame of wanted) {
      if (under.current.size >= atOnce) return
      if (held.current.has(frame) || under.current.has(frame)) continue
      const stop = new AbortController()
      under.current.set(frame, stop)
      void fetch(addressOf(showFrame, { params: { imageId: id, frame }, query: { revision } }), { signal: stop.signal })
        .then(async (response) => {
          if (!response.ok) throw new Error(String(response.status))
          held.current.set(frame, new Uint8Array(await response.arrayBuffer()))
          if (stop.signal.aborted) return
          setFailed(false)
          setLoaded(new Set(held.current.keys()))
          under.current.delete(frame)
          fetchNext()
        })
        .catch(() => {
          if (stop.signal.aborted) return
          under.current.delete(frame)
          setFailed(true)
        })
    }
  }

  useEffect(() => {
    setFailed(false)
    setLoaded(new Set())
    return () => {
      for (const stop of under.current.values()) stop.abort()
      under.current.clear()
      held.current.clear()
    }
  }, [of])
  useEffect(fetchNext, [of, at])

  return { frame: held.current.get(at) ?? null, loaded, failed }
}
