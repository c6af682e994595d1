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
