import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as promises from '#contract/community/corrections.ts'
import type { BodyOf, QueryOf, ReplyOf } from '#contract/endpoint.ts'
import { call } from '../../platform/call.ts'

const key = ['sentences'] as const

/** The sentences of some texts beside what readers see of them. */
export const useListSentences = (textIds: readonly string[]) =>
  useQuery({
    queryKey: [...key, textIds.join()],
    queryFn: ({ signal }) => call(promises.listSentences, { query: { texts: textIds.join() }, signal }),
  })

export const useListHeldSentences = () =>
  useInfiniteQuery({
    queryKey: [...key, 'held'],
    queryFn: ({ pageParam, signal }) => call(promises.listHeldSentences, { query: pageParam === null ? {} : { after: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ReplyOf<typeof promises.listHeldSentences>) => page.next,
  })

export type CorrectionList = QueryOf<typeof promises.listCorrections>['list']

export const useListCorrections = (list: CorrectionList) =>
  useInfiniteQuery({
    queryKey: [...key, 'corrections', list],
    queryFn: ({ pageParam, signal }) =>
      call(promises.listCorrections, { query: { list, ...(pageParam !== null && { after: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ReplyOf<typeof promises.listCorrections>) => page.next,
  })

/** After a sentence changed, every page that may show it is asked for again. */
const useSentencesChanged = () => {
  const client = useQueryClient()
  return () => {
    for (const queryKey of [key, ['case'], ['cases'], ['home'], ['search']]) void client.invalidateQueries({ queryKey })
  }
}

export const useCorrectSentence = () => {
  const changed = useSentencesChanged()
  return useMutation({
    mutationFn: ({
      textId,
      idempotencyKey,
      ...body
    }: BodyOf<typeof promises.correctSentence> & { textId: string; idempotencyKey: string }) =>
      call(promises.correctSentence, { params: { textId }, body, key: idempotencyKey }),
    onSuccess: ({ correctionId }) => correctionId !== null && changed(),
  })
}

export const useSettleCorrection = () =>
  useMutation({
    mutationFn: ({ correctionId, accept }: { correctionId: string; accept: boolean }) =>
      call(promises.settleCorrection, { params: { correctionId }, body: { accept }, key: crypto.randomUUID() }),
    onSuccess: useSentencesChanged(),
  })

export const useTakeBackCorrection = () =>
  useMutation({
    mutationFn: (correctionId: string) => call(promises.takeBackCorrection, { params: { correctionId } }),
    onSuccess: useSentencesChanged(),
  })
