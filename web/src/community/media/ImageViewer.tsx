import { useEffect, useRef, useState } from 'preact/hooks'
import { variants } from '#contract/community/media.ts'
import type { ShownImage } from '#contract/shapes.ts'
import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { UserLine } from '../texts/UserText.tsx'
import type { Reading } from '../texts/useReading.ts'
import { imageAddress } from './imageAddress.ts'
import { LookPanel } from './LookPanel.tsx'
import { filterOf, type Look, lit, plainLook, sizeOf, turned } from './look.rules.ts'
import { useZoom } from './useZoom.ts'
import { Viewer } from './Viewer.tsx'
import { factorText, fitSize } from './zoom.rules.ts'

interface Shown {
  readonly images: readonly ShownImage[]
  readonly first: number
  readonly reading: Reading
  readonly recognise: (imageId: string) => void
  readonly close: () => void
}

/** Images on a dark ground, as large as wanted; full size is fetched for the image that is looked at, no other. */
export const ImageViewer = ({ images, first, reading, recognise, close }: Shown) => {
  const { media, language } = useWords()
  const dialogRef = useRef<HTMLDialogElement>(null)
  const [at, setAt] = useState(first)
  const [fullOf, setFullOf] = useState<string | null>(null)
  const [failedOf, setFailedOf] = useState<string | null>(null)
  const [looks, setLooks] = useState<ReadonlyMap<string, Look>>(new Map())
  const [adjusting, setAdjusting] = useState(false)
  const [full, setFull] = useState(false)
  const image = images[at] ?? images[0]!
  const look = looks.get(image.id) ?? plainLook
  const size = sizeOf(image, look)
  const change = (next: Look) => setLooks(new Map(looks).set(image.id, next))
  const turn = (by: -1 | 1) => setAt((now) => Math.min(images.length - 1, Math.max(0, now + by)))
  const { frameRef, frame, view, dragged, real, zoomTo, reset, keys, handlers } = useZoom(size, `${image.id} ${look.turns}`, turn)

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
    ...keys,
    r: () => change(turned(look)),
    i: () => change({ ...look, inverted: !look.inverted }),
    '[': () => change(lit(look, { brightness: -0.1 })),
    ']': () => change(lit(look, { brightness: 0.1 })),
    ',': () => change(lit(look, { contrast: -0.1 })),
    '.': () => change(lit(look, { contrast: 0.1 })),
    f: toggleFull,
    // A fitted image has nowhere to go: the arrows turn to the next.
    ...(!zoomed && { ArrowLeft: () => turn(-1), ArrowRight: () => turn(1) }),
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
          <button type="button" className="viewer-tool viewer-flag" onClick={() => recognise(image.id)} aria-label={media.recognisable}>
            <Icon name="flag" />
          </button>
        </>
      }
    >
      <div className="viewer-stage" ref={frameRef} {...handlers}>
        <img key={`${image.id}-page`} src={imageAddress(image.id, 'page')} alt="" style={place} draggable={false} />
        {failedOf !== image.id && (
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
        <output className="viewer-factor" aria-live="off">
          {zoomed && media.zoom(factorText(view.scale, language === 'es' ? ',' : '.'))}
        </output>
        {failedOf === image.id && <p className="viewer-failed">{media.failed}</p>}
      </div>
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
        <p className="viewer-note">
          <span className="viewer-keys">{media.keys}</span>
          {media.notDiagnostic(new Intl.NumberFormat(language).format(variants.full))}
        </p>
        {adjusting && <LookPanel look={look} change={change} />}
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
          {document.fullscreenEnabled && (
            <button type="button" className="viewer-tool" aria-pressed={full} onClick={toggleFull}>
              <Icon name="box" />
              {media.fullScreen}
            </button>
          )}
        </div>
      </footer>
    </Viewer>
  )
}
