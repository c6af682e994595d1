import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as promises from '#contract/registrar/sessions.ts'
import { call } from '../../platform/call.ts'

const sessionKey = ['registrar-session'] as const

/** Who is signed in at the registrar: an applicant, a member of staff, or nobody. */
export const useRegistrarSession = () =>
  useQuery({ queryKey: sessionKey, queryFn: ({ signal }) => call(promises.showRegistrarSession, { signal }), staleTime: 60_000 })

/** After somebody came in or left, nothing read before is shown again. */
export const useRegistrarSessionChanged = () => {
  const client = useQueryClient()
  return async () => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
    await client.invalidateQueries({ queryKey: sessionKey })
  }
}

export const useSendCode = () =>
  useMutation({ mutationFn: (body: { email: string; language: 'en' | 'es' }) => call(promises.sendCode, { body }) })

export const useConfirmCode = () => {
  const changed = useRegistrarSessionChanged()
  return useMutation({
    mutationFn: ({ codeId, code }: { codeId: string; code: string }) => call(promises.confirmCode, { params: { codeId }, body: { code } }),
    onSuccess: changed,
  })
}

export const useLeaveRegistrar = () => {
  const changed = useRegistrarSessionChanged()
  return useMutation({ mutationFn: () => call(promises.leaveRegistrar), onSuccess: changed })
}
