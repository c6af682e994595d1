import { type Static, Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { byline, id, instant, orNull, shownText, textLanguage } from '../shapes.ts'
import { pinForm, shownPin } from './pins.ts'
import { notIdentifiers } from './privacy.ts'

export const limits = { comment: 10_000 } as const

/** An answer addresses the question; a question back is a response; a comment is anything else said in the thread. */
export const commentKind = Type.Enum(['answer', 'question-back', 'comment'])
export type CommentKind = Static<typeof commentKind>
export const confidence = Type.Enum(['likely', 'possible', 'long-shot'])
export const seen = Type.Enum(['never', 'once', 'few', 'many'])

export const shownComment = Type.Object(
  {
    id,
    parentId: orNull(id),
    kind: commentKind,
    byline,
    /** True when the case's asker wrote it. */
    byAsker: Type.Boolean(),
    /** Null once its author has taken it back. */
    text: orNull(shownText),
    confidence: orNull(confidence),
    seen: orNull(seen),
    at: instant,
    /** An update came after it was said. */
    beforeUpdate: Type.Boolean(),
    helped: Type.Boolean(),
    /** Its own pins; none once its author has taken it back. */
    pins: Type.Array(shownPin),
    /** Until when its author may still change it; null for everybody else and when it is too late. */
    editableUntil: orNull(instant),
  },
  { additionalProperties: false },
)
export type ShownComment = Static<typeof shownComment>

/** What a doctor says in a thread. */
export const commentForm = Type.Object(
  {
    kind: commentKind,
    language: textLanguage,
    text: Type.String({ maxLength: 40_000 }),
    parentId: orNull(id),
    confidence: orNull(confidence),
    seen: orNull(seen),
    byline: Type.Enum(['anonymous', 'name']),
    /** At most nine can be posted. */
    pins: Type.Optional(Type.Array(pinForm, { maxItems: 40 })),
    notIdentifiers,
  },
  { additionalProperties: false },
)
export type CommentForm = Static<typeof commentForm>

const commentId = Type.Object({ commentId: id }, { additionalProperties: false })

export const postComment = endpoint({
  method: 'POST',
  path: '/api/community/cases/{caseId}/comments',
  who: 'member',
  summary: 'Says something in a case: an answer, a question back, a comment. A repeat with the same key returns the first.',
  params: Type.Object({ caseId: id }, { additionalProperties: false }),
  body: commentForm,
  reply: Type.Object({ id }, { additionalProperties: false }),
  status: 201,
  limit: 30,
  errors: [
    'case.not-found',
    'case.gone',
    'case.closed',
    'comment.empty',
    'comment.too-long',
    'comment.parent-unknown',
    'comment.pins-too-many',
    'comment.pin-image-gone',
    'comment.pin-outside',
    'privacy.identifier',
    'byline.name-missing',
    'byline.never-back',
    'request.repeat-differs',
  ],
})

export const editComment = endpoint({
  method: 'PUT',
  path: '/api/community/comments/{commentId}',
  who: 'member',
  summary: 'Changes one’s own comment, within 15 minutes and before an answer refers to it.',
  params: commentId,
  body: Type.Object(
    { language: textLanguage, text: Type.String({ maxLength: 40_000 }), kind: commentKind, notIdentifiers },
    { additionalProperties: false },
  ),
  reply: Type.Object({ id }, { additionalProperties: false }),
  status: 200,
  errors: [
    'comment.not-found',
    'comment.not-yours',
    'comment.too-late-to-edit',
    'comment.empty',
    'comment.too-long',
    'privacy.identifier',
    'case.closed',
    'case.gone',
  ],
})

export const takeBackComment = endpoint({
  method: 'DELETE',
  path: '/api/community/comments/{commentId}',
  who: 'member',
  summary: 'Takes one’s own comment back: a line stays where others replied, else nothing.',
  params: commentId,
  status: 204,
  errors: ['comment.not-found', 'comment.not-yours'],
})

export const restoreComment = endpoint({
  method: 'POST',
  path: '/api/community/comments/{commentId}/restoring',
  who: 'member',
  summary: 'Within 10 s of taking it back: the comment stands again.',
  params: commentId,
  reply: Type.Object({ id }, { additionalProperties: false }),
  status: 201,
  errors: ['comment.not-found', 'comment.not-yours', 'case.undo-too-late'],
})
