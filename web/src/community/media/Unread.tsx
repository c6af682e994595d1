import type { ImageReview } from '#contract/community/media.ts'
import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import './check.css'

/** Says of a photo that not all of it was searched. */
export const Unread = ({ review: { searched } }: { review: ImageReview }) => {
  const { unread } = useWords().media.check
  if (searched !== 'partly' && searched !== 'not') return null
  return (
    <div className="photo-unread">
      <Icon name="warning" />
      {unread[searched]}
    </div>
  )
}
