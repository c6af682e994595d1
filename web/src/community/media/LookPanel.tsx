import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { type Look, plainLook } from './look.rules.ts'

/** Brightness, contrast and the film on the light box. */
export const LookPanel = ({ look, change }: { look: Look; change: (next: Look) => void }) => {
  const { media } = useWords()
  return (
    <div className="viewer-look">
      {(['brightness', 'contrast'] as const).map((what) => (
        <label key={what}>
          {media[what]}
          <input
            type="range"
            min="0.3"
            max="3"
            step="0.05"
            value={look[what]}
            onInput={({ currentTarget }) => change({ ...look, [what]: Number(currentTarget.value) })}
          />
        </label>
      ))}
      <button
        type="button"
        className="viewer-tool"
        aria-pressed={look.inverted}
        onClick={() => change({ ...look, inverted: !look.inverted })}
      >
        <Icon name="moon" />
        {media.invert}
      </button>
      <button type="button" className="viewer-tool" onClick={() => change({ ...plainLook, turns: look.turns })}>
        <Icon name="undo" />
        {media.asItIs}
      </button>
    </div>
  )
}
