import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { generateTables, tablesFile } from '#server/testing/generateTables.ts'
import { aDatabase } from '#server/testing/testDatabase.ts'

const halves = ['registrar', 'community'] as const
const databases = { registrar: await aDatabase('registrar'), community: await aDatabase('community') }

/** What the database itself says about one half's tables, whatever the migrations look like. */
const found = async (half: (typeof halves)[number], query: ReturnType<typeof sql<{ name: string }>>): Promise<string[]> =>
  (await query.execute(databases[half].db)).rows.map(({ name }) => name)

test.each(halves)("the types of the %s's tables are those of its migrations: script/generate writes them", async (half) => {
  expect(await generateTables(inject('clusters')[half].ownerUrl)).toBe(await readFile(tablesFile(half), 'utf8'))
})

test.each(halves)('no column of the %s takes its time or its number from the database', async (half) => {
  const defaults = sql<{ name: string }>`
    select table_name || '.' || column_name || ' ' || column_default as name from information_schema.columns
    where table_schema = 'public' and column_default ~* 'now\\(|current_|timestamp\\(|nextval|uuidv7'
    union all
    select table_name || '.' || column_name from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`
  expect(await found(half, defaults)).toEqual([])
})

test.each(halves)('no sequence counts anything in the %s', async (half) => {
  expect(await found(half, sql`select sequencename as name from pg_sequences where schemaname = 'public'`)).toEqual([])
})

test.each(halves)('tables of the %s that are shuffled keep no instant and have an index to be laid out by', async (half) => {
  const shuffled = sql`select table_name from information_schema.columns where table_schema = 'public' and column_name = 'shuffle'`
  const instants = sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and table_name in (${shuffled}) and data_type ~ '^time'`
  expect(await found(half, instants)).toEqual([])
  const indexes = sql<{ name: string }>`
    select t.table_name as name from (${shuffled}) t where not exists (
      select from pg_indexes i where i.schemaname = 'public' and i.tablename = t.table_name and i.indexname = t.table_name || '__shuffle')`
  expect(await found(half, indexes)).toEqual([])
})

test.each(halves)('every table of the %s says what one row is', async (half) => {
  const silent = sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and obj_description(c.oid) is null`
  expect(await found(half, silent)).toEqual([])
})

test.each(halves)('the %s works as a role that may do nothing but read and write rows', async (half) => {
  const roles = sql<{ name: string }>`
    select rolname as name from pg_roles where rolname = ${half}
    and not (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
    and not exists (select from pg_auth_members m where m.member = pg_roles.oid)
    and not has_database_privilege(rolname, current_database(), 'create') and not has_schema_privilege(rolname, 'public', 'create')`
  expect(await found(half, roles)).toEqual([half])
})
