import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as promises from '#contract/community/glossary.ts'
import type { BodyOf, ReplyOf } from '#contract/endpoint.ts'
import { call } from '../../platform/call.ts'

const key = ['glossary'] as const

export const useListTerms = (q: string) =>
  useQuery({
    queryKey: [...key, 'terms', q],
    queryFn: ({ signal }) => call(promises.listTerms, { query: { q }, signal }),
    placeholderData: keepPreviousData,
  })

export const useListProposals = () =>
  useInfiniteQuery({
    queryKey: [...key, 'proposals'],
    queryFn: ({ pageParam, signal }) => call(promises.listProposals, { query: pageParam === null ? {} : { after: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ReplyOf<typeof promises.listProposals>) => page.next,
  })

const useGlossaryChanged = () => {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: key })
}

export const useProposeTerm = () =>
  useMutation({
    mutationFn: ({ idempotencyKey, ...body }: BodyOf<typeof promises.proposeTerm> & { idempotencyKey: string }) =>
      call(promises.proposeTerm, { body, key: idempotencyKey }),
    onSuccess: useGlossaryChanged(),
  })

export const useSettleProposal = () =>
  useMutation({
    mutationFn: ({ proposalId, accept }: { proposalId: string; accept: boolean }) =>
      call(promises.settleProposal, { params: { proposalId }, body: { accept }, key: crypto.randomUUID() }),
    onSuccess: useGlossaryChanged(),
  })

export const useTakeBackProposal = () =>
  useMutation({
    mutationFn: (proposalId: string) => call(promises.takeBackProposal, { params: { proposalId } }),
    onSuccess: useGlossaryChanged(),
  })
