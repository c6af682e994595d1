import { type Kysely, sql, type Transaction } from 'kysely'
import type { NotificationKind, NotificationSettings, ShownNotification } from '#contract/community/notifications.ts'
import type { TextLanguage } from '#contract/shapes.ts'
import type { DB } from '../../platform/schema/community.generated.ts'

type Db = Kysely<DB> | Transaction<DB>

const chosen = sql`
  s.revision, s.zone, s.wakes_at as "wakesAt", s.rests_at as "restsAt", s.per_day as "perDay", s.per_week as "perWeek",
  s.comment, s.reply, s.outcome, s.outcome_wanted as "outcomeWanted"`

/** One who may be told something: what they have chosen (revision null: nothing), and what their label says of where they are. */
export type Recipient = { readonly accountId: string; readonly label: string } & (
  | (NotificationSettings & { readonly revision: number })
  | { readonly revision: null }
)

/** Those of some accounts that may take part. */
export const findRecipients = async (trx: Transaction<DB>, accountIds: readonly string[]): Promise<readonly Recipient[]> => {
  const { rows } = await sql<Recipient>`
    select a.id as "accountId", a.label, ${chosen}
    from unnest(${[...accountIds]}::uuid[]) asked(id) join account a on a.id = asked.id left join notification_settings s on s.account_id = a.id
    where not a.banned
  `.execute(trx)
  return rows
}

/** The accounts behind some bylines, by byline; nobody is behind that of a doctor who has left. */
export const accountsBehind = async (trx: Transaction<DB>, bylineIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (bylineIds.length === 0) return new Map()
  const { rows } = await sql<{ bylineId: string; accountId: string }>`
    select id as "bylineId", behind as "accountId" from unnest(${[...bylineIds]}::uuid[]) asked(id), account_behind(id) behind
    where behind is not null
  `.execute(trx)
  return new Map(rows.map(({ bylineId, accountId }) => [bylineId, accountId]))
}

/**
 * What some accounts have spent, locked to the end of the transaction. Whoever is being asked about another case at this moment is left out:
 * their budget is about to change.
 */
