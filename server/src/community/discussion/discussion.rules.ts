import type { CommentKind } from '#contract/community/discussion.ts'
import { limits } from '#contract/community/discussion.ts'
import type { ErrorCode } from '#contract/errors.ts'

export type ThreadState = 'open' | 'settled' | 'closed' | 'hidden'

/** Until when a comment may be changed, and until when taking it back or posting can be undone. */
export const changeableFor = 15 * 60_000
export const undoableFor = 10_000
/** A round trip on a poor line is not held against the doctor. */
export const undoGrace = 5_000

/** Why a thread takes no such comment: settled threads take comments only, closed and hidden ones nothing. */
export const whyNoComment = (state: ThreadState, kind: CommentKind): ErrorCode | null => {
  if (state === 'hidden') return 'case.not-found'
  if (state === 'closed') return 'case.gone'
  return state === 'settled' && kind === 'answer' ? 'case.closed' : null
}

/** Why a text is no comment. */
export const whyNoText = (text: string): ErrorCode | null =>
  text.trim() === '' ? 'comment.empty' : text.length > limits.comment ? 'comment.too-long' : null

/** Why one's own comment cannot be changed any more: 15 minutes have passed, or somebody has answered it. */
export const whyNoChange = (postedAt: Date, replies: number, now: Date): ErrorCode | null =>
  replies > 0 || now.getTime() - postedAt.getTime() > changeableFor ? 'comment.too-late-to-edit' : null

/** Why something cannot be undone any more. */
export const whyNoUndo = (doneAt: Date, now: Date): ErrorCode | null =>
  now.getTime() - doneAt.getTime() > undoableFor + undoGrace ? 'case.undo-too-late' : null
