import { useEffect, useRef, useState } from 'preact/hooks'
import { firstWindow, type Window } from '#atlas/lightWindow.ts'
import type { ShownImage } from '#contract/shapes.ts'
import { type Look, shareUnder } from './look.rules.ts'
import { draggedWindow, frameOn, framesFor, type Line, type StackTool } from './stack.rules.ts'
import { useFrames } from './useFrames.ts'
import { usePlaying } from './usePlaying.ts'
import type { useZoom } from './useZoom.ts'
import type { Point, Size } from './zoom.rules.ts'

/** How far a wheel turns for one frame, in pixels. */
const wheelEach = 40
const tapWithin = 8

/** How one stack is looked at; kept for each while the viewer is open. */
interface StackLook {
  readonly at: number
  /** Null for the one it opens with. */
  readonly window: Window | null
  readonly tool: StackTool
  readonly lines: readonly Line[]
}

/** How a stack is looked at: which frame, through which window, what has been measured; and what a drag does to it. */
export const useStackView = (image: ShownImage, look: Look, size: Size, zoom: ReturnType<typeof useZoom>) => {
  const { stack } = image
  const frames = stack?.frames ?? 1
  const [views, setViews] = useState<ReadonlyMap<string, StackLook>>(new Map())
  const fresh: StackLook = {
    at: Math.floor(frames / 2),
    window: null,
    tool: frames > 1 ? 'scroll' : stack?.colour ? 'move' : 'window',
    lines: [],
  }
  const { at, tool, lines, window: chosen } = views.get(image.id) ?? fresh
  const change = (part: Partial<StackLook>) => setViews((now) => new Map(now).set(image.id, { ...(now.get(image.id) ?? fresh), ...part }))
  const setAt = (frame: number) => change({ at: frame })
  const setWindow = (next: Window) => change({ window: next })
  const setTool = (next: StackTool) => change({ tool: next })
  const [drawing, setDrawing] = useState<Line | null>(null)
  const { frame: values, loaded, failed } = useFrames(image, at)
  const { playing, setPlaying } = usePlaying(stack, at, loaded, setAt)
  const window = chosen ?? (stack ? firstWindow(stack) : { centre: 128, width: 255 })

  const reset = () => {
    change({ window: null, lines: [] })
    setDrawing(null)
  }
  useEffect(() => setPlaying(false), [image.id])

  const turnTo = (frame: number) => {
    setPlaying(false)
    setAt(frameOn(frame, 0, frames))
  }

  /** Where in the picture a pointer is, in its own pixels, however it is turned and enlarged. */
  const placeOf = (event: PointerEvent): Point => {
    const share = shareUnder(zoom.placeOf(event), zoom.view, size, zoom.frame, look)
    return { x: share.x * (stack?.columns ?? 1), y: share.y * (stack?.rows ?? 1) }
  }

  const pointers = useRef(new Set<number>())
  const begun = useRef<{ event: PointerEvent; at: number; window: Window; place: Point } | null>(null)

  const onPointerDown = (event: PointerEvent) => {
    if (tool === 'move') return zoom.handlers.onPointerDown(event)
    pointers.current.add(event.pointerId)
    if (pointers.current.size > 1) {
      // A second finger: it is about moving and enlarging after all.
      if (begun.current) zoom.handlers.onPointerDown(begun.current.event)
      begun.current = null
      setDrawing(null)
      return zoom.handlers.onPointerDown(event)
    }
    if (event.button !== 0) return
    // Of the frame, not of the event: one that is handed on later has no target any more.
    zoom.frameRef.current?.setPointerCapture(event.pointerId)
    setPlaying(false)
    begun.current = { event, at, window, place: placeOf(event) }
  }
  const onPointerMove = (event: PointerEvent) => {
    const from = begun.current
    if (!from || !stack) return zoom.handlers.onPointerMove(event)
    const by = { x: event.clientX - from.event.clientX, y: event.clientY - from.event.clientY }
    if (tool === 'scroll') setAt(frameOn(from.at, framesFor(by.y, frames, zoom.frame.height), frames))
    else if (tool === 'window' && !stack.colour) setWindow(draggedWindow(stack, from.window, by, zoom.frame))
    else if (tool === 'measure') setDrawing({ frame: at, from: from.place, to: placeOf(event) })
  }
  const onPointerUp = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId)
    const from = begun.current
    begun.current = null
    if (!from) return zoom.handlers.onPointerUp(event)
    setDrawing(null)
    if (Math.hypot(event.clientX - from.event.clientX, event.clientY - from.event.clientY) < tapWithin) {
      // A tap is the image's, whatever a drag would do: two of them enlarge it.
      zoom.handlers.onPointerDown(from.event)
      zoom.handlers.onPointerUp(event)
    } else if (tool === 'measure') change({ lines: [...lines, { frame: at, from: from.place, to: placeOf(event) }] })
  }
  const onPointerCancel = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId)
    begun.current = null
    setDrawing(null)
    zoom.handlers.onPointerCancel(event)
  }

  const wheeled = useRef(0)
  const onWheel = (event: WheelEvent) => {
    if (event.ctrlKey || frames === 1) return zoom.handlers.onWheel(event)
    event.preventDefault()
    wheeled.current += event.deltaMode === 0 ? event.deltaY : event.deltaY * wheelEach
    const by = Math.trunc(wheeled.current / wheelEach)
    if (by === 0) return
    wheeled.current -= by * wheelEach
    turnTo(at + by)
  }

  const step = Math.max(window.width / 20, 0.01)
  const addLine = () => {
    if (!stack) return
    const y = stack.rows / 2
    change({ tool: 'measure', lines: [...lines, { frame: at, from: { x: stack.columns * 0.4, y }, to: { x: stack.columns * 0.6, y } }] })
    // It can be moved with the keys at once.
    requestAnimationFrame(() => zoom.frameRef.current?.querySelector<HTMLElement>('.stack-length:last-of-type')?.focus())
  }
  const keys: Readonly<Record<string, () => void>> = {
    ...(frames > 1 && {
      ArrowUp: () => turnTo(at - 1),
      ArrowDown: () => turnTo(at + 1),
      PageUp: () => turnTo(at - 10),
      PageDown: () => turnTo(at + 10),
      Home: () => turnTo(0),
      End: () => turnTo(frames - 1),
      p: () => setPlaying(!playing),
      s: () => setTool('scroll'),
    }),
    ...(stack?.colour === false && {
      w: () => setTool('window'),
      '[': () => setWindow({ ...window, centre: window.centre - step }),
      ']': () => setWindow({ ...window, centre: window.centre + step }),
      ',': () => setWindow({ ...window, width: Math.max(step, window.width - step) }),
      '.': () => setWindow({ ...window, width: window.width + step }),
    }),
    v: () => setTool('move'),
    m: addLine,
  }

  return {
    at,
    turnTo,
    values,
    loaded,
    failed,
    window,
    setWindow,
    tool,
    setTool,
    playing,
    setPlaying,
    /** The lines of the frame that is looked at, with the one that is being drawn. */
    lines: (drawing ? [...lines, drawing] : lines).filter(({ frame }) => frame === at),
    /** A line of this frame changed, or taken away. */
    changeLine: (line: Line, next: Line | null) => change({ lines: lines.flatMap((one) => (one === line ? (next ? [next] : []) : [one])) }),
    reset,
    keys,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onWheel },
  }
}
