import type { ImageReview } from '#contract/community/media.ts'
import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import './check.css'

/** Says of a photo that text was not looked for in all of it. */
export const Unread = ({ review: { textLooked } }: { review: ImageReview }) => {
  const { unread } = useWords().media.check
  if (textLooked !== 'partly' && textLooked !== 'not') return null
  return (
    <div className="photo-unread">
      <Icon name="warning" />
      {unread[textLooked]}
    </div>
  )
}
