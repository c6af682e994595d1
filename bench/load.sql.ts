import type pg from 'pg'

type Row = Readonly<Record<string, unknown>>

const atOnce = 2_000

/** Writes many rows of one table in few statements; a value stands in a row as JSON has it, bytes as `\x…`. */
export const insertRows = async (client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> => {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).join(', ')
  for (let from = 0; from < rows.length; from += atOnce)
    await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::public.${table}, $1)`, [
      JSON.stringify(rows.slice(from, from + atOnce)),
    ])
}

/** Counts every thread as the discussion room counts one. */
export const countThreads = (client: pg.ClientBase): Promise<unknown> =>
  client.query(`
    update thread t set
      comments = counted.comments, answers = counted.answers, took_part = counted.took_part,
      first_response_at = counted.first_response_at, first_answer_at = counted.first_answer_at
    from (
      select c.thread_id,
        count(*)::integer as comments,
        count(*) filter (where c.kind = 'answer')::integer as answers,
        count(distinct c.byline_id) filter (where c.byline_id is distinct from own.asker_byline_id)::integer as took_part,
        min(c.posted_at) filter (where c.byline_id is distinct from own.asker_byline_id) as first_response_at,
        min(c.posted_at) filter (where c.byline_id is distinct from own.asker_byline_id and c.kind = 'answer') as first_answer_at
      from comment c join thread own on own.id = c.thread_id
      where c.taken_back_at is null
      group by c.thread_id
    ) counted
    where t.id = counted.thread_id
  `)

/** Leaves the tables as a server that has been up for a while has them; needs their owner. */
export const settleTables = (owner: pg.ClientBase): Promise<unknown> => owner.query('vacuum (analyze)')

/** What members are drawn from: specialties by weight, and where they live, by weight too. */
export interface Population {
  readonly specialties: readonly string[]
  /** For each specialty, the share of all members up to and with it: the last is 1. */
  readonly specialtiesUpTo: readonly number[]
  readonly places: readonly { country: string; zone: string; language: string }[]
  readonly placesUpTo: readonly number[]
}

/** Adds members who have joined and chosen: half let themselves be alerted, with none to eight interests beside their specialty; needs the owner. */
export const addMembers = async (owner: pg.ClientBase, count: number, population: Population, validThrough: number): Promise<void> => {
  await owner.query('select setseed(0.5)')
  await owner.query(
    `
    create temporary table drawn as
    select gen_random_uuid() as id, random() as chance, random() < 0.5 as reachable, floor(9 * random())::integer as interests,
      ($2::text[])[1 + width_bucket(random(), $3::float8[])] as specialty, 1 + width_bucket(random(), $5::float8[]) as place,
      6 + floor(4 * random())::integer as wakes, 21 + floor(3 * random())::integer as rests, $4::jsonb as places
    from generate_series(1, $1::integer)`,
    [count, population.specialties, population.specialtiesUpTo, JSON.stringify(population.places), population.placesUpTo],
  )
  await owner.query(
    `
    insert into account (id, root_key, valid_through, label, label_period, banned, moderator, shuffle)
    select id, uuid_send(id), $1, specialty || '.' || (places -> (place - 1) ->> 'country'), 0, false, false, chance from drawn`,
    [validThrough],
  )
  await owner.query(
    `
    insert into account_settings (account_id, revision, language, reads, interests, byline, shuffle)
    select id, 0, places -> (place - 1) ->> 'language', array[places -> (place - 1) ->> 'language'],
      array(select ($1::text[])[1 + floor(cardinality($1::text[]) * random() + 0 * place)::integer] from generate_series(1, interests)), 'anonymous', chance
    from drawn`,
    [population.specialties],
  )
  await owner.query(`
    insert into notification_settings (account_id, revision, zone, wakes_at, rests_at, per_day, per_week, comment, reply, outcome, outcome_wanted, shuffle)
    select id, 1, places -> (place - 1) ->> 'zone', wakes, rests, case when reachable then 2 else 0 end, case when reachable then 5 else 0 end,
      'at-once', 'at-once', 'at-once', 'at-once', chance
    from drawn`)
  // What the router has learnt of how they answer: unequal, as doctors are.
  await owner.query(`
    insert into ring_member (account_id, awake, reads, ready, asked, answered, hours, shuffle)
    select id, 0, '{}', true, 40, least(30, 2 * exp(1.48 * sqrt(-2 * ln(1 - chance)) * cos(2 * pi() * random()) - 1.1)), array_fill(0::real, array[24]), chance
    from drawn`)
  await owner.query('drop table drawn')
}

/** Every member there is. */
export const everyMember = async (client: pg.ClientBase): Promise<readonly string[]> =>
  (await client.query<{ id: string }>('select account_id as id from ring_member')).rows.map(({ id }) => id)

/** Takes their last token from most of a specialty, as a busy week does; answers from how many. */
export const spendBudgets = async (client: pg.ClientBase, topic: string, share: number, until: Date): Promise<number> => {
  const { rows } = await client.query<{ id: string }>(
    `select account_id as id from ring_topic where topic = $1 and ready and shuffle < $2`,
    [topic, share],
  )
  const ids = rows.map(({ id }) => id)
  await client.query(
    `insert into alert_budget (account_id, spent_at, free_at) select id, array[$2::timestamptz], $2 from unnest($1::uuid[]) spent(id)
    on conflict (account_id) do update set free_at = excluded.free_at`,
    [ids, until],
  )
  await client.query('update ring_member set ready = false where account_id = any($1)', [ids])
  await client.query('update ring_topic set ready = false where account_id = any($1)', [ids])
  return ids.length
}

export const countRows = async (client: pg.ClientBase, table: 'ring_topic' | 'ring_alert' | 'notification'): Promise<number> =>
  Number((await client.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n)

/** How many bytes the table the pick reads takes up, with its indices. */
export const bytesOfTopics = async (client: pg.ClientBase): Promise<number> =>
  Number((await client.query<{ n: string }>(`select pg_total_relation_size('ring_topic') as n`)).rows[0]?.n)

/** Begins the rings of some open cases, due at once. */
export const addDueRings = (client: pg.ClientBase, caseIds: readonly string[], at: Date): Promise<unknown> =>
  client.query(
    `insert into ring_case (case_id, ring, due_at, urgency, asked_at, child)
    select id, 0, $2, urgency, $2, false from patient_case where id = any($1)`,
    [caseIds, at],
  )
