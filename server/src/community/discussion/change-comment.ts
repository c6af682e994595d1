import type { CommentKind } from '#contract/community/discussion.ts'
import { limits } from '#contract/community/discussion.ts'
import type { NotIdentifier } from '#contract/community/privacy.ts'
import type { TextLanguage } from '#contract/shapes.ts'
import type { Member } from '../../access.ts'
import { emit } from '../../platform/events.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { lendSentences } from '../texts/lend-sentences.ts'
import { Passed } from '../texts/Passed.ts'
import { rewriteText } from '../texts/write-text.ts'
import { commentChanged } from './discussion.events.ts'
import { whyNoChange, whyNoComment, whyNoText, whyNoUndo } from './discussion.rules.ts'
import { changeKind, findComment, recount, saidBy, setTakenBack } from './discussion.sql.ts'
import { type Reader, readerOf } from './reader.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'jobs'>

/** Its author changes a comment: within 15 minutes, and before anybody has replied. */
export const editComment = async (
  deps: Needs,
  member: Member,
  commentId: string,
  form: { language: TextLanguage; text: string; kind: CommentKind; notIdentifiers?: readonly NotIdentifier[] },
): Promise<{ id: string }> => {
  const why = whyNoText(form.text)
  if (why === 'comment.too-long') refuse('comment.too-long', { max: limits.comment, length: form.text.length })
  refuseIf(why)
  const passed = Passed.guard([{ path: 'text', text: form.text }], form)
  return deps.db.transaction().execute(async (trx) => {
    const comment = await findComment(trx, commentId, readerOf(member))
    if (!comment || comment.takenBackAt) return refuse('comment.not-found')
    if (!comment.mine) refuse('comment.not-yours')
    refuseIf(whyNoChange(comment.postedAt, comment.replies, deps.clock.now()))
    refuseIf(whyNoComment(comment.threadState, form.kind))
    await rewriteText(deps, trx, comment.textId, { language: form.language, body: form.text, passed })
    await changeKind(trx, commentId, form.kind)
    await recount(trx, comment.threadId)
    await emit(deps, trx, commentChanged, { threadId: comment.threadId, commentId })
    return { id: commentId }
  })
}

/** Its author takes a comment back; taken back twice is taken back once. */
export const takeBackComment = (deps: Needs, member: Member, commentId: string): Promise<void> =>
  takeBack(deps, readerOf(member), commentId)

/** Whoever leaves takes back all they have said, also where they may read no more. */
export const takeBackCommentsOf = async (deps: Needs, accountId: string): Promise<void> => {
  for (const id of await saidBy(deps.db, accountId)) await takeBack(deps, { accountId, covers: null }, id)
}

const takeBack = (deps: Needs, author: Pick<Reader, 'accountId' | 'covers'>, commentId: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const comment = await findComment(trx, commentId, author)
    if (!comment) return refuse('comment.not-found')
    if (!comment.mine) refuse('comment.not-yours')
    if (comment.takenBackAt) return
    await setTakenBack(trx, commentId, deps.clock.now())
    await lendSentences(trx, comment.textId, false)
    await recount(trx, comment.threadId)
    await emit(deps, trx, commentChanged, { threadId: comment.threadId, commentId })
  })

/** Its author undoes taking a comment back, within ten seconds. */
export const restoreComment = (deps: Needs, member: Member, commentId: string): Promise<{ id: string }> =>
  deps.db.transaction().execute(async (trx) => {
    const comment = await findComment(trx, commentId, readerOf(member))
    if (!comment) return refuse('comment.not-found')
    if (!comment.mine) refuse('comment.not-yours')
    if (comment.takenBackAt) {
      refuseIf(whyNoUndo(comment.takenBackAt, deps.clock.now()))
      await setTakenBack(trx, commentId, null)
      await lendSentences(trx, comment.textId, comment.audience === 'everyone')
      await recount(trx, comment.threadId)
      await emit(deps, trx, commentChanged, { threadId: comment.threadId, commentId })
    }
    return { id: commentId }
  })
