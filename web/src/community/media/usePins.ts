import { useEffect, useRef, useState } from 'preact/hooks'
import type { ShownImage } from '#contract/shapes.ts'
import { type Look, screenOver, shareUnder } from './look.rules.ts'
import { broughtBefore, isInSight, nearestPixel, pinsOn, pinUnder, pixelAt, shareOf, type ViewerPin } from './pins.rules.ts'
import type { Opened } from './useImageViewer.ts'
import type { useZoom } from './useZoom.ts'
import type { ViewerPins } from './ViewerPins.ts'
import type { Point, Size } from './zoom.rules.ts'

const fingerRoom = 24
const tapWithin = 8

type Handlers = ReturnType<typeof useZoom>['handlers']

interface Looked {
  readonly image: ShownImage
  /** The frame that is looked at; 0 for a photo. */
  readonly at: number
  readonly turnTo: (frame: number) => void
  readonly look: Look
  readonly size: Size
  readonly zoom: ReturnType<typeof useZoom>
  /** What fingers do where there is no pin. */
  readonly handlers: Handlers
}

/** The pins of the image that is looked at: which is emphasised, and what a finger does to them. */
export const usePins = ({ all, writing }: ViewerPins, opened: Opened, goTo: (imageId: string) => void, looked: Looked) => {
  const { image, at, turnTo, look, size, zoom, handlers } = looked
  const [shown, setShown] = useState(all.length > 0 || opened.placing)
  const [selected, setSelected] = useState<number | null>(opened.pin)
  const [placing, setPlacing] = useState(opened.placing && writing?.full === false)
  const [wanted, setWanted] = useState<number | null>(opened.pin)
  const [dragged, setDragged] = useState<ViewerPin | null>(null)
  const pointers = useRef(new Set<number>())
  const begun = useRef<{ event: PointerEvent; pin: ViewerPin | null; moved: boolean } | null>(null)

  const here = pinsOn(all, image).map((pin) => (pin.number === dragged?.number ? dragged : pin))
  const onFrame = here.filter(({ place }) => place.frame === at)
  const shareAt = (place: Point) => shareUnder(place, zoom.view, size, zoom.frame, look)
  const onScreen = ({ place }: ViewerPin) => screenOver(shareOf(place, image), zoom.view, size, zoom.frame, look)

  // The image first, then its frame, then the place: each is there a moment after the one before.
  useEffect(() => {
    const pin = all.find(({ number }) => number === wanted)
    if (!pin) return
    if (pin.place.imageId !== image.id) return goTo(pin.place.imageId)
    if (pin.place.frame !== at) return turnTo(pin.place.frame)
    if (zoom.frame.width <= 1) return
    setWanted(null)
    if (!isInSight(onScreen(pin), zoom.frame)) zoom.look(broughtBefore(zoom.view, onScreen(pin)))
  }, [wanted, image.id, at, zoom.frame.width])

  const select = (number: number) => {
    setShown(true)
    setSelected(number)
    setWanted(number)
  }
  const add = (where: Point) => {
    if (!writing || writing.full) return
    setSelected(writing.add({ imageId: image.id, frame: at, ...where }))
    setPlacing(false)
    setShown(true)
  }
  const addInTheMiddle = () => {
    add(nearestPixel(shareAt({ x: 0, y: 0 }), image))
    // It can be moved with the keys at once.
    requestAnimationFrame(() => zoom.frameRef.current?.querySelector<HTMLElement>('.pin-draft:last-of-type')?.focus())
  }

  const onPointerDown = (event: PointerEvent) => {
    pointers.current.add(event.pointerId)
    if (pointers.current.size > 1) {
      // A second finger: it is about moving and enlarging after all.
      if (dragged && begun.current) handlers.onPointerDown(begun.current.event)
      begun.current = null
      setDragged(null)
      return handlers.onPointerDown(event)
    }
    const under = shown
      ? pinUnder(
          onFrame.map((pin) => ({ pin, at: onScreen(pin) })),
          zoom.placeOf(event),
          fingerRoom,
        )
      : null
    begun.current = { event, pin: under?.pin ?? null, moved: false }
    if (!under?.pin.draft || placing || event.button !== 0) return handlers.onPointerDown(event)
    zoom.frameRef.current?.setPointerCapture(event.pointerId)
    setDragged(under.pin)
  }
  const onPointerMove = (event: PointerEvent) => {
    const from = begun.current
    if (from && Math.hypot(event.clientX - from.event.clientX, event.clientY - from.event.clientY) > tapWithin) from.moved = true
    if (!dragged) return handlers.onPointerMove(event)
    if (from?.moved) setDragged({ ...dragged, place: { ...dragged.place, ...nearestPixel(shareAt(zoom.placeOf(event)), image) } })
  }
  const onPointerUp = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId)
    const from = begun.current
    begun.current = null
    if (dragged) {
      setDragged(null)
      setSelected(dragged.number)
      if (from?.moved) writing?.move(dragged.number, dragged.place)
      return
    }
    if (!from || from.moved || (!placing && !from.pin)) return handlers.onPointerUp(event)
    // A tap on a pin, or where a new one goes, is no tap on the image.
    handlers.onPointerCancel(event)
    const where = placing ? pixelAt(shareAt(zoom.placeOf(event)), image) : null
    if (where) add(where)
    else if (!placing && from.pin) select(from.pin.number)
  }
  const onPointerCancel = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId)
    begun.current = null
    setDragged(null)
    handlers.onPointerCancel(event)
  }

  return {
    shown,
    setShown: (show: boolean) => {
      setShown(show)
      setPlacing(false)
    },
    placing,
    setPlacing,
    /** All of this image, and those of the frame that is looked at. */
    here,
    onFrame,
    selected,
    select,
    keys: { n: addInTheMiddle, 'Ctrl+z': () => writing?.undo?.() },
    handlers: { ...handlers, onPointerDown, onPointerMove, onPointerUp, onPointerCancel },
  }
}
