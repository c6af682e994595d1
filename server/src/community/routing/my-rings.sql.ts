import { type Kysely, sql, type Transaction } from 'kysely'
import type { HourZoneCode } from '#atlas/hourZones.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { Covered } from './rota.rules.ts'

type Db = Kysely<DB> | Transaction<DB>

export const topicsOfMember = async (db: Db, accountId: string): Promise<readonly { topic: string; attested: boolean }[]> =>
  db
    .selectFrom('ring_topic')
    .select(['topic', 'attested'])
    .where('account_id', '=', accountId)
    .orderBy('attested', 'desc')
    .orderBy('topic')
    .execute()

export const mutesOf = async (db: Db, accountId: string): Promise<readonly string[]> =>
  (await db.selectFrom('ring_mute').select('topic').where('account_id', '=', accountId).orderBy('topic').execute()).map(
    ({ topic }) => topic,
  )

export const keepMutes = async (trx: Transaction<DB>, accountId: string, topics: readonly string[]): Promise<void> => {
  await trx.deleteFrom('ring_mute').where('account_id', '=', accountId).execute()
  if (topics.length > 0)
    await trx
      .insertInto('ring_mute')
      .values(topics.map((topic) => ({ account_id: accountId, topic })))
      .execute()
}

export const addMute = (db: Db, accountId: string, topic: string) =>
  db
    .insertInto('ring_mute')
    .values({ account_id: accountId, topic })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const pauseOf = async (db: Db, accountId: string, now: Date): Promise<Date | null> =>
  (await db.selectFrom('ring_pause').select('until').where('account_id', '=', accountId).where('until', '>', now).executeTakeFirst())
    ?.until ?? null

export const keepPause = async (db: Db, accountId: string, until: Date | null): Promise<void> => {
  if (until === null) await db.deleteFrom('ring_pause').where('account_id', '=', accountId).execute()
  else
    await db
      .insertInto('ring_pause')
      .values({ account_id: accountId, until })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ until }))
      .execute()
}

export const dutiesOf = (db: Db, accountId: string, now: Date) =>
  db
    .selectFrom('ring_duty')
    .select(['starts_at as from', 'ends_at as to'])
    .where('account_id', '=', accountId)
    .where('ends_at', '>', now)
    .orderBy('starts_at')
    .execute()

export const rotaOf = async (db: Db, accountId: string): Promise<readonly number[]> =>
  (await db.selectFrom('ring_rota').select('stretches').where('account_id', '=', accountId).executeTakeFirst())?.stretches ?? []

export const keepRota = async (db: Db, accountId: string, stretches: readonly number[], shuffle: number): Promise<void> => {
  if (stretches.length === 0) await db.deleteFrom('ring_rota').where('account_id', '=', accountId).execute()
  else
    await db
      .insertInto('ring_rota')
      .values({ account_id: accountId, stretches: [...stretches], shuffle })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ stretches: [...stretches] }))
      .execute()
}

/** By which clock a member has said they live. */
export const zoneOf = async (db: Db, accountId: string): Promise<HourZoneCode | null> =>
  ((await db.selectFrom('notification_settings').select('zone').where('account_id', '=', accountId).executeTakeFirst())?.zone ??
    null) as HourZoneCode | null

/** In which stretches others of a specialty are on call, by the clocks they live by; who they are is not told. */
export const coverOf = async (db: Db, topic: string, except: string): Promise<readonly Covered[]> => {
  const { rows } = await sql<Covered>`
    select s.zone, array_agg(distinct stretch) as stretches
    from ring_topic t join ring_rota r on r.account_id = t.account_id join notification_settings s on s.account_id = t.account_id
    cross join lateral unnest(r.stretches) stretch
    where t.topic = ${topic} and t.rota and t.account_id <> ${except} and s.zone is not null group by s.zone
  `.execute(db)
  return rows
}

export const keepDuty = (db: Db, accountId: string, from: Date, to: Date) =>
  db
    .insertInto('ring_duty')
    .values({ account_id: accountId, starts_at: from, ends_at: to })
    .onConflict((conflict) => conflict.columns(['account_id', 'starts_at']).doUpdateSet({ ends_at: to }))
    .execute()

export const dropDuty = (db: Db, accountId: string, from: Date) =>
  db.deleteFrom('ring_duty').where('account_id', '=', accountId).where('starts_at', '=', from).execute()
