import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { Reader } from '../discussion/reader.ts'
import { maySee } from '../discussion/threads.ts'
import type { CaseRow } from './clock.rules.ts'

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

/** Every case that asked for help since an instant and that this reader may see, with what its clock is worked out from. */
export const caseRows = async (db: Db, reader: Reader, since: Date): Promise<readonly CaseRow[]> => {
  const { rows } = await sql<Omit<CaseRow, 'answers'> & { answers: readonly { label: string; at: string }[] }>`
    select t.specialties, (select shown -> 'label' ->> 'code' from byline_json(t.asker_byline_id, null)) as "askerLabel",
      (select q.language from text q where q.id = c.question_text_id) as language, c.urgency, c.asked_at as "askedAt",
      t.first_response_at as "firstResponseAt", c.resolved_at as "resolvedAt",
      coalesce((select json_agg(json_build_object('label', a.label, 'at', a.answered_at) order by a.answered_at) from independent_answers(c.id) a), '[]') as answers
    from patient_case c join thread t on t.id = c.id
    where c.mode = 'ask' and c.external_id is null and c.state not in ('withdrawn', 'hidden') and c.asked_at >= ${since} and ${maySee(reader)}
    order by c.asked_at, c.id
  `.execute(db)
  return rows.map((row) => ({ ...row, answers: row.answers.map(({ label, at }) => ({ label, at: new Date(at) })) }))
}
