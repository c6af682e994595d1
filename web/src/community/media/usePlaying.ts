import { useEffect, useState } from 'preact/hooks'
import type { Stack } from '#contract/shapes.ts'

/** Frames a second where the device does not say it. */
const usualRate = 12

/** Plays a stack from frame to frame and round again; waits for a frame that has not come. */
export const usePlaying = (stack: Stack | null, at: number, loaded: ReadonlySet<number>, turnTo: (frame: number) => void) => {
  const [playing, setPlaying] = useState(false)
  const next = stack ? (at + 1) % stack.frames : 0
  const ready = loaded.has(next)
  useEffect(() => {
    if (!playing || !ready) return
    const turning = setTimeout(() => turnTo(next), 1_000 / (stack?.rate ?? usualRate))
    return () => clearTimeout(turning)
  }, [playing, ready, next])
  return { playing, setPlaying }
}
