import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CountryCode } from '#atlas/countries.ts'
import * as promises from '#contract/registrar/decisions.ts'
import type { Transcription } from '#contract/registrar/proofs.ts'
import { makeErrandCode, offerInterviewTime } from '#contract/registrar/proving.ts'
import type { Language } from '#contract/shapes.ts'
import { call } from '../../platform/call.ts'

const queueKey = ['queue'] as const
const everyFifteenSeconds = 15_000

/** Who waits, oldest first. */
export const useQueue = () =>
  useQuery({
    queryKey: queueKey,
    queryFn: ({ signal }) => call(promises.listQueue, { signal }),
    refetchInterval: everyFifteenSeconds,
  })

/** One application. Each time it is fetched is a look in the log, so it is fetched once and not again by itself. */
export const useDeskApplication = (applicationId: string) =>
  useQuery({
    queryKey: ['desk-application', applicationId],
    queryFn: ({ signal }) => call(promises.lookAtApplication, { params: { applicationId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

const caseKey = (applicationId: string) => ['desk-application', applicationId] as const

/** Draws a case by chance. */
export const useDraw = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { country: CountryCode | null; language: Language | null }) => call(promises.drawApplication, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: queueKey }),
  })
}

const useLeft = (applicationId: string) => {
  const client = useQueryClient()
  return () => {
    client.removeQueries({ queryKey: caseKey(applicationId) })
    return client.invalidateQueries({ queryKey: queueKey })
  }
}

export const useDecide = (applicationId: string) => {
  const onSuccess = useLeft(applicationId)
  return useMutation({
    mutationFn: (body: { decision: promises.Decision; reason: string }) =>
      call(promises.decideApplication, { params: { applicationId }, body }),
    onSuccess,
  })
}

export const useRevoke = (applicationId: string) => {
  const onSuccess = useLeft(applicationId)
  return useMutation({
    mutationFn: (reason: string) => call(promises.revokeLicence, { params: { applicationId }, body: { reason } }),
    onSuccess,
  })
}

const useKeepCase = (applicationId: string) => {
  const client = useQueryClient()
  return (application: promises.DeskApplication) => {
    client.setQueryData(caseKey(applicationId), application)
    void client.invalidateQueries({ queryKey: queueKey })
  }
}

export const useSettleProof = (applicationId: string) => {
  const onSuccess = useKeepCase(applicationId)
  return useMutation({
    mutationFn: (body: { kind: (typeof promises.seenKinds)[number]; passed: boolean; reference: string }) =>
      call(promises.settleProof, { params: { applicationId }, body }),
    onSuccess,
  })
}

export const useTranscribe = (applicationId: string) => {
  const onSuccess = useKeepCase(applicationId)
  return useMutation({
    mutationFn: (line: Transcription) => call(promises.transcribeLine, { params: { applicationId }, body: { line } }),
    onSuccess,
  })
}

export const useErrandCode = (applicationId: string) =>
  useMutation({
    mutationFn: ({ proofId, by }: { proofId: string; by: 'phone' | 'letter' }) =>
      call(makeErrandCode, { params: { applicationId, proofId }, body: { by } }),
  })

export const useOfferTime = () => useMutation({ mutationFn: (startsAt: string) => call(offerInterviewTime, { body: { startsAt } }) })

export const useFindVerified = () =>
  useMutation({ mutationFn: (body: { country: CountryCode; number: string }) => call(promises.findVerified, { body }) })
