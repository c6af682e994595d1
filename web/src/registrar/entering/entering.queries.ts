import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as promises from '#contract/registrar/issuing.ts'
import { call } from '../../platform/call.ts'

/** The label a verified doctor would be shown with, and the periods that are signed now. */
export const useEntry = () => useQuery({ queryKey: ['entry'], queryFn: ({ signal }) => call(promises.showEntry, { signal }) })

export const useRequestTickets = () =>
  useMutation({ mutationFn: (body: promises.TicketRequests) => call(promises.requestTickets, { body }) })

export const useDeposit = () => useMutation({ mutationFn: (body: promises.Deposit) => call(promises.depositRequests, { body }) })

/** Says that words and devices are lost, or that they have been found. */
export const useLoseRoot = () => {
  const client = useQueryClient()
  const onSuccess = (entry: promises.Entry) => client.setQueryData(['entry'], entry)
  return {
    lose: useMutation({ mutationFn: () => call(promises.loseRoot), onSuccess }),
    find: useMutation({ mutationFn: () => call(promises.findRoot), onSuccess }),
  }
}

export const useReportTheft = () => useMutation({ mutationFn: () => call(promises.reportTheft) })

export const useEraseMe = () => useMutation({ mutationFn: () => call(promises.eraseMe) })

/** Fetches what was signed by the hashes of what was blinded, without cookies: the registrar does not learn who asks. */
export const fetchSigned = async (hashes: readonly string[]): Promise<readonly promises.FetchedSignature[]> => {
  const { path, method } = promises.fetchSignatures
  const response = await fetch(path, {
    method,
    credentials: 'omit',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ hashes }),
  })
  if (!response.ok) throw new Error(`The signatures: ${response.status}`)
  return ((await response.json()) as { items: promises.FetchedSignature[] }).items
}

/** What would be signed for a doctor who shows their name, with a challenge; asked for once. */
export const useNameOffer = () =>
  useQuery({ queryKey: ['name-offer'], queryFn: () => call(promises.startShowName), staleTime: Number.POSITIVE_INFINITY })

export const useAttestName = () =>
  useMutation({ mutationFn: (body: { rootKey: string; challenge: string; proof: string }) => call(promises.attestName, { body }) })
