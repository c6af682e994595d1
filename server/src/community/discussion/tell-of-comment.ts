import type { Deps } from '../deps.ts'
import { type Notice, notify } from '../notifications/notify.ts'
import { findConcerned } from './discussion.sql.ts'

/** Somebody said something: the asker of the thread and whoever is replied to are told of it, never its author. */
export const tellOfComment = ({ db, clock, ids }: Pick<Deps, 'db' | 'clock' | 'ids'>, commentId: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const found = await findConcerned(trx, commentId)
    if (!found) return
    const { threadId, kind, threadState, author, asker, repliedTo } = found
    // Whose case is still open is told of answers at once, at night too; afterwards they are comments like any other.
    const toAsker: Notice['kind'] = threadState === 'open' ? kind : 'comment'
    const notices: Notice[] = []
    if (asker !== null && asker !== author)
      notices.push({ to: { byline: asker }, kind: toAsker, about: threadId, key: `comment:${commentId}` })
    if (repliedTo !== null && repliedTo !== author && repliedTo !== asker)
      notices.push({ to: { byline: repliedTo }, kind: 'reply', about: threadId, key: `comment:${commentId}` })
    await notify({ clock, ids }, trx, notices)
  })
