import { lazy, Suspense } from 'preact/compat'
import type { ShownImage } from '#contract/shapes.ts'
import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { UserLine } from '../texts/UserText.tsx'
import type { Reading } from '../texts/useReading.ts'
import { imageAddress } from './imageAddress.ts'
import type { useImageViewer } from './useImageViewer.ts'
import type { ViewerPins } from './ViewerPins.ts'
import './media.css'

const ImageViewer = lazy(() => import('./ImageViewer.tsx').then(({ ImageViewer: viewer }) => ({ default: viewer })))

interface Shown {
  readonly images: readonly ShownImage[]
  readonly reading: Reading
  /** Called for an image in which the patient could be recognised; null where that has been said. */
  readonly recognise: ((imageId: string) => void) | null
  readonly viewer: ReturnType<typeof useImageViewer>
  readonly pins: ViewerPins
}

/** A case's images side by side; each opens the viewer. */
export const ImageStrip = ({ images, reading, recognise, viewer, pins }: Shown) => {
  const { media } = useWords()
  if (images.length === 0) return null
  return (
    <section className={images.length === 1 ? 'image-strip image-strip-one' : 'image-strip'} aria-label={media.images}>
      {images.map((image, index) => {
        const caption = image.caption && reading.of(image.caption)
        return (
          <figure key={image.id} style={{ '--ratio': image.width / image.height }}>
            <button
              type="button"
              onClick={({ currentTarget }) => viewer.open({ imageId: image.id }, currentTarget)}
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
      {viewer.opened !== null && (
        <Suspense fallback={null}>
          <ImageViewer
            images={images}
            opened={viewer.opened}
            reading={reading}
            recognise={recognise}
            close={() => viewer.close()}
            pins={pins}
          />
        </Suspense>
      )}
    </section>
  )
}
