import type { ShownCase } from '#contract/community/cases.ts'
import type { PinPlace } from '#contract/community/pins.ts'
import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { usePinned } from './PinnedCase.tsx'
import '../media/pins.css'
import './pinChips.css'

interface Pin {
  readonly number: number
  readonly place: PinPlace | null
}

interface Shown {
  readonly label: string
  readonly images: ShownCase['images']
  readonly pins: readonly Pin[]
  /** For pins that are not sent yet. */
  readonly takeAway?: (number: number) => void
}

/** Pins as chips, each the way to its place in an image; one whose image is gone says so. */
export const PinChips = ({ label, images, pins, takeAway }: Shown) => {
  const { media } = useWords()
  const pinned = usePinned()
  if (pins.length === 0) return null
  const chipOf = ({ number, place }: Pin) => {
    const at = images.findIndex(({ id }) => id === place?.imageId)
    const { stack } = images[at] ?? { stack: null }
    if (!place || at < 0 || !pinned)
      return (
        <span className="pin-chip pin-chip-gone">
          <Icon name="pin" />
          {media.pins.gone(number)}
        </span>
      )
    const image = images.length > 1 ? media.position(at + 1, images.length) : null
    const frame = stack && stack.frames > 1 ? media.stack.position(place.frame + 1, stack.frames) : null
    const where = [image, frame].filter((part) => part !== null).join(' · ')
    return (
      <button type="button" className="pin-chip" onClick={({ currentTarget }) => pinned.open(number, currentTarget)}>
        <Icon name="pin" />
        {where === '' ? media.pins.pin(number) : media.pins.on(number, where)}
      </button>
    )
  }
  return (
    <ul className="pin-chips" aria-label={label}>
      {pins.map((pin) => (
        <li key={pin.number}>
          {chipOf(pin)}
          {takeAway && (
            <button type="button" className="pin-chip-away" aria-label={media.pins.remove(pin.number)} onClick={() => takeAway(pin.number)}>
              <Icon name="close" />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
