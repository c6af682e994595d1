import { dropDraft, keepDraft, keptDraft, keptDraftKeys } from '../../platform/keptDraft.ts'
import type { Draft } from './draft.rules.ts'

// Drafts put aside for another one, on this device until the server has them.

const keyOf = (draftId: string): string => `ask-aside:${draftId}`

export const keepAside = (draft: Draft): Promise<void> => keepDraft(keyOf(draft.draftId), draft)

export const asideDraft = (draftId: string): Promise<Draft | undefined> => keptDraft<Draft>(keyOf(draftId))

export const dropAside = (draftId: string): Promise<void> => dropDraft(keyOf(draftId))

/** Every draft put aside that the server has not got. */
export const asides = async (): Promise<readonly Draft[]> =>
  (await Promise.all((await keptDraftKeys(keyOf(''))).map((key) => keptDraft<Draft>(key)))).filter((draft) => draft !== undefined)
