import type { CommentKind } from '#contract/community/discussion.ts'
import { event } from '../../platform/events.ts'

/** Somebody said something in a thread. */
export const commentPosted = event<{ threadId: string; commentId: string; kind: CommentKind; byAsker: boolean }>(
  'community.comment-posted',
  ({ threadId }) => [{ what: 'thread', id: threadId }],
)

/** What somebody had said in a thread says something else now, is taken back, or stands again. */
export const commentChanged = event<{ threadId: string; commentId: string }>('community.comment-changed', ({ threadId }) => [
  { what: 'thread', id: threadId },
])
