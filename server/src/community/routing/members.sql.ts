import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../../platform/schema/community.generated.ts'

type Db = Kysely<DB> | Transaction<DB>

const awaken = async (trx: Transaction<DB>, accountIds: readonly string[], ready: boolean): Promise<void> => {
  if (accountIds.length === 0) return
  const ids = [...accountIds].toSorted()
  await sql`update ring_member set ready = ${ready} where account_id = any(${ids}::uuid[])`.execute(trx)
  await sql`update ring_topic set ready = ${ready} where account_id = any(${ids}::uuid[])`.execute(trx)
}

/** What a member is to the router, from everything they have said and done. */
export interface MemberFacts {
  readonly accountId: string
  readonly label: string
  readonly lapsed: boolean
  readonly reads: readonly string[]
  readonly interests: readonly string[]
  readonly zone: string | null
  readonly wakesAt: number | null
  readonly restsAt: number | null
  readonly perWeek: number | null
  readonly muted: readonly string[]
  /** They are on call in some stretch of the week. */
  readonly rota: boolean
  readonly asked: number | null
  readonly answered: number | null
  /** Nobody may ask them before this instant; null where nothing stands against it. */
  readonly freeAt: Date | null
}

export const findFacts = async (db: Db, accountIds: readonly string[], epoch: number): Promise<readonly MemberFacts[]> => {
  const { rows } = await sql<MemberFacts>`
    select a.id as "accountId", a.label, a.banned or a.valid_through < ${epoch} as lapsed, o.reads, o.interests,
      s.zone, s.wakes_at as "wakesAt", s.rests_at as "restsAt", s.per_week as "perWeek",
      array(select topic from ring_mute m where m.account_id = a.id) as muted,
      exists (select from ring_rota d where d.account_id = a.id) as rota, r.asked, r.answered, greatest(b.free_at, p.until) as "freeAt"
    from unnest(${[...accountIds]}::uuid[]) wanted(id)
    join account a on a.id = wanted.id
    join account_settings o on o.account_id = a.id
    left join notification_settings s on s.account_id = a.id
    left join ring_member r on r.account_id = a.id
    left join alert_budget b on b.account_id = a.id
    left join ring_pause p on p.account_id = a.id
  `.execute(db)
  return rows
}

export interface KeptMember {
  readonly accountId: string
  readonly awake: number
  readonly reads: readonly string[]
  readonly ready: boolean
  readonly topics: readonly { topic: string; attested: boolean; tier: number; rota: boolean }[]
  readonly chance: number
}

/** Writes some members and their topics as they are now; what they have done so far stays. */
export const keepMembers = async (trx: Transaction<DB>, members: readonly KeptMember[]): Promise<void> => {
  const ids = members.map(({ accountId }) => accountId)
  await sql`
    insert into ring_member (account_id, awake, reads, ready, asked, answered, hours, shuffle)
    select given."accountId", given.awake, array(select jsonb_array_elements_text(given.reads)), given.ready, 0, 0, array_fill(0::real, array[24]), given.chance
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) given("accountId" uuid, awake integer, reads jsonb, ready boolean, chance double precision)
    on conflict (account_id) do update set awake = excluded.awake, reads = excluded.reads, ready = excluded.ready
  `.execute(trx)
  await sql`delete from ring_topic where account_id = any(${ids}::uuid[])`.execute(trx)
  const topics = members.flatMap(({ accountId, awake, ready, topics: own, chance }) =>
    own.map((topic, index) => ({ accountId, awake, ready, ...topic, chance: (chance + index * 0.618) % 1 })),
  )
  await sql`
    insert into ring_topic (account_id, topic, attested, tier, awake, ready, rota, shuffle)
    select given."accountId", given.topic, given.attested, given.tier, given.awake, given.ready, given.rota, given.chance
    from jsonb_to_recordset(${JSON.stringify(topics)}::jsonb)
      given("accountId" uuid, topic text, attested boolean, tier smallint, awake integer, ready boolean, rota boolean, chance double precision)
  `.execute(trx)
}

/** Some accounts the router does not know yet. */
export const findNewcomers = async (db: Db, limit: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select a.id from account a where not exists (select from ring_member r where r.account_id = a.id) limit ${limit}
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** Some members after an id, for a walk through all of them. */
export const membersAfter = async (db: Db, after: string, limit: number): Promise<readonly string[]> =>
  (
    await db.selectFrom('ring_member').select('account_id').where('account_id', '>', after).orderBy('account_id').limit(limit).execute()
  ).map((row) => row.account_id)

/** Lets a night pass over what is known of how members answer: half of it is forgotten in thirty days. */
export const forgetByHalf = (db: Kysely<DB>, left: number) =>
  sql`
    update ring_member set asked = asked * ${left}::real, answered = answered * ${left}::real,
      hours = array(select h * ${left}::real from unnest(hours) with ordinality each(h, n) order by n)
    where asked > 0 or answered > 0
  `.execute(db)

export const shuffleRings = async (db: Kysely<DB>): Promise<void> => {
  for (const step of [sql`select shuffle_rings()`, sql`select lay_out_rings()`])
    await db.transaction().execute(async (trx) => {
      await sql`set local statement_timeout = '10min'`.execute(trx)
      await step.execute(trx)
    })
}

/** Members who have a token again and have not paused; at most so many, locked. */
export const wakeThoseWhoMay = async (trx: Transaction<DB>, now: Date, limit: number): Promise<number> => {
  const { rows } = await sql<{ id: string }>`
    select r.account_id as id from ring_member r
    left join alert_budget b on b.account_id = r.account_id left join ring_pause p on p.account_id = r.account_id
    where not r.ready and coalesce(greatest(b.free_at, p.until), '-infinity') <= ${now}
    order by r.account_id limit ${limit} for update of r skip locked
  `.execute(trx)
  await awaken(
    trx,
    rows.map(({ id }) => id),
    true,
  )
  return rows.length
}

export const markSpent = (trx: Transaction<DB>, accountIds: readonly string[]) => awaken(trx, accountIds, false)
