import {
  editComment as editCommentPromise,
  postComment as postCommentPromise,
  restoreComment as restoreCommentPromise,
  takeBackComment as takeBackCommentPromise,
} from '#contract/community/discussion.ts'
import { on, type Route } from '../../platform/bind.ts'
import type { Deps } from '../deps.ts'
import { editComment, restoreComment, takeBackComment } from './change-comment.ts'
import { postComment } from './post-comment.ts'

export const discussionRoutes = (deps: Deps): readonly Route[] => [
  on('postComment', postCommentPromise, ({ caller, params, body, key }) => postComment(deps, caller, params.caseId, { form: body, key })),
  on('editComment', editCommentPromise, ({ caller, params, body }) => editComment(deps, caller, params.commentId, body)),
  on('takeBackComment', takeBackCommentPromise, ({ caller, params }) => takeBackComment(deps, caller, params.commentId)),
  on('restoreComment', restoreCommentPromise, ({ caller, params }) => restoreComment(deps, caller, params.commentId)),
]
