import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fitted, keepInSight, type Point, realScale, type Size, swipeTurns, type View, zoomAbout } from './zoom.rules.ts'

const doubleTapWithin = 300
const doubleTapNear = 30
const step = 1.5
const panBy = 80

/** Pinch, pan, wheel, double tap and keys over an image in a frame; `turn` is called for a swipe over a fitted image. */
export const useZoom = (image: Size, imageId: string, turn: (by: -1 | 1) => void) => {
  const frameRef = useRef<HTMLDivElement>(null)
  const [frame, setFrame] = useState<Size>({ width: 1, height: 1 })
  const [view, setView] = useState<View>(fitted)
  const [dragged, setDragged] = useState(0)
  const fingers = useRef(new Map<number, Point>())
  const began = useRef<{ at: number; x: number; y: number; moved: boolean } | null>(null)
  const lastTap = useRef<{ at: number; x: number; y: number } | null>(null)

  useLayoutEffect(() => {
    const element = frameRef.current
    if (!element) return
    const measure = () => setFrame({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    setView(fitted)
    fingers.current.clear()
  }, [imageId])

  const real = Math.max(1, realScale(image, frame) / window.devicePixelRatio)
  const zoomTo = (scale: number, about: Point = { x: 0, y: 0 }) => setView((now) => zoomAbout(now, scale, about, image, frame))
  const toggle = (about: Point) => (view.scale > 1 ? setView(fitted) : zoomTo(Math.max(real, 2.5), about))

  /** Where a pointer is, from the middle of the frame. */
  const placeOf = (event: { clientX: number; clientY: number }): Point => {
    const box = frameRef.current?.getBoundingClientRect()
    return box ? { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 } : { x: 0, y: 0 }
  }

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    const place = placeOf(event)
    // Of the frame, not of the event: one that is handed on later has no target any more.
    frameRef.current?.setPointerCapture(event.pointerId)
    fingers.current.set(event.pointerId, place)
    began.current = { at: event.timeStamp, ...place, moved: fingers.current.size > 1 }
  }

  const onPointerMove = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId)
    if (!before) return
    const place = placeOf(event)
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
    fingers.current.set(event.pointerId, place)
    if (other) {
      const spread = (from: Point) => Math.max(1, Math.hypot(from.x - other.x, from.y - other.y))
      const middle = { x: (place.x + other.x) / 2, y: (place.y + other.y) / 2 }
      const moved = { x: (place.x - before.x) / 2, y: (place.y - before.y) / 2 }
      setView((now) => {
        const zoomed = zoomAbout(now, (now.scale * spread(place)) / spread(before), middle, image, frame)
        return keepInSight({ ...zoomed, x: zoomed.x + moved.x, y: zoomed.y + moved.y }, image, frame)
      })
      return
    }
    const start = began.current
    if (start && Math.hypot(place.x - start.x, place.y - start.y) > 8) start.moved = true
    if (view.scale > 1)
      setView((now) => keepInSight({ ...now, x: now.x + place.x - before.x, y: now.y + place.y - before.y }, image, frame))
    else if (start) setDragged(place.x - start.x)
  }

  const onPointerUp = (event: PointerEvent) => {
    const place = fingers.current.get(event.pointerId)
    if (!place) return
    fingers.current.delete(event.pointerId)
    setDragged(0)
    const start = began.current
    if (!start || fingers.current.size > 0) return
    began.current = null
    if (start.moved) {
      const by = view.scale > 1 ? 0 : swipeTurns(place.x - start.x, place.y - start.y, event.timeStamp - start.at, frame)
      if (by !== 0) turn(by)
      return
    }
    const tap = lastTap.current
    if (tap && event.timeStamp - tap.at < doubleTapWithin && Math.hypot(place.x - tap.x, place.y - tap.y) < doubleTapNear) {
      lastTap.current = null
      toggle(place)
    } else lastTap.current = { at: event.timeStamp, ...place }
  }

  const onPointerCancel = (event: PointerEvent) => {
    fingers.current.delete(event.pointerId)
    began.current = null
    setDragged(0)
  }

  const onWheel = (event: WheelEvent) => {
    event.preventDefault()
    const turned = event.deltaMode === 0 ? event.deltaY : event.deltaY * 30
    setView((now) => zoomAbout(now, now.scale * Math.exp(-turned * (event.ctrlKey ? 0.01 : 0.002)), placeOf(event), image, frame))
  }

  const reset = () => setView(fitted)
  const pan = (x: number, y: number) => setView((now) => keepInSight({ ...now, x: now.x + x, y: now.y + y }, image, frame))

  return {
    frameRef,
    frame,
    view,
    /** How far a finger has drawn a fitted image aside. */
    dragged,
    /** The scale of one pixel to one pixel, fitted at least. */
    real,
    zoomTo,
    reset,
    placeOf,
    /** Looks at it from here, as far as it stays in sight. */
    look: (next: View) => setView(keepInSight(next, image, frame)),
    /** What the keys of an image do. */
    keys: {
      '+': () => zoomTo(view.scale * step),
      '=': () => zoomTo(view.scale * step),
      '-': () => zoomTo(view.scale / step),
      '1': () => zoomTo(real),
      '0': reset,
      ArrowLeft: () => pan(panBy, 0),
      ArrowRight: () => pan(-panBy, 0),
      ArrowUp: () => pan(0, panBy),
      ArrowDown: () => pan(0, -panBy),
    },
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onWheel },
  }
}
