import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { id, instant, pageOf } from '../shapes.ts'
import { caseForm } from './cases.ts'

const draftId = Type.Object({ draftId: id }, { additionalProperties: false })

export const draft = Type.Object({ id, revision: Type.Integer(), form: caseForm, savedAt: instant }, { additionalProperties: false })

export const keepDraft = endpoint({
  method: 'PUT',
  path: '/api/community/drafts/{draftId}',
  who: 'member',
  summary: 'Keeps a draft; its id is made by the device (uuid v4). A stale revision is refused with the current draft.',
  params: draftId,
  body: Type.Object({ revision: Type.Integer({ minimum: 0 }), form: caseForm }, { additionalProperties: false }),
  reply: draft,
  status: 200,
  limit: 120,
  errors: ['draft.stale', 'draft.not-found'],
})

export const listDrafts = endpoint({
  method: 'GET',
  path: '/api/community/drafts',
  who: 'member',
  summary: 'My drafts, newest first.',
  reply: pageOf(draft),
  status: 200,
  errors: [],
})

export const showDraft = endpoint({
  method: 'GET',
  path: '/api/community/drafts/{draftId}',
  who: 'member',
  summary: 'One of my drafts.',
  params: draftId,
  reply: draft,
  status: 200,
  errors: ['draft.not-found'],
})

export const discardDraft = endpoint({
  method: 'DELETE',
  path: '/api/community/drafts/{draftId}',
  who: 'member',
  summary: 'Throws a draft away.',
  params: draftId,
  status: 204,
  errors: ['draft.not-found'],
})
