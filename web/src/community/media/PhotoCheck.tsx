import type { ImageReview } from '#contract/community/media.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Unread } from './Unread.tsx'
import './check.css'

/** How far a photo has come on its way to be shown, and the way on. */
export const PhotoCheck = ({ review, tried, open }: { review: ImageReview | undefined; tried: boolean; open: () => void }) => {
  const words = useWords()
  const { check } = words.media
  if (!review) return null
  if (review.searched === 'failed') return <p className="photo-check photo-check-wrong">{words.errors['image.cannot-be-read']}</p>
  if (review.searched === 'waiting')
    return (
      <p className="photo-check photo-check-waiting" role="status">
        <span className="photo-check-busy" aria-hidden="true" />
        {check.waiting}
      </p>
    )
  const undecided = review.boxes.filter(({ kept }) => !kept)
  const faces = undecided.filter(({ kind }) => kind === 'face').length
  const texts = undecided.length - faces
  const found = [texts > 0 ? check.textFound(texts) : '', faces > 0 ? check.facesFound(faces) : ''].filter(Boolean).join(' ')
  if (review.shows === null)
    return (
      <div className="photo-check">
        {(found || tried) && (
          <p className={tried ? 'photo-check-wrong' : ''} aria-invalid={tried || undefined} tabIndex={tried ? -1 : undefined}>
            <Icon name="warning" />
            {found || check.needed}
          </p>
        )}
        <Unread review={review} />
        <Button onClick={open}>
          <Icon name="search" />
          {check.open}
        </Button>
      </div>
    )
  return (
    <div className="photo-check">
      <p className="photo-check-done">
        <Icon name="check" />
        {review.shows === 'nobody' ? check.checked : check.checkedPatient}
      </p>
      <Button kind="text" onClick={open}>
        {check.again}
      </Button>
    </div>
  )
}
