import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as promises from '#contract/community/cases.ts'
import type { BodyOf, QueryOf, ReplyOf } from '#contract/endpoint.ts'
import { call } from '../../platform/call.ts'
import { askingEvery } from '../../platform/live.ts'

export type ListAsked = Pick<QueryOf<typeof promises.listCases>, 'list' | 'specialty' | 'published'>

const caseKey = (caseId: string) => ['case', caseId] as const

/** How often a case in sight that is told of no changes asks for them, and how soon again while a translation of it is being made. */
const caseAgainAfter = 20_000
const translationAgainAfter = 2_000

const waitsForTranslation = (shown: promises.ShownCase | undefined): boolean => JSON.stringify(shown ?? null).includes('"state":"pending"')

export const useListCases = (asked: ListAsked) =>
  useInfiniteQuery({
    queryKey: ['cases', asked],
    queryFn: ({ pageParam, signal }) =>
      call(promises.listCases, { query: { ...asked, ...(pageParam !== null && { after: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ReplyOf<typeof promises.listCases>) => page.next,
  })

export const useShowHome = () =>
  useQuery({ queryKey: ['home'], queryFn: ({ signal }) => call(promises.showHome, { signal }), refetchInterval: 60_000 })

export const useShowCase = (caseId: string) =>
  useQuery({
    queryKey: caseKey(caseId),
    queryFn: ({ signal }) => call(promises.showCase, { params: { caseId }, signal }),
    refetchInterval: ({ state }) => (waitsForTranslation(state.data) ? translationAgainAfter : askingEvery(caseAgainAfter)),
    refetchOnWindowFocus: true,
  })

/** What is left of a withdrawn case, which changes only by what this reader takes back. */
export const useShowWithdrawnCase = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'withdrawn'],
    queryFn: ({ signal }) => call(promises.showWithdrawnCase, { params: { caseId }, signal }),
  })

/** An author says which language their own texts are in. */
export const useSayLanguage = (caseId: string) => {
  const changed = useCaseChanged(caseId)
  return useMutation({
    mutationFn: (body: BodyOf<typeof promises.sayLanguage>) => call(promises.sayLanguage, { body }),
    onSuccess: changed,
  })
}

/** After something was done to a case, everything that shows it is asked for again. */
export const useCaseChanged = (caseId: string) => {
  const client = useQueryClient()
  return () => {
    for (const queryKey of [caseKey(caseId), ['cases'], ['home']]) void client.invalidateQueries({ queryKey })
  }
}

export const useTellViewed = (caseId: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(promises.tellViewed, { params: { caseId }, key: crypto.randomUUID() }),
    onSuccess: (counters) =>
      client.setQueryData(caseKey(caseId), (shown: promises.ShownCase | undefined) => shown && { ...shown, counters }),
  })
}

export const useAddUpdate = (caseId: string) => {
  const changed = useCaseChanged(caseId)
  return useMutation({
    mutationFn: ({ key, ...body }: BodyOf<typeof promises.addUpdate> & { key: string }) =>
      call(promises.addUpdate, { params: { caseId }, body, key }),
    onSuccess: changed,
  })
}

export const useSetWorkingDiagnosis = (caseId: string) => {
  const changed = useCaseChanged(caseId)
  return useMutation({
    mutationFn: ({ key, ...body }: BodyOf<typeof promises.setWorkingDiagnosis> & { key: string }) =>
      call(promises.setWorkingDiagnosis, { params: { caseId }, body, key }),
    onSuccess: changed,
  })
}

export const useCloseCase = (caseId: string) => {
  const changed = useCaseChanged(caseId)
  return useMutation({
    mutationFn: ({ key, ...body }: BodyOf<typeof promises.closeCase> & { key: string }) =>
      call(promises.closeCase, { params: { caseId }, body, key }),
    onSuccess: changed,
  })
}

export const useReopenCase = (caseId: string) => {
  const changed = useCaseChanged(caseId)
  return useMutation({
    mutationFn: ({ key }: { key: string }) => call(promises.reopenCase, { params: { caseId }, key }),
    onSuccess: changed,
  })
}

export const useWithdrawCase = (caseId: string) => {
  const changed = useCaseChanged(caseId)
  return useMutation({
    mutationFn: ({ key }: { key: string }) => call(promises.withdrawCase, { params: { caseId }, key }),
    onSuccess: changed,
  })
}

export const useWithdrawConsent = (caseId: string) => {
  const changed = useCaseChanged(caseId)
  return useMutation({
    mutationFn: ({ key }: { key: string }) => call(promises.withdrawConsent, { params: { caseId }, key }),
    onSuccess: changed,
  })
}

export const useTellRecognisable = (caseId: string, imageId: string) => {
  const changed = useCaseChanged(caseId)
  return useMutation({
    mutationFn: ({ key }: { key: string }) => call(promises.tellRecognisable, { params: { imageId }, key }),
    onSuccess: changed,
  })
}

export const useListImageReports = () =>
  useQuery({
    queryKey: ['image-reports'],
    queryFn: ({ signal }) => call(promises.listImageReports, { signal }),
    refetchOnWindowFocus: true,
  })

export const useSettleImageReport = (imageId: string, bringBack: boolean) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ key }: { key: string }) => call(promises.settleImageReport, { params: { imageId }, body: { bringBack }, key }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['image-reports'] }),
  })
}

export const useUndoPosting = (caseId: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(promises.undoPosting, { params: { caseId } }),
    onSuccess: () => {
      client.removeQueries({ queryKey: caseKey(caseId) })
      void client.invalidateQueries({ queryKey: ['cases'] })
      void client.invalidateQueries({ queryKey: ['home'] })
    },
  })
}
