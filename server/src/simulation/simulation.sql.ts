import { type Kysely, sql } from 'kysely'
import type { DB } from '../platform/schema/community.generated.ts'

export interface NewDoctor {
  readonly accountId: string
  readonly label: string
  readonly language: 'en' | 'es'
  readonly zone: string
  readonly wakesAt: number
  readonly restsAt: number
  readonly reachable: boolean
  readonly chance: number
}

/** Adds doctors who have joined and chosen their hours. */
export const addDoctors = async (db: Kysely<DB>, doctors: readonly NewDoctor[]): Promise<void> => {
  const given = sql`
    jsonb_to_recordset(${JSON.stringify(doctors)}::jsonb)
      d("accountId" uuid, label text, language text, zone text, "wakesAt" smallint, "restsAt" smallint, reachable boolean, chance double precision)`
  await sql`
    insert into account (id, root_key, valid_through, label, label_period, shuffle)
    select "accountId", uuid_send("accountId"), 100000, label, 3, chance from ${given}
  `.execute(db)
  await sql`
    insert into account_settings (account_id, language, reads, interests, byline, shuffle)
    select "accountId", language, array[language], '{}', 'anonymous', chance from ${given}
  `.execute(db)
  await sql`
    insert into notification_settings (account_id, revision, zone, wakes_at, rests_at, per_day, per_week, comment, reply, outcome, outcome_wanted, shuffle)
    select "accountId", 1, zone, "wakesAt", "restsAt", case when reachable then 2 else 0 end, case when reachable then 5 else 0 end,
      'at-once', 'at-once', 'at-once', 'at-once', chance from ${given}
  `.execute(db)
}

/** What the router is to know of how doctors answer. */
export const teach = async (db: Kysely<DB>, known: readonly { accountId: string; asked: number; answered: number }[]): Promise<void> => {
  await sql`
    update ring_member m set asked = d.asked, answered = d.answered
    from jsonb_to_recordset(${JSON.stringify(known)}::jsonb) d("accountId" uuid, asked real, answered real) where m.account_id = d."accountId"
  `.execute(db)
}

export const settle = (db: Kysely<DB>) => sql`analyze`.execute(db)

/** Whom a case has reached since an instant. */
export const alertsSince = (db: Kysely<DB>, caseId: string, since: Date) =>
  db
    .selectFrom('ring_alert')
    .select(['account_id as accountId', 'on_call as onCall', 'asked_at as askedAt'])
    .where('case_id', '=', caseId)
    .where('asked_at', '>=', since)
    .orderBy('account_id')
    .execute()

/** When the next ring of a case is due; null where none is. */
export const nextDue = async (db: Kysely<DB>, caseId: string): Promise<Date | null> =>
  (await db.selectFrom('ring_case').select('due_at').where('case_id', '=', caseId).executeTakeFirst())?.due_at ?? null
