import type pg from 'pg'
import { loadedTables } from './loadCommunity.ts'

/** What is copied: everything that is loaded, and its places in the index. */
const tables = [...loadedTables, 'search_case'] as const

/** What a copy has in common with its original: whose it is, and the key of a form. */
const shared = ['account_id', 'client_key']

/**
 * Makes so many cases of each, with everything said in them and their places in the index, by the database alone; needs their owner.
 * Every id of a copy follows from the original's, so that what referred to each other still does.
 */
export const multiplyCases = async (owner: pg.ClientBase, times: number): Promise<void> => {
  await owner.query(`
    create function pg_temp.copied(id uuid, copy integer) returns uuid language sql immutable strict as $$
      select (left(id::text, 18) || '-8' || left(hash, 3) || '-' || right(hash, 12))::uuid from (select md5(id::text || copy)) hashed (hash)
    $$`)
  await owner.query(`set maintenance_work_mem = '1GB'; set synchronous_commit = off`)
  const { rows: indices } = await owner.query<{ indexdef: string }>(
    `select indexdef from pg_indexes where indexname = 'search_case__words' and schemaname = 'public'`,
  )
  await owner.query('drop index public.search_case__words')
  for (const table of tables) {
    const { rows } = await owner.query<{ name: string; type: string }>(
      `select quote_ident(attname) as name, format_type(atttypid, null) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [`public.${table}`],
    )
    const copies = rows.map(({ name, type }) =>
      type === 'uuid' && !shared.includes(name)
        ? `pg_temp.copied(${name}, copy)`
        : name === 'post_tag'
          ? `sha256(${name} || int4send(copy))`
          : name,
    )
    await owner.query(
      `insert into public.${table} (${rows.map(({ name }) => name).join(', ')})
      select ${copies.join(', ')} from public.${table} original cross join generate_series(1, $1::integer - 1) copy`,
      [times],
    )
  }
  for (const { indexdef } of indices) await owner.query(indexdef)
  await owner.query('reset all')
}
