import { useMutation } from '@tanstack/react-query'
import * as promises from '#contract/community/discussion.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import { call } from '../../platform/call.ts'
import { useCaseChanged } from '../cases/cases.queries.ts'

export const usePostComment = (caseId: string) => {
  const changed = useCaseChanged(caseId)
  return useMutation({
    mutationFn: ({ form, key }: { form: promises.CommentForm; key: string }) =>
      call(promises.postComment, { params: { caseId }, body: form, key }),
    onSuccess: changed,
  })
}

export const useEditComment = (caseId: string) => {
  const changed = useCaseChanged(caseId)
  return useMutation({
    mutationFn: ({ commentId, ...body }: BodyOf<typeof promises.editComment> & { commentId: string }) =>
      call(promises.editComment, { params: { commentId }, body }),
    onSuccess: changed,
  })
}

export const useTakeBackComment = (caseId: string) => {
  const changed = useCaseChanged(caseId)
  return useMutation({
    mutationFn: (commentId: string) => call(promises.takeBackComment, { params: { commentId } }),
    onSuccess: changed,
  })
}

export const useRestoreComment = (caseId: string) => {
  const changed = useCaseChanged(caseId)
  return useMutation({
    mutationFn: (commentId: string) => call(promises.restoreComment, { params: { commentId }, key: crypto.randomUUID() }),
    onSuccess: changed,
  })
}
