import type { CommentForm } from '#contract/community/discussion.ts'
import type { KeptLetter } from '../../platform/outbox.rules.ts'
import { discardLetter, useOutbox } from '../../platform/outbox.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { UserText } from '../texts/UserText.tsx'
import './discussion.css'

const KeptComment = ({ letter }: { letter: KeptLetter }) => {
  const { ui, errors, discussion, media } = useWords()
  const { text, language, pins = [] } = letter.body as CommentForm
  const refusal: unknown = letter.refused === undefined ? undefined : errors[letter.refused as keyof typeof errors]
  return (
    <li className="kept-comment">
      <Tag tone="caution">
        <Icon name={letter.refused === undefined ? 'clock' : 'warning'} />
        {letter.refused === undefined ? discussion.composer.waitingToBeSent : ui.outbox.refused}
      </Tag>
      <UserText words={{ body: text, language, spans: [], held: [], terms: [] }} />
      {pins.length > 0 && <p className="composer-hint">{media.pins.withIt(pins.length)}</p>}
      <p className="composer-hint">{typeof refusal === 'string' ? refusal : discussion.composer.keptNote}</p>
      <div className="comment-actions">
        <Button kind="text" onClick={() => void discardLetter(letter.key)}>
          <Icon name="close" />
          {ui.outbox.discard}
        </Button>
      </div>
    </li>
  )
}

/** What this reader has said without a network: kept on this device, sent once by itself. */
export const KeptComments = ({ caseId }: { caseId: string }) => {
  const letters = useOutbox().filter(({ promise, params }) => promise === 'postComment' && params?.['caseId'] === caseId)
  if (letters.length === 0) return null
  return (
    <ul className="kept-comments">
      {letters.map((letter) => (
        <KeptComment key={letter.key} letter={letter} />
      ))}
    </ul>
  )
}