export const lockBudgets = async (
  trx: Transaction<DB>,
  accountIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly Date[]>> => {
  const ids = [...accountIds].toSorted()
  await sql`
    insert into alert_budget (account_id, spent_at, free_at) select id, '{}', ${now} from unnest(${ids}::uuid[]) asked(id) order by id
    on conflict do nothing
  `.execute(trx)
  const { rows } = await sql<{ accountId: string; spentAt: Date[] }>`
    select account_id as "accountId", spent_at as "spentAt" from alert_budget
    where account_id = any(${ids}::uuid[]) order by account_id for update skip locked
  `.execute(trx)
  return new Map(rows.map(({ accountId, spentAt }) => [accountId, spentAt]))
}

export const keepBudgets = async (
  trx: Transaction<DB>,
  budgets: readonly { accountId: string; spentAt: readonly Date[]; freeAt: Date }[],
): Promise<void> => {
  if (budgets.length === 0) return
  // An array of arrays of unequal length does not travel; as JSON it does.
  const rows = JSON.stringify(budgets)
  await sql`
    update alert_budget b set free_at = given."freeAt",
      spent_at = array(select spent::timestamptz from jsonb_array_elements_text(given."spentAt") spent)
    from jsonb_to_recordset(${rows}::jsonb) given("accountId" uuid, "spentAt" jsonb, "freeAt" timestamptz)
    where b.account_id = given."accountId"
  `.execute(trx)
}

export interface NewNotification {
  readonly id: string
  readonly accountId: string
  readonly kind: NotificationKind
  readonly about: string
  readonly key: string
  readonly madeAt: Date
  readonly ringsAt: Date
}

/** Adds notifications, each key of an account once; answers the ids of those that are new. */
export const addNotifications = async (trx: Transaction<DB>, rows: readonly NewNotification[]): Promise<ReadonlySet<string>> => {
  if (rows.length === 0) return new Set()
  const added = await sql<{ id: string }>`
    insert into notification (id, account_id, kind, about, key, made_at, rings_at, to_mail)
    select given.id, given."accountId", given.kind, given.about, given.key, given."madeAt", given."ringsAt",
      exists (select from notification_address a where a.account_id = given."accountId" and not a.refused)
      -- A line that stands unread grows without another letter; each reminder is one of its own.
      and (given.kind = 'outcome-wanted' or not exists (
        select from notification n where n.account_id = given."accountId" and n.kind = given.kind and n.about = given.about and not n.read
      ))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      given(id uuid, "accountId" uuid, kind text, about uuid, key text, "madeAt" timestamptz, "ringsAt" timestamptz)
    on conflict do nothing returning id
  `.execute(trx)
  return new Set(added.rows.map(({ id }) => id))
}

/** One page of what an account was told: unread ones of a kind and thread are one line, as new as its newest. */
export const listLines = async (
  db: Db,
  accountId: string,
  { after, limit }: { after: readonly [string, string] | null; limit: number },
): Promise<readonly (ShownNotification & { id: string; cursor: string })[]> => {
  const { rows } = await sql<Omit<ShownNotification, 'at'> & { at: Date; id: string; cursor: string }>`
    select * from (
      select kind, about, count(*)::integer as times, max(made_at) as at, max(made_at)::text as cursor, bool_and(read) as read,
        (array_agg(id order by made_at desc, id desc))[1] as id
      from notification where account_id = ${accountId}
      group by kind, about, case when read then id end
    ) line
    where ${after === null} or (at, id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid)
    order by at desc, id desc
    limit ${limit}
  `.execute(db)
  return rows.map(({ at, ...line }) => ({ ...line, at: at.toISOString() }))
}

/** How many lines are unread and may make themselves known by now. */
export const countUnread = async (db: Db, accountId: string, now: Date): Promise<number> => {
  const { rows } = await sql<{ unread: number }>`
    select count(distinct (kind, about))::integer as unread from notification
    where account_id = ${accountId} and not read and rings_at <= ${now}
  `.execute(db)
  return rows[0]?.unread ?? 0
}

/** Marks what is unread as read; true where there was any. */
export const markRead = async (db: Db, accountId: string, about: string | null): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('notification')
    .set({ read: true })
    .where('account_id', '=', accountId)
    .where('read', '=', false)
    .$if(about !== null, (query) => query.where('about', '=', about))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The newest unread line that may make itself known by now. */
export const findNewest = async (
  db: Db,
  accountId: string,
  now: Date,
): Promise<Pick<ShownNotification, 'kind' | 'about' | 'times'> | null> => {
  const { rows } = await sql<Pick<ShownNotification, 'kind' | 'about' | 'times'>>`
    select kind, about, count(*)::integer as times from notification
    where account_id = ${accountId} and not read and rings_at <= ${now}
    group by kind, about order by max(rings_at) desc, about limit 1
  `.execute(db)
  return rows[0] ?? null
}

/** Takes what may make itself known by now and has not: the accounts it is for, `late` where it had waited for its hour. Each is taken once. */
export const takeRinging = async (trx: Transaction<DB>, now: Date, limit: number) => {
  const { rows } = await sql<{ accountId: string; late: boolean; taken: number }>`
    with ringing as (
      select id, account_id, made_at < rings_at as late from notification
      where not alerted and not read and rings_at <= ${now} order by rings_at limit ${limit} for update skip locked
    ), marked as (
      update notification n set alerted = true from ringing where n.id = ringing.id
    )
    select account_id as "accountId", bool_or(late) as late, count(*)::integer as taken from ringing group by account_id
  `.execute(trx)
  return rows
}

/** The devices of some accounts that want to be told. */
export const devicesOf = async (trx: Transaction<DB>, accountIds: readonly string[], epoch: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select p.id from push_subscription p join session s on s.token_hash = p.session_hash join account a on a.id = s.account_id
    where s.account_id = any(${[...accountIds]}::uuid[]) and s.through_epoch >= ${epoch} and not a.banned
  `.execute(trx)
  return rows.map(({ id }) => id)
}

export const findDevice = (db: Db, id: string) =>
  db.selectFrom('push_subscription').select('sealed').where('id', '=', id).executeTakeFirst()

export const dropDevice = (db: Db, id: string) => db.deleteFrom('push_subscription').where('id', '=', id).execute()

/** Keeps where the browser of a session wants to be told: one address a session, under a new id, so that what becomes of the one before does not concern it. */
export const keepDevice = (db: Db, row: { id: string; session_hash: Buffer; sealed: Buffer; shuffle: number }) =>
  db
    .insertInto('push_subscription')
    .values(row)
    .onConflict((conflict) => conflict.column('session_hash').doUpdateSet({ id: row.id, sealed: row.sealed }))
    .execute()

export const hasDevice = async (db: Db, sessionHash: Buffer): Promise<boolean> =>
  (await db.selectFrom('push_subscription').select('id').where('session_hash', '=', sessionHash).executeTakeFirst()) !== undefined

export const dropDeviceOf = (db: Db, sessionHash: Buffer) =>
  db.deleteFrom('push_subscription').where('session_hash', '=', sessionHash).execute()

export const dropAbout = (db: Db, about: string) => db.deleteFrom('notification').where('about', '=', about).execute()

export const dropOlderThan = (db: Db, instant: Date) => db.deleteFrom('notification').where('made_at', '<', instant).execute()

export const findSettings = async (db: Db, accountId: string, { lock = false } = {}): Promise<NotificationSettings | null> => {
  const { rows } = await sql<NotificationSettings>`
    select ${chosen} from notification_settings s where s.account_id = ${accountId} ${lock ? sql`for update` : sql``}
  `.execute(db)
  return rows[0] ?? null
}

/** Keeps what a member has chosen if nobody has changed it since its revision; false when somebody has. */
export const keepSettings = async (
  db: Db,
  accountId: string,
  { revision, zone, wakesAt, restsAt, perDay, perWeek, comment, reply, outcome, outcomeWanted }: NotificationSettings,
  shuffle: number,
): Promise<boolean> => {
  const columns = {
    zone,
    wakes_at: wakesAt,
    rests_at: restsAt,
    per_day: perDay,
    per_week: perWeek,
    comment,
    reply,
    outcome,
    outcome_wanted: outcomeWanted,
  }
  const kept = await db
    .insertInto('notification_settings')
    .values({ account_id: accountId, revision: revision + 1, shuffle, ...columns })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet({ revision: revision + 1, ...columns })
        .where('notification_settings.revision', '=', revision),
    )
    .returning('revision')
    .executeTakeFirst()
  return kept !== undefined
}

export interface KeptAddress {
  readonly address: Buffer
  readonly refused: boolean
}

export const findAddress = async (db: Db, accountId: string): Promise<KeptAddress | null> =>
  (await db.selectFrom('notification_address').select(['address', 'refused']).where('account_id', '=', accountId).executeTakeFirst()) ??
  null

/** Where a member who may take part is written to, and in which language; null where they are not. */
export const findReceiver = async (db: Db, accountId: string): Promise<{ address: Buffer; language: TextLanguage } | null> => {
  const { rows } = await sql<{ address: Buffer; language: TextLanguage }>`
    select n.address, o.language from notification_address n join account a on a.id = n.account_id join account_settings o on o.account_id = n.account_id
    where n.account_id = ${accountId} and not n.refused and not a.banned
  `.execute(db)
  return rows[0] ?? null
}

export const keepAddress = (db: Db, accountId: string, address: Buffer, shuffle: number) =>
  db
    .insertInto('notification_address')
    .values({ account_id: accountId, address, refused: false, shuffle })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ address, refused: false }))
    .execute()

export const dropAddress = (db: Db, accountId: string) =>
  db.deleteFrom('notification_address').where('account_id', '=', accountId).execute()

export const setRefused = async (db: Db, accountId: string): Promise<void> =>
  void (await db.updateTable('notification_address').set({ refused: true }).where('account_id', '=', accountId).execute())

export const findCode = async (
  db: Db,
  accountId: string,
  { lock = false } = {},
): Promise<{ address: Buffer; expiresAt: Date; clientKey: string } | null> =>
  (await db
    .selectFrom('notification_code')
    .select(['address', 'expires_at as expiresAt', 'client_key as clientKey'])
    .where('account_id', '=', accountId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()) ?? null

/** Keeps a code in place of the one before; answers how many were sent since the first. */
export const keepCode = async (
  trx: Transaction<DB>,
  {
    accountId,
    address,
    codeHash,
    expiresAt,
    now,
    key,
  }: { accountId: string; address: Buffer; codeHash: Buffer; expiresAt: Date; now: Date; key: string },
): Promise<number> => {
  const fresh = { address, code_hash: codeHash, tries: 0, expires_at: expiresAt, client_key: key }
  const { sent } = await trx
    .insertInto('notification_code')
    .values({ account_id: accountId, sent: 1, first_at: now, ...fresh })
    .onConflict((conflict) =>
      conflict.column('account_id').doUpdateSet(({ eb }) => ({ ...fresh, sent: eb('notification_code.sent', '+', 1) })),
    )
    .returning('sent')
    .executeTakeFirstOrThrow()
  return sent
}

/** Counts a try, whatever becomes of it. */
export const tryCode = (db: Db, accountId: string, now: Date) =>
  db
    .updateTable('notification_code')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .returning(['tries', 'code_hash as codeHash', 'address'])
    .executeTakeFirst()

/** Uses a code up; how many were sent today is still counted. */
export const endCode = (db: Db, accountId: string, now: Date, key: string | null) =>
  db
    .updateTable('notification_code')
    .set({ expires_at: now, ...(key === null ? {} : { client_key: key }) })
    .where('account_id', '=', accountId)
    .execute()

export const dropCodesBefore = (db: Db, instant: Date) => db.deleteFrom('notification_code').where('first_at', '<', instant).execute()

/**
 * Takes what has made itself known by an instant and is to be told by mail, of so many accounts at most: each once, however many workers ask.
 * `unread`: something of it has not been read in the app; `first` names the letter.
 */
export const takeDueMails = async (
  trx: Transaction<DB>,
  before: Date,
  limit: number,
): Promise<readonly { accountId: string; unread: boolean; first: string }[]> => {
  const { rows } = await sql<{ accountId: string; unread: boolean; first: string }>`
    with due as (
      select account_id from notification where to_mail and rings_at <= ${before} order by rings_at limit ${limit} for update skip locked
    ), taken as (
      update notification n set to_mail = false from (select distinct account_id from due) d
      where n.account_id = d.account_id and n.to_mail and n.rings_at <= ${before}
      returning n.id, n.account_id, n.read
    )
    select account_id as "accountId", bool_or(not read) as unread, min(id::text) as first from taken group by account_id
  `.execute(trx)
  return rows
}

/** Writes the rows that stand for persons anew and lays them in the order of chance. */
export const shuffleSettings = async (db: Kysely<DB>): Promise<void> => {
  for (const step of [sql`select shuffle_notifications()`, sql`select lay_out_notifications()`]) await step.execute(db)
}
