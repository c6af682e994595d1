import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SpecialtyCode } from '#atlas/specialties.ts'
import * as promises from '#contract/community/routing.ts'
import { call } from '../../platform/call.ts'
import { askingEvery } from '../../platform/live.ts'

const ringKey = (caseId: string) => ['ring', caseId] as const
const mineKey = ['rings'] as const

export const useShowRing = (caseId: string) =>
  useQuery({
    queryKey: ringKey(caseId),
    queryFn: ({ signal }) => call(promises.showRing, { params: { caseId }, signal }),
    refetchInterval: () => askingEvery(15_000),
    refetchOnWindowFocus: true,
  })

const useRing = <A>(caseId: string, ask: (asked: A) => Promise<promises.ShownRing>) => {
  const client = useQueryClient()
  return useMutation({ mutationFn: ask, onSuccess: (ring) => client.setQueryData(ringKey(caseId), ring) })
}

export const useTellOpened = (caseId: string) =>
  useRing<void>(caseId, () => call(promises.tellOpened, { params: { caseId }, key: crypto.randomUUID() }))

export const useClaimAnswer = (caseId: string) =>
  useRing<void>(caseId, () => call(promises.claimAnswer, { params: { caseId }, key: crypto.randomUUID() }))

export const useDropClaim = (caseId: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(promises.dropClaim, { params: { caseId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ringKey(caseId) }),
  })
}

export const useDeclineCase = (caseId: string) =>
  useRing(caseId, ({ key, ...body }: { why: promises.Declined; mute: boolean; key: string }) =>
    call(promises.declineCase, { params: { caseId }, body, key }),
  )

export const useWidenRing = (caseId: string) =>
  useRing(caseId, (specialty: SpecialtyCode | null) =>
    call(promises.widenRing, { params: { caseId }, body: { specialty }, key: crypto.randomUUID() }),
  )

export const useMyRings = () => useQuery({ queryKey: mineKey, queryFn: ({ signal }) => call(promises.showMyRings, { signal }) })

const useMine = <A>(ask: (asked: A) => Promise<promises.MyRings>) => {
  const client = useQueryClient()
  return useMutation({ mutationFn: ask, onSuccess: (mine) => client.setQueryData(mineKey, mine) })
}

export const usePauseRings = () => useMine((until: string | null) => call(promises.pauseRings, { body: { until } }))

export const useMuteTopics = () => useMine((muted: SpecialtyCode[]) => call(promises.muteTopics, { body: { muted } }))

/** One change after the other: what was chosen last stands. */
export const useSetRota = () => {
  const client = useQueryClient()
  return useMutation({
    scope: { id: 'rota' },
    mutationFn: (stretches: number[]) => call(promises.setRota, { body: { stretches } }),
    onSuccess: (mine) => client.setQueryData(mineKey, mine),
  })
}

export const useTakeDuty = () =>
  useMine((body: { from: string; to: string }) => call(promises.takeDuty, { body, key: crypto.randomUUID() }))

export const useEndDuty = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (from: string) => call(promises.endDuty, { params: { from } }),
    onSuccess: () => client.invalidateQueries({ queryKey: mineKey }),
  })
}
