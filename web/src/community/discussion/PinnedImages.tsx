import { pinsNamedIn } from '#atlas/namedPins.ts'
import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { BylineLine } from '../bylines/BylineLine.tsx'
import { ImageStrip } from '../media/ImageStrip.tsx'
import type { ViewerPin } from '../media/pins.rules.ts'
import type { Reading } from '../texts/useReading.ts'
import { usePinned, useWritten } from './PinnedCase.tsx'
import { type KnownPin, saidOf } from './pins.rules.ts'
import { useTakesComments } from './useTakesComments.ts'

/** Who put a pin and what they say of it. */
const AboutPin = ({ pin: { number, of } }: { pin: KnownPin }) => (
  <>
    <p lang={of.text?.language}>{saidOf(of.text?.body ?? '', number)}</p>
    <BylineLine byline={of.byline} asker={of.byAsker} />
  </>
)

/** The ways from a pin to its comment and to the others that name it. */
const WaysFrom = ({ pin: { of, namedBy }, read }: { pin: KnownPin; read: (commentId: string) => void }) => {
  const { media } = useWords()
  return (
    <>
      <button type="button" className="pin-act" onClick={() => read(of.id)}>
        {media.pins.read}
      </button>
      {namedBy.length > 0 && (
        <span className="pin-named">
          {media.pins.alsoNamed}
          {namedBy.map(({ id, byline }) => (
            <button key={id} type="button" className="pin-act" onClick={() => read(id)}>
              {byline.name ?? byline.handle}
            </button>
          ))}
        </span>
      )}
    </>
  )
}

interface Shown {
  readonly shown: ShownCase
  readonly reading: Reading
  readonly recognise: (imageId: string) => void
}

/** The images of a case with the pins on them, those that are not sent yet among them. */
export const PinnedImages = ({ shown, reading, recognise }: Shown) => {
  const { media } = useWords()
  const pinned = usePinned()
  const { draft, change, pins } = useWritten()
  const takesComments = useTakesComments(shown)
  if (!pinned) return null
  const { known, viewer, read } = pinned

  /** Names a pin where the text goes on, unless it is named already, and goes there. */
  const write = (number: number) => {
    if (!pinsNamedIn(draft.text).some((named) => named.number === number)) {
      const text = draft.text.trimEnd()
      change({ text: text === '' ? `${media.pins.pin(number)}: ` : `${text} (${media.pins.named(number)}) ` })
    }
    viewer.close(document.getElementById('composer'))
  }
  const placed = ({ number, place }: KnownPin): readonly ViewerPin[] => (place ? [{ number, place, draft: false }] : [])
  return (
    <ImageStrip
      images={shown.images}
      reading={reading}
      recognise={recognise}
      viewer={viewer}
      pins={{
        all: [...[...known.values()].flatMap(placed), ...pins.all.map(({ number, ...place }) => ({ number, place, draft: true }))],
        about: (number) => {
          const pin = known.get(number)
          return pin && <AboutPin pin={pin} />
        },
        ways: (number) => {
          const pin = known.get(number)
          return pin && <WaysFrom pin={pin} read={read} />
        },
        writing: takesComments ? { ...pins, write } : null,
      }}
    />
  )
}
