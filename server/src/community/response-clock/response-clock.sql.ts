import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../../platform/schema/community.generated.ts'

type Db = Kysely<DB> | Transaction<DB>

/** Notes that the outcome of a case will be asked for, if it asks for help and is still open; once. */
export const addFollowUp = (db: Db, caseId: string, dueAt: Date) =>
  sql`
    insert into follow_up (case_id, due_at)
    select c.id, ${dueAt} from patient_case c
    where c.id = ${caseId} and c.mode = 'ask' and c.external_id is null and c.state in ('open', 'needs-information', 'working-diagnosis')
    on conflict do nothing
  `.execute(db)

export const dropFollowUp = (db: Db, caseId: string) => db.deleteFrom('follow_up').where('case_id', '=', caseId).execute()

export const dueFollowUps = async (db: Db, now: Date, limit: number): Promise<readonly string[]> =>
  (await db.selectFrom('follow_up').select('case_id').where('due_at', '<=', now).orderBy('due_at').limit(limit).execute()).map(
    (row) => row.case_id,
  )

/** A case whose outcome is to be asked for now, locked, with its asker; null where it is not, or another worker is at it. */
export const lockFollowUp = async (trx: Transaction<DB>, caseId: string, now: Date) => {
  const { rows } = await sql<{ asked: number; askedAt: Date; asker: string | null; open: boolean }>`
    select f.asked, c.asked_at as "askedAt", t.asker_byline_id as asker, t.state = 'open' as open
    from follow_up f join patient_case c on c.id = f.case_id join thread t on t.id = c.id
    where f.case_id = ${caseId} and f.due_at <= ${now} for update of f skip locked
  `.execute(trx)
  return rows[0] ?? null
}

export const setFollowUp = (trx: Transaction<DB>, caseId: string, asked: number, dueAt: Date) =>
  trx.updateTable('follow_up').set({ asked, due_at: dueAt }).where('case_id', '=', caseId).execute()
