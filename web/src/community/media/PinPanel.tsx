import { useEffect, useRef } from 'preact/hooks'
import type { ShownImage } from '#contract/shapes.ts'
import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { ViewerPin } from './pins.rules.ts'
import type { ViewerPins } from './ViewerPins.ts'
import './pins.css'

interface Shown {
  readonly image: ShownImage
  readonly pins: readonly ViewerPin[]
  readonly about: ViewerPins['about']
  readonly ways: ViewerPins['ways']
  readonly writing: ViewerPins['writing']
  readonly selected: number | null
  readonly select: (number: number) => void
  readonly placing: boolean
  readonly setPlacing: (placing: boolean) => void
}

/** The pins of an image as a list: whose they are, what is said of them, and the way there. */
export const PinPanel = ({ image, pins, about, ways, writing, selected, select, placing, setPlacing }: Shown) => {
  const { media } = useWords()
  const words = media.pins
  const listRef = useRef<HTMLOListElement>(null)
  useEffect(() => {
    listRef.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    <section className="viewer-pins" aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
        {writing?.undo && (
          <button type="button" className="pin-act" onClick={writing.undo}>
            <Icon name="undo" />
            {words.undo}
          </button>
        )}
        {writing?.full === false && (
          <button type="button" className="pin-act" aria-pressed={placing} onClick={() => setPlacing(!placing)}>
            <Icon name={placing ? 'close' : 'plus'} />
            {placing ? words.cancel : words.add}
          </button>
        )}
      </header>
      <p className="viewer-pins-hint" role="status">
        {placing ? words.tap : writing?.full ? words.full : pins.length === 0 ? words.none : null}
      </p>
      {pins.length > 0 && (
        <ol ref={listRef}>
          {pins.map(({ number, place, draft }) => (
            <li key={number} aria-current={selected === number ? 'true' : undefined}>
              <button
                type="button"
                className={draft ? 'pin-badge pin-draft' : 'pin-badge'}
                aria-label={words.show(number)}
                onClick={() => select(number)}
              >
                {number}
              </button>
              <div>
                {image.stack && image.stack.frames > 1 && (
                  <p className="pin-frame">{media.stack.position(place.frame + 1, image.stack.frames)}</p>
                )}
                {draft ? <p>{words.notSent}</p> : about(number)}
                <p className="pin-acts">
                  {!draft && ways(number)}
                  {writing && (
                    <button type="button" className="pin-act" onClick={() => writing.write(number)}>
                      {words.write(number)}
                    </button>
                  )}
                  {writing && draft && (
                    <button type="button" className="pin-act" onClick={() => writing.takeAway(number)}>
                      {words.takeAway}
                    </button>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
