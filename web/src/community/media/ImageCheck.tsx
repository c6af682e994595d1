import { useEffect, useRef, useState } from 'preact/hooks'
import { firstWindow } from '#atlas/lightWindow.ts'
import type { CoverShape, ImageReview } from '#contract/community/media.ts'
import { problemOf } from '../../platform/call.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { FrameBar } from './FrameBar.tsx'
import { imageAddress } from './imageAddress.ts'
import {
  boxBetween,
  covers,
  decided,
  decidedRest,
  firstOpen,
  isIn,
  type Marks,
  type Move,
  movedBox,
  pixelsEach,
  placeInImage,
  strokeTo,
  toggled,
  viewOf,
} from './marks.rules.ts'
import { useReviewImage } from './media.queries.ts'
import { StackCanvas } from './StackCanvas.tsx'
import { frameOn, mayMakeAFace } from './stack.rules.ts'
import { Unread } from './Unread.tsx'
import { useFrames } from './useFrames.ts'
import { type BegunMarks, useMarks } from './useMarks.ts'
import { usePlaying } from './usePlaying.ts'
import { useZoom } from './useZoom.ts'
import { Viewer } from './Viewer.tsx'
import { fitSize, type Point, roomy } from './zoom.rules.ts'
import './check.css'

type Tool = 'move' | 'box' | 'brush'
type Box = Pick<ImageReview['boxes'][number], 'x' | 'y' | 'width' | 'height'>

const moves: Readonly<Record<string, Move>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }
/** A finger's width on the screen: enlarged, the brush is finer. */
const brushOnScreen = 26

interface Props {
  readonly review: ImageReview
  readonly begun: BegunMarks
  readonly title: string
  readonly close: () => void
}

const scaledBy = (box: Box, by: number): Box => ({ x: box.x * by, y: box.y * by, width: box.width * by, height: box.height * by })

