import { useState } from 'preact/hooks'
import type { ShownCase } from '#contract/community/cases.ts'
import type { ShownComment } from '#contract/community/discussion.ts'
import { clockTime, eventTime } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { BylineLine } from '../bylines/BylineLine.tsx'
import { isClosed } from '../cases/caseStates.rules.ts'
import { WrittenIn } from '../cases/WrittenIn.tsx'
import { between, waitText } from '../cases/waiting.rules.ts'
import { useTakesPart } from '../me/useTakesPart.ts'
import { HeldNote, TranslationLine } from '../texts/TranslationLine.tsx'
import { UserText } from '../texts/UserText.tsx'
import { useReading } from '../texts/useReading.ts'
import { useRestoreComment, useTakeBackComment } from './discussion.queries.ts'
import { EditComment } from './EditComment.tsx'
import { PinChips } from './PinChips.tsx'
import { usePinned } from './PinnedCase.tsx'
import { pinsUnder } from './pins.rules.ts'
import { answeredAt } from './threads.rules.ts'
import './discussion.css'

/** Where something was said: a whole case, or what is left of one that was withdrawn. */
export type Place = Pick<ShownCase, 'id' | 'state' | 'comments' | 'updates' | 'images'> & {
  readonly clock: Pick<ShownCase['clock'], 'askedAt'>
}

interface Shown {
  readonly shown: Place
  readonly comment: ShownComment
  /** Whom it addresses, where that is not plain from its place. */
  readonly to: ShownComment | null
  readonly now: number
  readonly isNew: boolean
  /** Absent where nobody can reply any more. */
  readonly reply: ((comment: ShownComment) => void) | null
}

const undoFor = 10_000

/** Something said in a case: who, when, in what language, what, and how sure its author is. */
export const CommentView = ({ shown, comment, to, now, isNew, reply }: Shown) => {
  const { language, cases, discussion, media, texts } = useWords()
  const pinned = usePinned()
  const reading = useReading(comment.text ? [comment.text] : [])
  const [editing, setEditing] = useState(false)
  const takeBack = useTakeBackComment(shown.id)
  const restore = useRestoreComment(shown.id)
  const toast = useToast()
  const question = comment.kind === 'question-back'
  const answered = question ? answeredAt(comment, shown.comments, shown.updates) : null
  const mayTakeBack = useTakesPart() && comment.byline.mine
  const canEdit = mayTakeBack && comment.editableUntil !== null && Date.parse(comment.editableUntil) > now
  const after = (at: string) => waitText(between(shown.clock.askedAt, at), cases.underAMinute)
  const wait = after(comment.at)
  const today = (at: string) => new Date(at).toDateString() === new Date(now).toDateString()
  const whenAnswered = (at: string) => (today(at) ? discussion.answeredAt(clockTime(at, language)) : discussion.answeredAfter(after(at)))

  const takeBackWithUndo = () => {
    const undo = { label: discussion.undo, run: () => restore.mutate(comment.id) }
    takeBack.mutate(comment.id, { onSuccess: () => toast.show(discussion.takenBackToast, { milliseconds: undoFor, action: undo }) })
  }

  return (
    <article
      id={`comment-${comment.id}`}
      className={`comment${question || comment.parentId !== null ? ' comment-within' : ''}${pinned?.reached === comment.id ? ' comment-reached' : ''}`}
      tabIndex={-1}
      data-kind={comment.kind}
    >
      <header>
        <BylineLine byline={comment.byline} asker={comment.byAsker} />
        <time dateTime={comment.at} title={isClosed(shown.state) ? discussion.afterAsking(wait) : undefined}>
          {isClosed(shown.state) ? wait : eventTime(comment.at, now, language)}
        </time>
      </header>
      {comment.text === null ? (
        <p className="comment-gone">{discussion.takenBack}</p>
      ) : (
        <>
          <div className="comment-marks">
            <TranslationLine reading={reading} />
            {comment.beforeUpdate && (
              <Tag tone="caution">
                <Icon name="clock" />
                {discussion.beforeUpdate}
              </Tag>
            )}
            {comment.helped && (
              <Tag tone="good">
                <Icon name="check" />
                {discussion.helped}
              </Tag>
            )}
            {isNew && !comment.beforeUpdate && !comment.helped && <Tag tone="accent">{discussion.isNew}</Tag>}
          </div>
          <HeldNote reading={reading} />
          {editing ? (
            <EditComment caseId={shown.id} comment={comment} text={comment.text} done={() => setEditing(false)} />
          ) : (
            <UserText
              words={reading.of(comment.text)}
              explains
              pins={pinned ? { has: (number) => pinned.known.get(number)?.place != null, open: pinned.open } : undefined}
            />
          )}
          <PinChips
            label={media.pins.ofThisComment}
            images={shown.images}
            pins={pinned ? pinsUnder(comment, reading.of(comment.text).body, pinned.known) : comment.pins}
          />
          <p className="comment-weight">
            {to && <span>{discussion.replyTo(to.byline.name ?? to.byline.handle)}</span>}
            {question && (
              <span>
                {discussion.questionNotAnswer}
                {answered !== null && ` · ${whenAnswered(answered)}`}
              </span>
            )}
            {comment.kind === 'comment' && comment.parentId === null && !comment.byAsker && <span>{discussion.comment}</span>}
            {comment.confidence !== null && <strong>{discussion.confidences[comment.confidence]}</strong>}
            {comment.seen !== null && <span>{discussion.seenIt(comment.seen)}</span>}
            {comment.text.edited && <span>{texts.edited}</span>}
            {comment.byline.mine && <WrittenIn caseId={shown.id} texts={[comment.text]} />}
          </p>
          {!editing && (reply || mayTakeBack) && (
            <div className="comment-actions">
              {reply && (
                <Button kind="text" onClick={() => reply(comment)}>
                  <Icon name="reply" />
                  {discussion.reply}
                </Button>
              )}
              {canEdit && (
                <Button kind="text" onClick={() => setEditing(true)}>
                  <Icon name="pencil" />
                  {discussion.edit}
                </Button>
              )}
              {mayTakeBack && (
                <Button kind="text" busy={takeBack.isPending} onClick={takeBackWithUndo}>
                  <Icon name="undo" />
                  {discussion.takeBack}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </article>
  )
}
