import { useQuery } from '@tanstack/react-query'
import { exportClock, showClock } from '#contract/community/response-clock.ts'
import { addressOf, call } from '../../platform/call.ts'

export const useShowClock = (days: number) =>
  useQuery({
    queryKey: ['clock', days],
    queryFn: ({ signal }) => call(showClock, { query: { days }, signal }),
    staleTime: 60_000,
    placeholderData: (before) => before,
  })

/** Where the table behind the clock is to be had. */
export const clockExportAddress = (days: number): string => addressOf(exportClock, { query: { days } })
