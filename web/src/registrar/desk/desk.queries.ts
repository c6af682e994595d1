import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as promises from '#contract/registrar/decisions.ts'
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

export const useDecide = (applicationId: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { decision: promises.Decision; reason: string; checks: promises.Checks }) =>
      call(promises.decideApplication, { params: { applicationId }, body }),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['desk-application', applicationId] })
      return client.invalidateQueries({ queryKey: queueKey })
    },
  })
}
