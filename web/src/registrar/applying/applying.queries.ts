import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as promises from '#contract/registrar/applications.ts'
import * as proving from '#contract/registrar/proving.ts'
import { toBase64 } from '#tickets/base64url.ts'
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
    refetchInterval: ({ state }) => (state.data?.state === 'checking' || state.data?.state === 'recheck-due' ? everyTwentySeconds : false),
  })

const useKeepReply = () => {
  const client = useQueryClient()
  return (application: promises.Application) => void client.setQueryData(applicationKey, application)
}

/** Keeps what was typed and hands it in. */
export const useHandIn = () =>
  useMutation({
    mutationFn: async (body: { revision: number; form: promises.ApplicationForm }) => {
      const { revision } = await call(promises.keepApplication, { body })
      return call(promises.submitApplication, { body: { revision } })
    },
    onSuccess: useKeepReply(),
  })

export const useAppeal = () =>
  useMutation({ mutationFn: (words: string) => call(promises.appealDecision, { body: { words } }), onSuccess: useKeepReply() })

export const useReturn = () => useMutation({ mutationFn: () => call(promises.returnToRegister), onSuccess: useKeepReply() })

const timesKey = ['interview-times'] as const

/** Everything that is asked for, or answered, to prove oneself; each shows the application as it then stands. */
export const useProving = () => {
  const keep = useKeepReply()
  const client = useQueryClient()
  const onSuccess = (application: promises.Application) => {
    keep(application)
    void client.invalidateQueries({ queryKey: timesKey })
  }
  return useMutation({ mutationFn: (ask: () => Promise<promises.Application>) => ask(), onSuccess })
}

export const provings = {
  contactCode: () => call(proving.askContactCode, { body: {} }),
  mailbox: (email: string) => call(proving.askMailbox, { body: { email } }),
  vouch: (email: string) => call(proving.askVouch, { body: { email } }),
  callback: (institution: string) => call(proving.askCallback, { body: { institution } }),
  birthDate: (birthDate: string) => call(proving.proveBirthDate, { body: { birthDate } }),
  interview: (slotId: string) => call(proving.askInterview, { body: { slotId } }),
  idCheck: () => call(proving.finishIdCheck, { body: {} }),
  code: (proofId: string, code: string) => call(proving.giveCode, { params: { proofId }, body: { code } }),
}

export const useInterviewTimes = () =>
  useQuery({ queryKey: timesKey, queryFn: ({ signal }) => call(proving.listInterviewTimes, { signal }) })

export const useStartIdCheck = () =>
  useMutation({ mutationFn: () => call(proving.startIdCheck, { body: {} }), onSuccess: ({ url }) => window.location.assign(url) })

export const useStartLogin = () =>
  useMutation({
    mutationFn: (provider: string) => call(proving.startLogin, { body: { provider } }),
    onSuccess: ({ url }) => window.location.assign(url),
  })

export const useFinishLogin = () =>
  useMutation({ mutationFn: (answer: string) => call(proving.finishLogin, { body: { answer } }), onSuccess: useKeepReply() })

export const useAskSignature = () => useMutation({ mutationFn: () => call(proving.askSignature, { body: {} }) })

export const useGiveSignature = () =>
  useMutation({
    mutationFn: async (file: File) => call(proving.giveSignature, { body: { signed: toBase64(new Uint8Array(await file.arrayBuffer())) } }),
    onSuccess: useKeepReply(),
  })

export const useOpenVouch = () => useMutation({ mutationFn: (invitation: string) => call(proving.openVouch, { body: { invitation } }) })

export const useGiveVouch = () =>
  useMutation({ mutationFn: (body: { invitation: string; known: boolean }) => call(proving.giveVouch, { body }) })

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
