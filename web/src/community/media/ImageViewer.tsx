import { useEffect, useRef, useState } from 'preact/hooks'
import { variants } from '#contract/community/media.ts'
import type { ShownImage, Stack } from '#contract/shapes.ts'
import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { UserLine } from '../texts/UserText.tsx'
import type { Reading } from '../texts/useReading.ts'
import { FrameBar } from './FrameBar.tsx'
import { imageAddress } from './imageAddress.ts'
import { LookPanel } from './LookPanel.tsx'
import { filterOf, type Look, lit, plainLook, sizeOf, turned } from './look.rules.ts'
import { PinMarks } from './PinMarks.tsx'
import { PinPanel } from './PinPanel.tsx'
import { StackCanvas } from './StackCanvas.tsx'
import { StackLines } from './StackLines.tsx'
import type { Opened } from './useImageViewer.ts'
import { usePins } from './usePins.ts'
import { useStackView } from './useStackView.ts'
import { useZoom } from './useZoom.ts'
import { Viewer } from './Viewer.tsx'
import type { ViewerPins } from './ViewerPins.ts'
import { WindowPanel } from './WindowPanel.tsx'
import { factorText, fitSize, roomy } from './zoom.rules.ts'

interface Shown {
  readonly images: readonly ShownImage[]
  readonly opened: Opened
  readonly reading: Reading
  readonly recognise: ((imageId: string) => void) | null
  readonly close: () => void
  readonly pins: ViewerPins
}

/** What a drag can do to a stack: nothing to scroll in one frame, no window over colours. */
const toolsOf = ({ frames, colour }: Stack) =>
  (
    [
      { tool: 'scroll', icon: 'stack' },
      { tool: 'window', icon: 'brightness' },
      { tool: 'measure', icon: 'ruler' },
      { tool: 'move', icon: 'hand' },
    ] as const
  ).filter(({ tool }) => (tool !== 'scroll' || frames > 1) && (tool !== 'window' || !colour))

