import { type Kysely, sql, type Transaction } from 'kysely'
import type { CaseState, Urgency } from '#contract/community/cases.ts'
import type { Declined } from '#contract/community/routing.ts'
import { prepared } from '../../platform/database.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { Reader } from '../discussion/reader.ts'
import { maySee } from '../discussion/threads.ts'
import type { AskedTopic, Candidate } from './rings.rules.ts'

type Db = Kysely<DB> | Transaction<DB>

/** A case as the rings see it. */
export interface RingCase {
  readonly caseId: string
  readonly state: CaseState
  readonly ring: number
  readonly urgency: Urgency
  readonly leavesAt: Date | null
  readonly askedAt: Date
  readonly child: boolean
  readonly specialties: readonly string[]
  readonly added: readonly string[]
  readonly audience: 'everyone' | 'specialties'
  readonly language: string
  readonly dueAt: Date | null
  readonly stopped: 'answered' | 'closed' | 'exhausted' | null
}

const ringCase = sql`
  c.id as "caseId", c.state, r.ring, r.urgency, r.leaves_at as "leavesAt", r.asked_at as "askedAt", r.child, t.specialties, r.added, t.audience,
  (select q.language from text q where q.id = c.question_text_id) as language, r.due_at as "dueAt", r.stopped
  from ring_case r join patient_case c on c.id = r.case_id join thread t on t.id = c.id`

/** Begins the rings of an open case that asks for help; where they have begun already nothing happens. */
export const addRingCase = (trx: Db, caseId: string, now: Date, childBands: readonly string[]) =>
  sql`
    insert into ring_case (case_id, ring, due_at, urgency, leaves_at, asked_at, child)
    select c.id, 0, ${now}, c.urgency, c.patient_leaves_at, ${now}, coalesce(c.age_band = any(${[...childBands]}::text[]), false)
    from patient_case c
    where c.id = ${caseId} and c.mode = 'ask' and c.external_id is null and c.state in ('open', 'needs-information', 'working-diagnosis')
    on conflict do nothing
  `.execute(trx)

/** Lets rings that have stopped for one of these reasons begin again. */
export const restartRing = (trx: Db, caseId: string, now: Date, reasons: readonly string[]) =>
  sql`
    update ring_case set stopped = null, ring = 0, due_at = ${now}, asked_at = ${now} where case_id = ${caseId} and stopped = any(${[...reasons]}::text[])
  `.execute(trx)

export const dueCases = async (db: Db, now: Date, limit: number): Promise<readonly string[]> =>
  (await db.selectFrom('ring_case').select('case_id').where('due_at', '<=', now).orderBy('due_at').limit(limit).execute()).map(
    (row) => row.case_id,
  )

/** A case whose ring is due, locked; null where none is, or another worker is at it. */
export const lockDueCase = async (trx: Transaction<DB>, caseId: string, now: Date): Promise<RingCase | null> => {
  const { rows } = await sql<RingCase>`
    select ${ringCase} where r.case_id = ${caseId} and r.due_at <= ${now} for update of r skip locked
  `.execute(trx)
  return rows[0] ?? null
}

export const findRingCase = async (db: Db, caseId: string, { lock = false } = {}): Promise<RingCase | null> => {
  const { rows } = await sql<RingCase>`select ${ringCase} where r.case_id = ${caseId} ${lock ? sql`for update of r` : sql``}`.execute(db)
  return rows[0] ?? null
}

/** Whether a reader may see a case, and whether they asked it; null where they may not. */
export const findForReader = async (db: Db, caseId: string, reader: Reader): Promise<{ isAsker: boolean } | null> => {
  const { rows } = await sql<{ isAsker: boolean }>`
    select coalesce(byline_is_mine(t.asker_byline_id, ${reader.accountId}::uuid), false) as "isAsker"
    from thread t where t.id = ${caseId} and ${maySee(reader)}
  `.execute(db)
  return rows[0] ?? null
}

