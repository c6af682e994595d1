import { useState } from 'preact/hooks'
import type { ShownCase } from '#contract/community/cases.ts'
import type { ShownComment } from '#contract/community/discussion.ts'
import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { isOpen } from '../cases/caseStates.rules.ts'
import { CommentView } from './CommentView.tsx'
import { Composer } from './Composer.tsx'
import { KeptComments } from './KeptComments.tsx'
import { threadsOf } from './threads.rules.ts'
import { useNewComments } from './useNewComments.ts'
import { useTakesComments } from './useTakesComments.ts'
import './discussion.css'

/** Everything said in a case, in threads, and the place to say something. */
export const Discussion = ({ shown, now }: { shown: ShownCase; now: number }) => {
  const { discussion } = useWords()
  const [replyTo, setReplyTo] = useState<ShownComment | null>(null)
  const { arrived, unseen } = useNewComments(shown.comments)
  const others = shown.comments.filter(({ kind, text }) => kind !== 'answer' && text !== null).length
  const takesComments = useTakesComments(shown)

  const reply = (comment: ShownComment) => {
    setReplyTo(comment)
    document.getElementById('composer')?.focus()
  }
  const answersUnseen = unseen.filter(({ kind }) => kind === 'answer').length
  const news =
    unseen.length === 0
      ? null
      : answersUnseen === unseen.length
        ? discussion.newAnswers(answersUnseen)
        : discussion.newComments(unseen.length)

  return (
    <section className="discussion">
      <header className="discussion-head">
        <h2>{discussion.answers(shown.answers)}</h2>
        {others > 0 && <p>{discussion.otherComments(others)}</p>}
      </header>
      {shown.comments.length === 0 && isOpen(shown.state) && (
        <p className="discussion-none">{shown.mine ? discussion.waitForFirst : discussion.beFirst}</p>
      )}
      <ol className="threads">
        {threadsOf(shown.comments).map(({ head, replies }) => (
          <li key={head.id}>
            <CommentView
              shown={shown}
              comment={head}
              to={null}
              now={now}
              isNew={arrived.has(head.id)}
              reply={takesComments ? reply : null}
            />
            {replies.map(({ comment, to }) => (
              <CommentView
                key={comment.id}
                shown={shown}
                comment={comment}
                to={to}
                now={now}
                isNew={arrived.has(comment.id)}
                reply={takesComments ? reply : null}
              />
            ))}
          </li>
        ))}
      </ol>
      <KeptComments caseId={shown.id} />
      <p className="visually-hidden" role="status">
        {news}
      </p>
      {news !== null && (
        <button
          type="button"
          className="discussion-news"
          onClick={() => document.getElementById(`comment-${unseen[0]?.id}`)?.scrollIntoView({ block: 'center' })}
        >
          <Icon name="down" />
          {news}
        </button>
      )}
      {takesComments && <Composer shown={shown} replyTo={replyTo} stopReplying={() => setReplyTo(null)} />}
    </section>
  )
}
