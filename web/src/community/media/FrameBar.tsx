import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { frameOn } from './stack.rules.ts'

interface Shown {
  readonly at: number
  readonly frames: number
  readonly turnTo: (frame: number) => void
  readonly playing: boolean
  readonly setPlaying: (playing: boolean) => void
}

/** Where in a stack one is, and the ways through it. */
export const FrameBar = ({ at, frames, turnTo, playing, setPlaying }: Shown) => {
  const { media } = useWords()
  return (
    <div className="viewer-frames">
      <button
        type="button"
        className="viewer-tool"
        aria-label={playing ? media.stack.pause : media.stack.play}
        onClick={() => setPlaying(!playing)}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <input
        type="range"
        min="0"
        max={frames - 1}
        step="1"
        value={at}
        aria-label={media.stack.frame}
        aria-valuetext={media.stack.position(at + 1, frames)}
        onInput={({ currentTarget }) => {
          setPlaying(false)
          turnTo(frameOn(Number(currentTarget.value), 0, frames))
        }}
      />
      <output aria-live="off">{media.stack.position(at + 1, frames)}</output>
    </div>
  )
}
