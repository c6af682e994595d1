import type { WithdrawnCase } from '#contract/community/cases.ts'
import { eventTime } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { Note } from '../../ui/Note.tsx'
import { CommentView, type Place } from '../discussion/CommentView.tsx'
import { threadsOf } from '../discussion/threads.rules.ts'
import '../discussion/discussion.css'
import './Story.css'

/** A withdrawn case, for those who wrote in it: what was said, and no word of the story. */
export const WithdrawnView = ({ left, now }: { left: WithdrawnCase; now: number }) => {
  const { language, cases } = useWords()
  const { title, lead, said } = cases.withdrawn
  const { id, comments, askedAt } = left
  const shown: Place = { id, state: 'withdrawn', comments, updates: [], images: [], clock: { askedAt } }
  return (
    <div className="case-body withdrawn">
      <h1>{title}</h1>
      <Note tone="plain" title={`${cases.states.withdrawn} · ${eventTime(left.withdrawnAt, now, language)}`}>
        {lead}
      </Note>
      <section className="discussion">
        <header className="discussion-head">
          <h2>{said(comments.length)}</h2>
        </header>
        <ol className="threads">
          {threadsOf(comments).map(({ head, replies }) => (
            <li key={head.id}>
              {[{ comment: head, to: null }, ...replies].map(({ comment, to }) => (
                <CommentView key={comment.id} shown={shown} comment={comment} to={to} now={now} isNew={false} reply={null} />
              ))}
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
