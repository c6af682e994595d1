import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as promises from '#contract/registrar/applications.ts'
import { call, problemOf } from '../../platform/call.ts'

const applicationKey = ['application'] as const
const everyTwentySeconds = 20_000

/** My application; null while there is none. While it waits, its place is asked for again and again. */
export const useApplication = () =>
  useQuery({
    queryKey: applicationKey,
    queryFn: ({ signal }) =>
      call(promises.showApplication, { signal }).catch((error: unknown) => {
        if (problemOf(error)?.code === 'application.not-found') return null
        throw error
      }),
    refetchInterval: ({ state }) => (state.data?.state === 'submitted' ? everyTwentySeconds : false),
  })

const useKeepReply = () => {
  const client = useQueryClient()
  return (application: promises.Application) => void client.setQueryData(applicationKey, application)
}

export const useKeepApplication = () =>
  useMutation({
    mutationFn: (body: { revision: number; form: promises.ApplicationForm }) => call(promises.keepApplication, { body }),
    onSuccess: useKeepReply(),
  })

export const useSubmitApplication = () =>
  useMutation({
    mutationFn: (revision: number) => call(promises.submitApplication, { body: { revision } }),
    onSuccess: useKeepReply(),
  })

export const useApplyAgain = () => useMutation({ mutationFn: () => call(promises.applyAgain), onSuccess: useKeepReply() })

export const useAddEvidence = () =>
  useMutation({
    mutationFn: ({ kind, file, key }: { kind: promises.Evidence['kind']; file: File; key: string }) => {
      const body = new FormData()
      // Without the name the file had on this device.
      body.append('file', file, 'document')
      return call(promises.addEvidence, { params: { kind }, body, key })
    },
    onSuccess: useKeepReply(),
  })

export const useRemoveEvidence = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (evidenceId: string) => call(promises.removeEvidence, { params: { evidenceId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: applicationKey }),
  })
}
