import type { Window } from '#atlas/lightWindow.ts'
import type { Stack } from '#contract/shapes.ts'
import { useWords } from '../../platform/useWords.ts'
import { presetsOf } from './stack.rules.ts'

interface Shown {
  readonly stack: Stack
  readonly window: Window
  readonly setWindow: (window: Window) => void
  readonly inverted: boolean
  readonly invert: () => void
}

/** The windows one looks through most, and the film on the light box. */
export const WindowPanel = ({ stack, window, setWindow, inverted, invert }: Shown) => {
  const { media } = useWords()
  return (
    <div className="viewer-look viewer-presets">
      {presetsOf(stack).map((one) => (
        <button
          key={one.preset}
          type="button"
          className="viewer-tool viewer-preset"
          aria-pressed={one.window.centre === window.centre && one.window.width === window.width}
          onClick={() => setWindow(one.window)}
        >
          {media.stack.preset[one.preset]}
        </button>
      ))}
      <button type="button" className="viewer-tool viewer-preset" aria-pressed={inverted} onClick={invert}>
        {media.invert}
      </button>
    </div>
  )
}