/** Labels of those who have answered a case independently, oldest first. */
export const labelsHeard = async (db: Db, caseId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ label: string }>`select label from independent_answers(${caseId})`.execute(db)
  return rows.map(({ label }) => label)
}

export const countAlerts = async (db: Db, caseId: string): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('ring_alert')
        .select((row) => row.fn.countAll().as('n'))
        .where('case_id', '=', caseId)
        .executeTakeFirstOrThrow()
    ).n,
  )

/** How many have said they will answer and still have time; one account may be left out. */
export const countClaims = async (db: Db, caseId: string, now: Date, except: string | null = null): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from ring_claim where case_id = ${caseId} and until > ${now} and account_id is distinct from ${except}::uuid
  `.execute(db)
  return rows[0]?.n ?? 0
}

export interface Picked extends Candidate {
  readonly label: string
}

/**
 * Whom a ring could ask, in one statement: for each topic the first so many in the order of tier and chance who have a token and whose hour it is,
 * of all of them the likeliest, and, where the case may wake somebody, those of the specialty who are on call. Never whom the case has reached already, its asker, or whoever has
 * answered this asker three times in a month.
 */
export const pick = async (
  trx: Db,
  {
    caseId,
    topics,
    hour,
    language,
    now,
    epoch,
    wake,
    weekAgo,
    monthAgo,
    look,
    stretches,
  }: {
    caseId: string
    topics: readonly AskedTopic[]
    hour: number
    language: string
    now: Date
    epoch: number
    wake: boolean
    weekAgo: Date
    monthAgo: Date
    /** How many of each kind are looked at closely: what the look costs grows with them. */
    look: { readonly specialists: number; readonly generalists: number }
    /** Which stretch of the week it is, by each clock there is. */
    stretches: readonly { readonly zone: string; readonly stretch: number }[]
  },
): Promise<readonly Picked[]> => {
  const { rows } = await sql<Picked>`
    ${prepared}
    with asked as materialized (
      select * from unnest(${topics.map(({ topic }) => topic)}::text[], ${topics.map(({ nearness }) => nearness)}::real[],
        ${topics.map(({ generalist }) => generalist)}::boolean[], ${topics.map(({ most }) => most)}::integer[]) with ordinality given(topic, nearness, generalist, most, nth)
    ), spared as materialized (
      select account_id from ring_alert where case_id = ${caseId}
      union select account_id from accounts_spared(${caseId}, ${monthAgo})
    ), found as (
      select row.account_id, asked.topic, asked.nearness, asked.generalist, asked.nth, row.attested, row.tier, row.shuffle, false as on_call
      from asked cross join lateral (
        select t.account_id, t.attested, t.tier, t.shuffle from ring_topic t
        where t.topic = asked.topic and t.ready and (t.awake >> ${hour}::integer) & 1 = 1
        order by t.tier desc, t.shuffle limit asked.most
      ) row
      union all
      select d.account_id, asked.topic, asked.nearness, false, asked.nth, true, t.tier, t.shuffle, true
      from ring_duty d join ring_topic t on t.account_id = d.account_id and t.attested join asked on asked.topic = t.topic
      where ${wake} and d.starts_at <= ${now} and d.ends_at > ${now} and asked.nearness >= 0.8 and not asked.generalist
        and not exists (select from ring_pause p where p.account_id = d.account_id and p.until > ${now})
      union all
      select t.account_id, asked.topic, asked.nearness, false, asked.nth, true, t.tier, t.shuffle, true
      from asked join ring_topic t on t.topic = asked.topic and t.rota join ring_rota r on r.account_id = t.account_id
      join notification_settings s on s.account_id = t.account_id
      join unnest(${stretches.map(({ zone }) => zone)}::text[], ${stretches.map(({ stretch }) => stretch)}::smallint[]) clock(zone, stretch) on clock.zone = s.zone
      where ${wake} and clock.stretch = any(r.stretches) and asked.nearness >= 0.8 and not asked.generalist
        and not exists (select from ring_pause p where p.account_id = t.account_id and p.until > ${now})
    ), once as (
      select distinct on (account_id) * from found where account_id not in (select account_id from spared)
      order by account_id, on_call desc, case when attested then nearness else least(nearness, 0.5) end desc, nth
    ), ranked as (
      select *, row_number() over (
        partition by generalist, on_call order by case when attested then nearness else least(nearness, 0.5) end * (tier + 1) desc, shuffle
      ) as place from once
    ), best as (
      select * from ranked where on_call or place <= case when generalist then ${look.generalists}::integer else ${look.specialists}::integer end
    )
    select best.account_id as "accountId", best.topic, best.nearness, best.generalist, best.attested, best.on_call as "onCall",
      m.asked, m.answered, m.hours, ${language} = any(m.reads) as reads, a.label,
      (select count(*)::integer from alert_budget b, unnest(b.spent_at) spent where b.account_id = best.account_id and spent > ${weekAgo}) as "askedThisWeek"
    from best join ring_member m on m.account_id = best.account_id join account a on a.id = best.account_id
    where not a.banned and a.valid_through >= ${epoch}
    order by best.account_id
  `.execute(trx)
  return rows
}

/** Notes who is asked; answers those who had not been. */
export const addAlerts = async (
  trx: Transaction<DB>,
  caseId: string,
  ring: number,
  now: Date,
  chosen: readonly Picked[],
): Promise<ReadonlySet<string>> => {
  if (chosen.length === 0) return new Set()
  const added = await trx
    .insertInto('ring_alert')
    .values(
      chosen.map(({ accountId, topic, nearness, generalist, onCall }) => ({
        case_id: caseId,
        account_id: accountId,
        ring,
        topic,
        nearness,
        generalist,
        on_call: onCall,
        asked_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id')
    .execute()
  return new Set(added.map((row) => row.account_id))
}

export const dropAlerts = async (trx: Transaction<DB>, caseId: string, accountIds: readonly string[]): Promise<void> => {
  if (accountIds.length > 0)
    await trx
      .deleteFrom('ring_alert')
      .where('case_id', '=', caseId)
      .where('account_id', 'in', [...accountIds])
      .execute()
}

export const countAsked = async (trx: Transaction<DB>, accountIds: readonly string[]): Promise<void> => {
  if (accountIds.length > 0)
    await sql`update ring_member set asked = asked + 1 where account_id = any(${[...accountIds].toSorted()}::uuid[])`.execute(trx)
}

export const setNextRing = (trx: Db, caseId: string, ring: number, dueAt: Date) =>
  sql`update ring_case set ring = ${ring}, due_at = ${dueAt}, stopped = null where case_id = ${caseId}`.execute(trx)

/** Stops the rings of a case; what has stopped stays stopped for its first reason, but a closed case is closed. */
export const stopRing = (trx: Db, caseId: string, reason: 'answered' | 'closed' | 'exhausted') =>
  sql`
    update ring_case set stopped = ${reason}, due_at = null where case_id = ${caseId} and (stopped is null or ${reason === 'closed'})
  `.execute(trx)

/**
 * Notes that the author of a comment has answered a case they were asked about: once, however often it is told. Their promise is kept with it.
 */
export const noteAnswered = async (trx: Transaction<DB>, caseId: string, commentId: string, hour: number): Promise<void> => {
  const { rows } = await sql<{ accountId: string }>`
    with author as (select account_behind(c.byline_id) as account_id from comment c where c.id = ${commentId}),
    kept as (delete from ring_claim where case_id = ${caseId} and account_id = (select account_id from author))
    update ring_alert set answered = true, opened = true
    where case_id = ${caseId} and account_id = (select account_id from author) and not answered
    returning account_id as "accountId"
  `.execute(trx)
  for (const { accountId } of rows)
    await sql`
      update ring_member set answered = answered + 1, hours[${hour + 1}::integer] = hours[${hour + 1}::integer] + 1 where account_id = ${accountId}
    `.execute(trx)
}

/** How many were alerted and have opened the case, by topic; generalists together. */
export const countByTopic = async (
  db: Db,
  caseId: string,
): Promise<readonly { topic: string | null; alerted: number; opened: number }[]> => {
  const { rows } = await sql<{ topic: string | null; alerted: number; opened: number }>`
    select case when not generalist then topic end as topic, count(*)::integer as alerted, count(*) filter (where opened)::integer as opened
    from ring_alert where case_id = ${caseId} group by 1 order by max(nearness) desc, 2 desc, 1
  `.execute(db)
  return rows
}

export const findAlert = (db: Db, caseId: string, accountId: string) =>
  db
    .selectFrom('ring_alert')
    .select(['topic', 'opened', 'declined'])
    .where('case_id', '=', caseId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()

export const setOpened = (db: Db, caseId: string, accountId: string) =>
  db
    .updateTable('ring_alert')
    .set({ opened: true })
    .where('case_id', '=', caseId)
    .where('account_id', '=', accountId)
    .where('opened', '=', false)
    .execute()

export const setDeclined = (db: Db, caseId: string, accountId: string, why: Declined) =>
  db.updateTable('ring_alert').set({ declined: why }).where('case_id', '=', caseId).where('account_id', '=', accountId).execute()

export const keepClaim = (db: Db, caseId: string, accountId: string, until: Date) =>
  db
    .insertInto('ring_claim')
    .values({ case_id: caseId, account_id: accountId, until })
    .onConflict((conflict) => conflict.columns(['case_id', 'account_id']).doUpdateSet({ until }))
    .execute()

/** Takes a claim away; true where one stood. */
export const dropClaim = async (db: Db, caseId: string, accountId: string): Promise<boolean> =>
  (await db.deleteFrom('ring_claim').where('case_id', '=', caseId).where('account_id', '=', accountId).executeTakeFirst()).numDeletedRows >
  0n

export const findClaim = async (db: Db, caseId: string, accountId: string, now: Date): Promise<Date | null> =>
  (
    await db
      .selectFrom('ring_claim')
      .select('until')
      .where('case_id', '=', caseId)
      .where('account_id', '=', accountId)
      .where('until', '>', now)
      .executeTakeFirst()
  )?.until ?? null

/** Whether a member was asked about a case or has said something in it. */
export const hasPartIn = async (db: Db, caseId: string, accountId: string): Promise<boolean> => {
  const { rows } = await sql<{ part: boolean }>`
    select exists (select from ring_alert where case_id = ${caseId} and account_id = ${accountId})
      or exists (select from comment c where c.thread_id = ${caseId} and byline_is_mine(c.byline_id, ${accountId}::uuid)) as part
  `.execute(db)
  return rows[0]?.part ?? false
}

export const addSpecialty = (trx: Db, caseId: string, specialty: string) =>
  sql`update ring_case set added = array_append(added, ${specialty}) where case_id = ${caseId} and not ${specialty} = any(added)`.execute(
    trx,
  )

/** Forgets what is over: stretches on call, pauses, promises, and who was asked about cases whose rings stopped a month ago. */
export const dropPast = async (db: Kysely<DB>, now: Date, monthAgo: Date): Promise<void> => {
  await db.deleteFrom('ring_duty').where('ends_at', '<', now).execute()
  await db.deleteFrom('ring_pause').where('until', '<', now).execute()
  await db.deleteFrom('ring_claim').where('until', '<', now).execute()
  await sql`
    delete from ring_alert a using ring_case r
    where r.case_id = a.case_id and r.stopped is not null and a.asked_at < ${monthAgo}
  `.execute(db)
}
