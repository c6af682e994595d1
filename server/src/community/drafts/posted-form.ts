import type { Transaction } from 'kysely'
import type { CaseForm } from '#contract/community/cases.ts'
import type { Member } from '../../access.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import { later, minutes } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { dropPostedBefore, lockDraft, putDraft, unpostDraft } from './drafts.sql.ts'

/** Keeps the form of a case just posted for as long as posting can be undone. */
export const keepPostedForm = async (
  { clock, ids }: Pick<Deps, 'clock' | 'ids'>,
  trx: Transaction<DB>,
  member: Member,
  { draftId, caseId, form }: { draftId: string | null; caseId: string; form: CaseForm },
): Promise<void> => {
  const before = draftId === null ? undefined : await lockDraft(trx, draftId)
  const own = before?.accountId === member.accountId ? before : undefined
  await putDraft(trx, {
    id: own?.id ?? ids.random(),
    accountId: member.accountId,
    revision: (own?.revision ?? 0) + 1,
    form,
    savedAt: clock.now(),
    postedCaseId: caseId,
  })
}

/** The form of a posted case as a draft again; its id, or nothing when it is gone. */
export const takePostedForm = async (trx: Transaction<DB>, member: Member, caseId: string): Promise<string | null> =>
  (await unpostDraft(trx, member.accountId, caseId))?.id ?? null

/** Forgets posted forms once posting can no longer be undone. */
export const forgetPostedForms = async ({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> => {
  await dropPostedBefore(db, later(now, -1 * minutes))
}
