import { useMutation, useQuery } from '@tanstack/react-query'
import * as promises from '#contract/registrar/issuing.ts'
import { call } from '../../platform/call.ts'

/** The label a verified doctor would be shown with, and the periods that are signed now. */
export const useEntry = () => useQuery({ queryKey: ['entry'], queryFn: ({ signal }) => call(promises.showEntry, { signal }) })

export const useRequestTickets = () =>
  useMutation({ mutationFn: (body: promises.TicketRequests) => call(promises.requestTickets, { body }) })

/** What would be signed for a doctor who shows their name, with a challenge; asked for once. */
export const useNameOffer = () =>
  useQuery({ queryKey: ['name-offer'], queryFn: () => call(promises.startShowName), staleTime: Number.POSITIVE_INFINITY })

export const useAttestName = () =>
  useMutation({ mutationFn: (body: { rootKey: string; challenge: string; proof: string }) => call(promises.attestName, { body }) })
