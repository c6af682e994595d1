import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import * as promises from '#contract/community/search.ts'
import type { QueryOf, ReplyOf } from '#contract/endpoint.ts'
import { call } from '../../platform/call.ts'

export type SearchAsked = Omit<QueryOf<typeof promises.searchCases>, 'after' | 'limit' | 'typing'>

/** Cases that hold these words; what was found before stays in sight while one types on. */
export const useSearchCases = (asked: SearchAsked) =>
  useInfiniteQuery({
    queryKey: ['search', asked],
    queryFn: ({ pageParam, signal }) =>
      call(promises.searchCases, { query: { ...asked, typing: true, ...(pageParam !== null && { after: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ReplyOf<typeof promises.searchCases>) => page.next,
    enabled: asked.q.trim() !== '',
    placeholderData: keepPreviousData,
  })

/** Resolved cases like a question that is being written. */
export const useSimilarCases = (question: string) =>
  useQuery({
    queryKey: ['similar', question],
    queryFn: ({ signal }) => call(promises.similarCases, { query: { q: question }, signal }),
    enabled: question.length >= 12,
    placeholderData: keepPreviousData,
    retry: false,
  })
