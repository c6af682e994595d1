import type { Kysely, Transaction } from 'kysely'
import type { CaseForm } from '#contract/community/cases.ts'
import type { DB } from '../../platform/schema/community.generated.ts'

type Db = Kysely<DB> | Transaction<DB>

const columns = ['id', 'revision', 'form', 'saved_at as savedAt'] as const

/** A draft by its id, locked, whoever's it is. */
export const lockDraft = (trx: Transaction<DB>, draftId: string) =>
  trx
    .selectFrom('draft')
    .select([...columns, 'account_id as accountId', 'posted_case_id as postedCaseId'])
    .where('id', '=', draftId)
    .forUpdate()
    .executeTakeFirst()

export const putDraft = (
  trx: Transaction<DB>,
  row: { id: string; accountId: string; revision: number; form: CaseForm; savedAt: Date; postedCaseId?: string | null },
) => {
  const { id, accountId, revision, form, savedAt, postedCaseId = null } = row
  const values = { id, account_id: accountId, revision, form: JSON.stringify(form), saved_at: savedAt, posted_case_id: postedCaseId }
  return trx
    .insertInto('draft')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ revision, form: values.form, saved_at: savedAt, posted_case_id: postedCaseId })
        .where('draft.account_id', '=', accountId),
    )
    .returning(columns)
    .executeTakeFirst()
}

export const findDraft = (db: Db, accountId: string, draftId: string) =>
  db
    .selectFrom('draft')
    .select(columns)
    .where('account_id', '=', accountId)
    .where('id', '=', draftId)
    .where('posted_case_id', 'is', null)
    .executeTakeFirst()

export const listDrafts = (db: Db, accountId: string) =>
  db
    .selectFrom('draft')
    .select(columns)
    .where('account_id', '=', accountId)
    .where('posted_case_id', 'is', null)
    .orderBy('saved_at', 'desc')
    .limit(100)
    .execute()

export const countDrafts = async (db: Db, accountId: string): Promise<number> =>
  (
    await db
      .selectFrom('draft')
      .select((row) => row.fn.countAll<number>().as('drafts'))
      .where('account_id', '=', accountId)
      .where('posted_case_id', 'is', null)
      .executeTakeFirstOrThrow()
  ).drafts

/** The draft saved last, as far as a line about it needs. */
export const findLastDraft = async (db: Db, accountId: string) => {
  const found = await db
    .selectFrom('draft')
    .select(['id', 'form'])
    .where('account_id', '=', accountId)
    .where('posted_case_id', 'is', null)
    .orderBy('saved_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!found) return null
  const { language, question } = found.form as unknown as CaseForm
  return { id: found.id, language, question }
}

export const dropDraft = async (db: Db, accountId: string, draftId: string): Promise<boolean> =>
  (await db.deleteFrom('draft').where('account_id', '=', accountId).where('id', '=', draftId).returning('id').executeTakeFirst()) !==
  undefined

/** Makes a posted form a draft again; answers its id. */
export const unpostDraft = (trx: Transaction<DB>, accountId: string, caseId: string) =>
  trx
    .updateTable('draft')
    .set({ posted_case_id: null })
    .where('account_id', '=', accountId)
    .where('posted_case_id', '=', caseId)
    .returning('id')
    .executeTakeFirst()

export const dropPostedBefore = (db: Db, instant: Date) =>
  db.deleteFrom('draft').where('posted_case_id', 'is not', null).where('saved_at', '<', instant).execute()