/** Images on a dark ground, as large as wanted; full size is fetched for the image that is looked at, no other. */
export const ImageViewer = ({ images, opened, reading, recognise, close, pins: given }: Shown) => {
  const { media, language } = useWords()
  const dialogRef = useRef<HTMLDialogElement>(null)
  const indexOf = (imageId: string) =>
    Math.max(
      0,
      images.findIndex(({ id }) => id === imageId),
    )
  const [at, setAt] = useState(() => indexOf(opened.imageId))
  const [fullOf, setFullOf] = useState<string | null>(null)
  const [failedOf, setFailedOf] = useState<string | null>(null)
  const [looks, setLooks] = useState<ReadonlyMap<string, Look>>(new Map())
  const [adjusting, setAdjusting] = useState(false)
  const [full, setFull] = useState(false)
  const image = images[at] ?? images[0]!
  const look = looks.get(image.id) ?? plainLook
  const { stack } = image
  const size = sizeOf(stack ? roomy(image) : image, look)
  const change = (next: Look) => setLooks(new Map(looks).set(image.id, next))
  const turn = (by: -1 | 1) => setAt((now) => Math.min(images.length - 1, Math.max(0, now + by)))
  const zoom = useZoom(size, `${image.id} ${look.turns}`, turn)
  const { frameRef, frame, view, dragged, real, zoomTo, reset } = zoom
  const scan = useStackView(image, look, size, zoom)
  const pins = usePins(given, opened, (imageId) => setAt(indexOf(imageId)), {
    image,
    at: stack ? scan.at : 0,
    turnTo: scan.turnTo,
    look,
    size,
    zoom,
    handlers: stack ? scan.handlers : zoom.handlers,
  })
  const resetAll = () => {
    reset()
    scan.reset()
    change(plainLook)
  }

  useEffect(() => {
    const onFull = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', onFull)
    return () => document.removeEventListener('fullscreenchange', onFull)
  }, [])
  const toggleFull = () => {
    void (document.fullscreenElement ? document.exitFullscreen() : dialogRef.current?.requestFullscreen())?.catch(() => {})
  }

  const zoomed = view.scale > 1
  const does = {
    ...zoom.keys,
    r: () => change(turned(look)),
    i: () => change({ ...look, inverted: !look.inverted }),
    '[': () => change(lit(look, { brightness: -0.1 })),
    ']': () => change(lit(look, { brightness: 0.1 })),
    ',': () => change(lit(look, { contrast: -0.1 })),
    '.': () => change(lit(look, { contrast: 0.1 })),
    f: toggleFull,
    // A fitted image has nowhere to go: the arrows turn to the next.
    ...(!zoomed && { ArrowLeft: () => turn(-1), ArrowRight: () => turn(1) }),
    ...(stack && { ...scan.keys, '0': resetAll }),
    ...pins.keys,
  }

  const numberText = (value: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0, useGrouping: false }).format(value)
  const noteOf = ({ spacing }: Stack): string => {
    if (scan.tool !== 'measure') return media.stack.notDiagnostic
    return spacing === null ? media.stack.noSpacing : spacing.plane === 'detector' ? media.stack.onDetector : media.stack.notDiagnostic
  }
  const fit = fitSize(size, frame)
  const lying = look.turns % 2 === 1
  const caption = image.caption && reading.of(image.caption)
  const place = {
    width: lying ? fit.height : fit.width,
    height: lying ? fit.width : fit.height,
    transform: `translate(-50%, -50%) translate(${view.x + dragged}px, ${view.y}px) scale(${view.scale}) rotate(${look.turns * 90}deg)`,
    filter: filterOf(look),
  }
  const moreTools = (
    <>
      {(given.all.length > 0 || given.writing) && (
        <button type="button" className="viewer-tool" aria-pressed={pins.shown} onClick={() => pins.setShown(!pins.shown)}>
          <Icon name="pin" />
          {media.pins.title}
        </button>
      )}
      {document.fullscreenEnabled && (
        <button type="button" className="viewer-tool" aria-pressed={full} onClick={toggleFull}>
          <Icon name="box" />
          {media.fullScreen}
        </button>
      )}
    </>
  )
  return (
    <Viewer
      dialogRef={dialogRef}
      label={media.position(at + 1, images.length)}
      closeLabel={media.close}
      close={close}
      keys={does}
      bar={
        <>
          <div className="viewer-title" aria-live="polite">
            <strong>{media.position(at + 1, images.length)}</strong>
            <span>{caption ? <UserLine words={caption} /> : media.kinds[image.kind]}</span>
          </div>
          {recognise && (
            <button type="button" className="viewer-tool viewer-flag" onClick={() => recognise(image.id)} aria-label={media.recognisable}>
              <Icon name="flag" />
            </button>
          )}
        </>
      }
    >
      <div className={pins.placing ? 'viewer-stage viewer-placing' : 'viewer-stage'} ref={frameRef} {...pins.handlers}>
        <img key={`${image.id}-page`} src={imageAddress(image.id, 'page')} alt="" style={place} draggable={false} />
        {stack && (
          <>
            <StackCanvas
              key={image.id}
              stack={stack}
              at={scan.at}
              values={scan.values}
              window={scan.window}
              label={caption?.body ?? media.kinds[image.kind]}
              style={{ ...place, visibility: scan.values || scan.loaded.size > 0 ? 'visible' : 'hidden' }}
            />
            <StackLines
              stack={stack}
              lines={scan.lines}
              change={scan.changeLine}
              style={{ ...place, filter: 'none' }}
              each={stack.columns / place.width / view.scale}
              scale={view.scale}
              turns={look.turns}
            />
            <output className="viewer-window" aria-live="off">
              {!stack.colour && media.stack.window(numberText(scan.window.width), numberText(scan.window.centre))}
            </output>
          </>
        )}
        {!stack && failedOf !== image.id && (
          <img
            key={`${image.id}-full`}
            src={imageAddress(image.id, 'full')}
            alt={caption?.body ?? media.kinds[image.kind]}
            style={{ ...place, visibility: fullOf === image.id ? 'visible' : 'hidden' }}
            draggable={false}
            onLoad={() => setFullOf(image.id)}
            onError={() => setFailedOf(image.id)}
          />
        )}
        {pins.shown && (
          <PinMarks
            image={image}
            pins={pins.onFrame}
            selected={pins.selected}
            style={{ ...place, filter: 'none' }}
            scale={view.scale}
            look={look}
            each={image.width / place.width / view.scale}
            select={pins.select}
            move={(number, to) => given.writing?.move(number, to)}
            takeAway={(number) => {
              given.writing?.takeAway(number)
              dialogRef.current?.focus()
            }}
            done={() => dialogRef.current?.focus()}
          />
        )}
        <output className="viewer-factor" aria-live="off">
          {zoomed && media.zoom(factorText(view.scale, language === 'es' ? ',' : '.'))}
        </output>
        {(failedOf === image.id || scan.failed) && <p className="viewer-failed">{media.failed}</p>}
      </div>
      {pins.shown && (
        <PinPanel
          image={image}
          pins={pins.here}
          about={given.about}
          ways={given.ways}
          writing={given.writing}
          selected={pins.selected}
          select={pins.select}
          placing={pins.placing}
          setPlacing={pins.setPlacing}
        />
      )}
      <footer className="viewer-foot">
        {images.length > 1 && (
          <div className="viewer-thumbs">
            {images.map(({ id }, index) => (
              <button
                key={id}
                type="button"
                onClick={() => setAt(index)}
                aria-label={media.position(index + 1, images.length)}
                aria-current={index === at ? 'true' : undefined}
              >
                <img src={imageAddress(id, 'thumb')} alt="" draggable={false} />
              </button>
            ))}
          </div>
        )}
        {stack && stack.frames > 1 && (
          <FrameBar at={scan.at} frames={stack.frames} turnTo={scan.turnTo} playing={scan.playing} setPlaying={scan.setPlaying} />
        )}
        <p className="viewer-note">
          <span className="viewer-keys">{stack ? media.stack.keys : media.keys}</span>
          {stack ? noteOf(stack) : media.notDiagnostic(new Intl.NumberFormat(language).format(variants.full))}
        </p>
        {adjusting &&
          (stack && !stack.colour ? (
            <WindowPanel
              stack={stack}
              window={scan.window}
              setWindow={scan.setWindow}
              inverted={look.inverted}
              invert={() => change({ ...look, inverted: !look.inverted })}
            />
          ) : (
            <LookPanel look={look} change={change} />
          ))}
        {stack ? (
          <div className="viewer-tools">
            {toolsOf(stack).map(({ tool, icon }) => (
              <button key={tool} type="button" className="viewer-tool" aria-pressed={scan.tool === tool} onClick={() => scan.setTool(tool)}>
                <Icon name={icon} />
                {media.stack.tools[tool]}
              </button>
            ))}
            <button type="button" className="viewer-tool" aria-pressed={adjusting} onClick={() => setAdjusting(!adjusting)}>
              <Icon name="contrast" />
              {stack.colour ? media.light : media.stack.presets}
            </button>
            <button type="button" className="viewer-tool" onClick={() => change(turned(look))}>
              <Icon name="rotate" />
              {media.rotate}
            </button>
            <button type="button" className="viewer-tool" onClick={resetAll}>
              <Icon name="undo" />
              {media.stack.reset}
            </button>
            {moreTools}
          </div>
        ) : (
          <div className="viewer-tools">
            <button type="button" className="viewer-tool" onClick={() => zoomTo(view.scale / 1.5)} disabled={!zoomed}>
              <Icon name="minus" />
              {media.zoomOut}
            </button>
            <button type="button" className="viewer-tool" onClick={() => zoomTo(real)}>
              <b>1:1</b>
              {media.realSize}
            </button>
            <button type="button" className="viewer-tool" onClick={() => zoomTo(view.scale * 1.5)}>
              <Icon name="plus" />
              {media.zoomIn}
            </button>
            <button type="button" className="viewer-tool" onClick={reset} disabled={!zoomed}>
              <Icon name="undo" />
              {media.fit}
            </button>
            <button type="button" className="viewer-tool" onClick={() => change(turned(look))}>
              <Icon name="rotate" />
              {media.rotate}
            </button>
            <button type="button" className="viewer-tool" aria-pressed={adjusting} onClick={() => setAdjusting(!adjusting)}>
              <Icon name="contrast" />
              {media.light}
            </button>
            {moreTools}
          </div>
        )}
      </footer>
    </Viewer>
  )
}