/** Looks at a photo at full size before anybody else does: what was found is covered or left, more is covered by hand, and the doctor says what can be recognised. */
export const ImageCheck = ({ review, begun, title, close }: Props) => {
  const { media } = useWords()
  const words = media.check
  const dialogRef = useRef<HTMLDialogElement>(null)
  const { marks, change, undo, reset } = useMarks(review, begun)
  const [tool, setTool] = useState<Tool>('move')
  const [drawing, setDrawing] = useState<CoverShape | null>(null)
  const [seen, setSeen] = useState(false)
  const [looked, setLooked] = useState(review.shows !== null)
  const [shows, setShows] = useState(review.shows)
  const [loaded, setLoaded] = useState(false)
  const [key, setKey] = useState(() => crypto.randomUUID())
  const sending = useReviewImage(review.id)
  // A scan is fitted larger than its pixels are; places and shapes are in its own.
  const fitted = review.stack ? roomy(review) : review
  const by = review.width / fitted.width
  const { frameRef, frame, view, real: fittedReal, zoomTo, reset: fitIn, look, keys, handlers } = useZoom(fitted, review.id, () => {})
  const real = Math.max(1, fittedReal * by)
  const fit = fitSize(fitted, frame)
  const each = pixelsEach(view, fitted, frame) * by
  const open = firstOpen(marks)
  const { stack } = review
  const frames = stack?.frames ?? 1
  const [at, setAt] = useState(Math.floor(frames / 2))
  const [seenFrames, setSeenFrames] = useState<ReadonlySet<number>>(new Set())
  const { frame: values, loaded: framesLoaded, failed } = useFrames(review, at)
  const { playing, setPlaying } = usePlaying(stack, at, framesLoaded, setAt)

  // Once on the screen pixel for pixel, and every frame of it once, it can be said to have been looked at.
  const pixelForPixel = view.scale >= real - 0.001
  const allFrames = stack === null || seenFrames.size === frames
  useEffect(() => {
    if ((loaded || stack) && pixelForPixel && open === null && allFrames) setSeen(true)
  }, [loaded, pixelForPixel, open, allFrames])

  // The next place that was found comes before the eyes by itself.
  useEffect(() => {
    const box = open === null ? undefined : review.boxes[open]
    if (box && frame.width > 1) look(viewOf(scaledBy(box, 1 / by), fitted, frame))
  }, [open, frame.width, frame.height])

  /** Decides, and after the last place looks at the whole again. */
  const decide = (next: Marks) => {
    change(next)
    if (open !== null && firstOpen(next) === null) fitIn()
  }

  const inPixels = (from: Point): Point => {
    const place = placeInImage(from, view, fitted, frame)
    return { x: place.x * by, y: place.y * by }
  }
  const placeOf = (event: PointerEvent): Point => {
    const rect = frameRef.current?.getBoundingClientRect() ?? { left: 0, top: 0, width: 0, height: 0 }
    const from = { x: event.clientX - rect.left - rect.width / 2, y: event.clientY - rect.top - rect.height / 2 }
    return inPixels(from)
  }
  const pointers = useRef(new Set<number>())
  const first = useRef<{ event: PointerEvent; place: Point; tap: boolean } | null>(null)
  const draws = tool !== 'move'

  const onPointerDown = (event: PointerEvent) => {
    pointers.current.add(event.pointerId)
    if (pointers.current.size > 1) {
      // A second finger: it is about moving the image after all.
      if (draws && first.current && drawing) handlers.onPointerDown(first.current.event)
      first.current = null
      setDrawing(null)
      handlers.onPointerDown(event)
      return
    }
    const place = placeOf(event)
    first.current = { event, place, tap: true }
    if (!draws) return handlers.onPointerDown(event)
    ;(event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)
    setDrawing(
      tool === 'box'
        ? boxBetween(place, place)
        : { kind: 'brush', width: Math.max(1, Math.round(brushOnScreen * each)), points: [[Math.round(place.x), Math.round(place.y)]] },
    )
  }
  const onPointerMove = (event: PointerEvent) => {
    const begun = first.current
    if (begun && Math.hypot(event.clientX - begun.event.clientX, event.clientY - begun.event.clientY) > 8) begun.tap = false
    if (!drawing || !begun) return handlers.onPointerMove(event)
    const place = placeOf(event)
    setDrawing(drawing.kind === 'box' ? boxBetween(begun.place, place) : strokeTo(drawing, place))
  }
  const onPointerUp = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId)
    const begun = first.current
    if (pointers.current.size === 0) first.current = null
    if (drawing) {
      setDrawing(null)
      // A rectangle of no size was a slip of the finger; a dot of the brush is a dot.
      if (drawing.kind === 'brush' || !begun?.tap) change({ ...marks, shapes: [...marks.shapes, drawing] })
      return
    }
    const at = begun?.tap ? review.boxes.findIndex((box) => isIn(begun.place, box, 6 * each)) : -1
    if (at >= 0) {
      handlers.onPointerCancel(event)
      decide(toggled(marks, at))
    } else handlers.onPointerUp(event)
  }
  const onPointerCancel = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId)
    first.current = null
    setDrawing(null)
    handlers.onPointerCancel(event)
  }

  const addBox = () => {
    const middle = inPixels({ x: 0, y: 0 })
    const [halfWidth, halfHeight] = [50 * each, 20 * each]
    const box = boxBetween(
      { x: Math.max(0, middle.x - halfWidth), y: Math.max(0, middle.y - halfHeight) },
      { x: Math.min(review.width, middle.x + halfWidth), y: Math.min(review.height, middle.y + halfHeight) },
    )
    change({ ...marks, shapes: [...marks.shapes, box] })
    // It can be moved with the keys at once.
    requestAnimationFrame(() => dialogRef.current?.querySelector<HTMLElement>('.check-drawn:last-of-type')?.focus())
  }
  const onBoxKey = (event: KeyboardEvent, at: number) => {
    const shape = marks.shapes[at]
    if (shape?.kind !== 'box') return
    const move = moves[event.key]
    if (event.key === 'Delete' || event.key === 'Backspace') {
      change({ ...marks, shapes: marks.shapes.filter((_, index) => index !== at) })
      dialogRef.current?.focus()
    } else if (move) {
      const next = movedBox(shape, move, { by: Math.max(1, Math.round(8 * each)), size: event.shiftKey }, review)
      change({ ...marks, shapes: marks.shapes.map((before, index) => (index === at ? next : before)) })
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const done = () => {
    if (shows === null || open !== null) return
    sending.mutate(
      {
        key,
        body: {
          revision: review.revision,
          boxes: marks.decisions.map((decision) => (decision === 'cover' ? 'cover' : 'keep')),
          shapes: [...marks.shapes],
          lookedAtFullSize: true,
          shows,
        },
      },
      { onSuccess: close },
    )
  }
  // Changed elsewhere meanwhile: what is shown now is decided anew.
  const stale = problemOf(sending.error)?.code === 'image.review-stale'
  useEffect(() => {
    if (!stale) return
    reset(review)
    setKey(crypto.randomUUID())
  }, [stale, review.revision])

  const place = {
    width: fit.width,
    height: fit.height,
    transform: `translate(-50%, -50%) translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
  }
  const percent = (part: number, of: number) => `${(part / of) * 100}%`
  const placed = (box: { x: number; y: number; width: number; height: number }) => ({
    left: percent(box.x, review.width),
    top: percent(box.y, review.height),
    width: percent(box.width, review.width),
    height: percent(box.height, review.height),
  })
  const shapes = drawing ? [...marks.shapes, drawing] : marks.shapes
  const covered = covers(marks)
  const tools: readonly { tool: Tool; icon: 'hand' | 'box' | 'pencil'; label: string }[] = [
    { tool: 'move', icon: 'hand', label: words.move },
    { tool: 'box', icon: 'box', label: words.box },
    { tool: 'brush', icon: 'pencil', label: words.brush },
  ]
  return (
    <Viewer
      dialogRef={dialogRef}
      className="viewer check"
      label={title}
      closeLabel={words.leave}
      close={close}
      keys={{
        ...keys,
        '1': () => zoomTo(real),
        PageUp: () => setAt(frameOn(at, -1, frames)),
        PageDown: () => setAt(frameOn(at, 1, frames)),
        b: addBox,
        'Ctrl+z': () => undo?.(),
      }}
      bar={
        <div className="viewer-title">
          <strong>{title}</strong>
          <span aria-live="polite">
            {open !== null
              ? words.found[review.boxes[open]?.kind ?? 'text'](open + 1, marks.decisions.length)
              : covered > 0
                ? words.covers(covered, frames)
                : words.nothingFound}
          </span>
        </div>
      }
    >
      <div
        className={draws ? 'viewer-stage check-draws' : 'viewer-stage'}
        ref={frameRef}
        onWheel={handlers.onWheel}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerCancel}
      >
        {stack ? (
          <StackCanvas
            stack={stack}
            at={at}
            values={values}
            window={firstWindow(stack)}
            label={words.photo}
            style={place}
            onShown={(shown) => setSeenFrames((before) => new Set(before).add(shown))}
          />
        ) : (
          <img
            src={imageAddress(review.id, 'full', review.revision)}
            alt={words.photo}
            style={place}
            draggable={false}
            onLoad={() => setLoaded(true)}
          />
        )}
        {failed && <p className="viewer-failed">{media.failed}</p>}
        <div className="check-marks" style={place}>
          <svg viewBox={`0 0 ${review.width} ${review.height}`} aria-hidden="true">
            {shapes.map((shape, at) =>
              shape.kind === 'box' ? (
                <rect key={at} x={shape.x} y={shape.y} width={shape.width} height={shape.height} />
              ) : (
                <path
                  key={at}
                  d={`M ${[...shape.points, shape.points.at(-1) ?? [0, 0]].map(([x, y]) => `${x} ${y}`).join(' L ')}`}
                  strokeWidth={shape.width}
                />
              ),
            )}
          </svg>
          {review.boxes.map((box, at) => (
            <button
              key={`${box.x} ${box.y}`}
              type="button"
              className={`check-found check-${marks.decisions[at] ?? 'open'}${open === at ? ' check-now' : ''}`}
              style={{ ...placed(box), '--hair': `${1 / view.scale}px` }}
              aria-label={words.place[box.kind](at + 1, marks.decisions.length, words.decisions[marks.decisions[at] ?? 'open'])}
              onClick={() => decide(toggled(marks, at))}
            />
          ))}
          {marks.shapes.map((shape, at) =>
            shape.kind === 'box' ? (
              <button
                key={at}
                type="button"
                className="check-drawn"
                style={{ ...placed(shape), '--hair': `${1 / view.scale}px` }}
                aria-label={words.drawn}
                onKeyDown={(event) => onBoxKey(event, at)}
              />
            ) : null,
          )}
        </div>
        {open !== null && tool === 'move' && (
          <div className="check-ask" onPointerDown={(event) => event.stopPropagation()} onPointerUp={(event) => event.stopPropagation()}>
            <Button kind="filled" onClick={() => decide(decided(marks, open, 'cover'))}>
              {words.cover}
            </Button>
            <Button onClick={() => decide(decided(marks, open, 'keep'))}>{words.keep}</Button>
            {marks.decisions.filter((decision) => decision === 'open').length > 1 && (
              <Button kind="text" onClick={() => decide(decidedRest(marks, 'cover'))}>
                {words.coverAll}
              </Button>
            )}
          </div>
        )}
      </div>
      <footer className="check-foot">
        {frames > 1 && <FrameBar at={at} frames={frames} turnTo={setAt} playing={playing} setPlaying={setPlaying} />}
        <div className="viewer-tools check-tools">
          {tools.map(({ tool: one, icon, label }) => (
            <button key={one} type="button" className="viewer-tool" aria-pressed={tool === one} onClick={() => setTool(one)}>
              <Icon name={icon} />
              {label}
            </button>
          ))}
          <button type="button" className="viewer-tool" onClick={undo ?? undefined} disabled={!undo}>
            <Icon name="undo" />
            {words.undo}
          </button>
          <button
            type="button"
            className="viewer-tool"
            aria-pressed={pixelForPixel}
            onClick={() => (pixelForPixel && view.scale > 1 ? fitIn() : zoomTo(real))}
          >
            <b>1:1</b>
            {words.fullSize}
          </button>
        </div>
        <div className="check-says">
          <Unread review={review} />
          <label className="check-tick">
            <input
              type="checkbox"
              checked={looked}
              disabled={!seen && !looked}
              onChange={({ currentTarget }) => setLooked(currentTarget.checked)}
            />
            <span>
              {words.looked}
              {!stack && <small>{words.facesMissed}</small>}
              {!seen && !looked && <small>{allFrames ? words.lookFirst : words.lookThrough(seenFrames.size, frames)}</small>}
            </span>
          </label>
          <fieldset className="check-shows">
            <legend className="visually-hidden">{words.shows}</legend>
            {(['nobody', 'patient'] as const).map((value) => (
              <label key={value}>
                <input type="radio" name="shows" checked={shows === value} onChange={() => setShows(value)} />
                <span>{words.showing[value]}</span>
              </label>
            ))}
          </fieldset>
          {shows === 'patient' && <p className="check-consent">{words.needsConsent}</p>}
          {stack && mayMakeAFace(stack) && <p className="check-consent">{words.faceOfSlices}</p>}
          <ProblemNote error={sending.error} />
          <Button kind="filled" wide busy={sending.isPending} disabled={!looked || shows === null || open !== null} onClick={done}>
            {sending.isPending ? words.working : covered > 0 ? words.coverAndDone(covered) : words.done}
          </Button>
        </div>
      </footer>
    </Viewer>
  )
}
