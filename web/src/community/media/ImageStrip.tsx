import { lazy, Suspense } from 'preact/compat'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ShownImage } from '#contract/shapes.ts'
import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { UserLine } from '../texts/UserText.tsx'
import type { Reading } from '../texts/useReading.ts'
import { forgetImage } from './forgetImage.ts'
import { imageAddress } from './imageAddress.ts'
import './media.css'

const ImageViewer = lazy(() => import('./ImageViewer.tsx').then(({ ImageViewer: viewer }) => ({ default: viewer })))

interface Shown {
  readonly images: readonly ShownImage[]
  readonly reading: Reading
  /** Called for an image in which the patient could be recognised. */
  readonly recognise: (imageId: string) => void
}

/** A case's images side by side; each opens the viewer, which the browser's Back closes. One that is taken away leaves nothing on this device. */
export const ImageStrip = ({ images, reading, recognise }: Shown) => {
  const { media } = useWords()
  const [opened, setOpened] = useState<number | null>(null)
  const openerRef = useRef<HTMLElement | null>(null)

  useEffect(() => {
    const onBack = () => setOpened(null)
    window.addEventListener('popstate', onBack)
    return () => window.removeEventListener('popstate', onBack)
  }, [])

  useEffect(() => {
    if (opened === null) openerRef.current?.focus({ preventScroll: true })
  }, [opened])

  const shownBefore = useRef<readonly ShownImage[]>([])
  useEffect(() => {
    const gone = shownBefore.current.filter((before) => !images.some(({ id }) => id === before.id))
    shownBefore.current = images
    if (gone.length === 0) return
    gone.forEach(forgetImage)
    // What was looked at is not there any more, or stands in another place.
    setOpened(null)
  }, [images])

  const open = (index: number, opener: HTMLElement) => {
    openerRef.current = opener
    history.pushState({ ...history.state, viewer: true }, '')
    setOpened(index)
  }

  if (images.length === 0) return null
  return (
    <section className={images.length === 1 ? 'image-strip image-strip-one' : 'image-strip'} aria-label={media.images}>
      {images.map((image, index) => {
        const caption = image.caption && reading.of(image.caption)
        return (
          <figure key={image.id} style={{ '--ratio': image.width / image.height }}>
            <button
              type="button"
              onClick={({ currentTarget }) => open(index, currentTarget)}
              aria-label={media.open(index + 1, images.length, caption?.body ?? media.kinds[image.kind])}
            >
              <img
                src={imageAddress(image.id, 'page')}
                width={image.width}
                height={image.height}
                alt=""
                loading={index > 2 ? 'lazy' : 'eager'}
                decoding="async"
              />
              {image.stack && image.stack.frames > 1 && (
                <span className="image-badge">
                  <Icon name="stack" />
                  {media.stack.badge(image.stack.frames)}
                </span>
              )}
            </button>
            {caption && (
              <figcaption>
                <UserLine words={caption} />
              </figcaption>
            )}
          </figure>
        )
      })}
      {opened !== null && (
        <Suspense fallback={null}>
          <ImageViewer images={images} first={opened} reading={reading} recognise={recognise} close={() => history.back()} />
        </Suspense>
      )}
    </section>
  )
}
