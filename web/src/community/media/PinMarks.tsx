import type { PinPlace } from '#contract/community/pins.ts'
import type { ShownImage } from '#contract/shapes.ts'
import { useWords } from '../../platform/useWords.ts'
import { type Look, placeUnturned } from './look.rules.ts'
import { nearestPixel, shareOf, type ViewerPin } from './pins.rules.ts'
import './pins.css'

interface Shown {
  readonly image: ShownImage
  readonly pins: readonly ViewerPin[]
  readonly selected: number | null
  readonly style: Record<string, string | number>
  readonly scale: number
  readonly look: Look
  /** How many of the image's pixels one of the screen is. */
  readonly each: number
  readonly select: (number: number) => void
  readonly move: (number: number, place: PinPlace) => void
  readonly takeAway: (number: number) => void
  readonly done: () => void
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Pins over an image: they stay on their pixel and upright, however it is turned and enlarged. Fingers reach what lies below; the keyboard reaches them. */
export const PinMarks = ({ image, pins, selected, style, scale, look, each, select, move, takeAway, done }: Shown) => {
  const { media } = useWords()
  const onKeyDown = (event: KeyboardEvent, { number, place, draft }: ViewerPin) => {
    const way = moves[event.key]
    if (!draft) return
    if (event.key === 'Delete' || event.key === 'Backspace' || event.key === 'Escape') takeAway(number)
    else if (event.key === 'Enter') done()
    else if (way) {
      const by = event.shiftKey ? 1 : Math.max(1, Math.round(8 * each))
      // As it is seen: up is up on a turned image too.
      const turned = placeUnturned({ x: 0.5 + way[0] / 2, y: 0.5 + way[1] / 2 }, look)
      const to = { x: place.x + (turned.x - 0.5) * 2 * by, y: place.y + (turned.y - 0.5) * 2 * by }
      move(number, { ...place, ...nearestPixel(shareOf(to, image), image) })
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="pin-marks" style={style}>
      {pins.map((pin) => {
        const { x, y } = shareOf(pin.place, image)
        return (
          <button
            key={pin.number}
            type="button"
            className={pin.draft ? 'pin pin-draft' : 'pin'}
            data-pin={pin.number}
            aria-pressed={selected === pin.number}
            aria-label={pin.draft ? media.pins.draft(pin.number) : media.pins.pin(pin.number)}
            style={{
              left: `${x * 100}%`,
              top: `${y * 100}%`,
              transform: `translate(-50%, -50%) rotate(${-90 * look.turns}deg) scale(${1 / scale})`,
            }}
            onClick={() => select(pin.number)}
            onKeyDown={(event) => onKeyDown(event, pin)}
          >
            {pin.number}
          </button>
        )
      })}
    </div>
  )
}
