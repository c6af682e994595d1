import type { CaseForm } from '#contract/community/cases.ts'
import type { Member } from '../../access.ts'
import { Refusal, refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { dropDraft, findDraft, listDrafts as listDraftRows, lockDraft, putDraft } from './drafts.sql.ts'

type Needs = Pick<Deps, 'db' | 'clock'>

const shown = ({ id, revision, form, savedAt }: { id: string; revision: number; form: unknown; savedAt: Date }) => ({
  id,
  revision,
  form: form as CaseForm,
  savedAt: savedAt.toISOString(),
})

/** Keeps what a member has written so far; a save that starts from an older revision is refused with what stands. */
export const keepDraft = (
  { db, clock }: Needs,
  member: Member,
  draftId: string,
  { revision, form }: { revision: number; form: CaseForm },
) =>
  db.transaction().execute(async (trx) => {
    const before = await lockDraft(trx, draftId)
    if (before && (before.accountId !== member.accountId || before.postedCaseId !== null)) refuse('draft.not-found')
    if (before && before.revision !== revision) throw new Refusal('draft.stale', {}, { current: shown(before) })
    const kept = await putDraft(trx, {
      id: draftId,
      accountId: member.accountId,
      revision: (before?.revision ?? 0) + 1,
      form,
      savedAt: clock.now(),
    })
    // Two first saves at once: the later one is a change of the other's draft, and is told so.
    if (!kept) return refuse('draft.not-found')
    return shown(kept)
  })

/** A member's drafts, newest first. */
export const listDrafts = async ({ db }: Pick<Deps, 'db'>, member: Member) => ({
  items: (await listDraftRows(db, member.accountId)).map(shown),
  next: null,
})

/** One of a member's drafts. */
export const showDraft = async ({ db }: Pick<Deps, 'db'>, member: Member, draftId: string) => {
  const found = await findDraft(db, member.accountId, draftId)
  return found ? shown(found) : refuse('draft.not-found')
}

/** A member throws a draft away. */
export const discardDraft = async ({ db }: Pick<Deps, 'db'>, member: Member, draftId: string): Promise<void> => {
  if (!(await dropDraft(db, member.accountId, draftId))) refuse('draft.not-found')
}
