import { useQuery } from '@tanstack/react-query'
import type { CaseForm } from '#contract/community/cases.ts'
import { listDrafts } from '#contract/community/drafts.ts'
import { call } from '../../platform/call.ts'
import { asides } from './asides.ts'

export const draftsKey = ['drafts'] as const

export interface DraftInList {
  readonly draftId: string
  readonly form: CaseForm
  /** Null while only this device has it. */
  readonly savedAt: string | null
}

/** My drafts: those only this device has, then the server's, newest first. Without a network, those of this device. */
export const useListDrafts = () =>
  useQuery({
    queryKey: draftsKey,
    networkMode: 'always',
    queryFn: async ({ signal }): Promise<readonly DraftInList[]> => {
      const here = (await asides()).map(({ draftId, form }) => ({ draftId, form, savedAt: null }))
      const there = await call(listDrafts, { signal }).then(
        ({ items }) => items,
        () => [],
      )
      return [
        ...here,
        ...there
          .filter(({ id }) => !here.some(({ draftId }) => draftId === id))
          .map(({ id, form, savedAt }) => ({ draftId: id, form, savedAt })),
      ]
    },
  })
