import { useRef, useState } from 'preact/hooks'
import { type CaseForm, imageKinds, limits } from '#contract/community/cases.ts'
import type { ImageReview } from '#contract/community/media.ts'
import { isOffline } from '../../platform/call.ts'
import { errorSentence } from '../../platform/errorSentence.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ByteProgress } from '../../ui/ByteProgress.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Note } from '../../ui/Note.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ImageCheckFor } from '../media/ImageCheckFor.tsx'
import { imageAddress } from '../media/imageAddress.ts'
import { PhotoCheck } from '../media/PhotoCheck.tsx'
import { canRetry, type Upload } from './photos.rules.ts'
import type { usePhotos } from './usePhotos.ts'

interface Props {
  readonly photos: ReturnType<typeof usePhotos>
  readonly images: CaseForm['images']
  readonly change: (images: CaseForm['images']) => void
  readonly lang: string
  readonly wrongAt: (path: string) => string | null
  readonly reviews: ReadonlyMap<string, ImageReview>
  /** Whether the case was tried to be sent: what is missing is said. */
  readonly tried: boolean
}

/** The photos of a case: what each shows, and how far those on their way have come. */
export const AskPhotos = ({ photos, images, change, lang, wrongAt, reviews, tried }: Props) => {
  const { ask, media } = useWords()
  const files = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const scans = useRef<HTMLInputElement>(null)
  const [checking, setChecking] = useState<string | null>(null)
  const [gone, setGone] = useState<readonly string[]>([])
  const chosen = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    photos.add([...(currentTarget.files ?? [])])
    currentTarget.value = ''
  }
  const changeAt = (imageId: string, part: Partial<CaseForm['images'][number]>) =>
    change(images.map((one) => (one.imageId === imageId ? { ...one, ...part } : one)))
  return (
    <>
      {images.length > 0 && (
        <ul className="ask-photos" aria-label={ask.photos}>
          {images.map(({ imageId, caption, kind }, at) => (
            <li key={imageId}>
              <img
                src={imageAddress(imageId, 'thumb', reviews.get(imageId)?.revision)}
                alt={caption || media.kinds[kind]}
                onError={() => setGone([...gone, imageId])}
              />
              <div>
                {gone.includes(imageId) ? (
                  <p className="ask-photo-gone">{ask.photoGone}</p>
                ) : (
                  <>
                    <p className="ask-cleaned">
                      <Icon name="check" />
                      {ask.cleaned}
                    </p>
                    <PhotoCheck review={reviews.get(imageId)} tried={tried} open={() => setChecking(imageId)} />
                  </>
                )}
                <Select
                  label={ask.photoKind}
                  labelHidden
                  value={kind}
                  options={imageKinds.map((value) => ({ value, label: media.kinds[value] }))}
                  onChange={(next) => changeAt(imageId, { kind: next })}
                />
                <TextField
                  label={ask.caption}
                  value={caption}
                  maxLength={limits.caption}
                  error={wrongAt(`images/${at}/caption`)}
                  lang={lang}
                  onChange={(text) => changeAt(imageId, { caption: text })}
                />
                <Button
                  kind="text"
                  onClick={() => {
                    change(images.filter((image) => image.imageId !== imageId))
                    photos.discard(imageId)
                  }}
                >
                  {ask.removePhoto}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <ImageCheckFor
        review={checking === null ? undefined : reviews.get(checking)}
        title={media.check.titleOf(images.findIndex(({ imageId }) => imageId === checking) + 1, images.length)}
        close={() => setChecking(null)}
      />
      {photos.uploads.map((upload) => (
        <Coming key={upload.key} upload={upload} retry={() => photos.retry(upload.key)} cancel={() => photos.cancel(upload.key)} />
      ))}
      {photos.left > 0 && <Note tone="caution" title={ask.noRoom(photos.left, limits.images)} alert />}
      <input ref={files} type="file" accept="image/*" multiple hidden aria-label={ask.addPhoto} onChange={chosen} />
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden aria-label={ask.takePhoto} onChange={chosen} />
      {/* Files of a scanner often have no ending to choose them by; what they are shows in them. */}
      <input ref={scans} type="file" multiple hidden aria-label={ask.addScans} onChange={chosen} />
      <div className="ask-add-photos">
        <span className="ask-take">
          <Button disabled={photos.full} onClick={() => camera.current?.click()}>
            <Icon name="camera" />
            {ask.takePhoto}
          </Button>
        </span>
        <Button disabled={photos.full} onClick={() => files.current?.click()}>
          <Icon name="image" />
          {ask.addPhoto}
        </Button>
        <Button disabled={photos.full} onClick={() => scans.current?.click()}>
          <Icon name="stack" />
          {ask.addScans}
        </Button>
      </div>
    </>
  )
}

const Coming = ({ upload, retry, cancel }: { upload: Upload; retry: () => void; cancel: () => void }) => {
  const words = useWords()
  const { ask } = words
  const { state, name, sent, total, error } = upload
  const percent = total > 0 ? Math.floor((sent / total) * 100) : 0
  if (state === 'failed')
    return (
      <Note tone={canRetry(error) ? 'caution' : 'danger'} title={name} alert>
        <p>{!isOffline(error) ? errorSentence(error, words) : percent > 0 ? ask.photoStopped(percent) : ask.photoWaits}</p>
        {canRetry(error) && <Button onClick={retry}>{words.ui.tryAgain}</Button>}{' '}
        <Button kind="text" onClick={cancel}>
          {ask.removePhoto}
        </Button>
      </Note>
    )
  return (
    <div className="ask-coming">
      <ByteProgress
        label={state === 'cleaning' ? ask.cleaning(name) : state === 'waiting' ? ask.photoNext(name) : ask.uploading(name, percent)}
        sent={sent}
        total={total}
      />
      <Button kind="text" onClick={cancel} label={ask.cancelPhoto(name)}>
        <Icon name="close" />
      </Button>
    </div>
  )
}
