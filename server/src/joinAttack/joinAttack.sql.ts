import { type Kysely, sql } from 'kysely'
import type { DumpedTable } from './joinAttack.rules.ts'

/** Everything a half holds, as somebody reads it who has the files of its database: each table's rows in the order they lie in, with what wrote them. */
export const dumpHalf = async (db: Kysely<never>): Promise<DumpedTable[]> => {
  const tables = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`.execute(db)
  const dumped: DumpedTable[] = []
  for (const { schema, name } of tables.rows) {
    const { rows } = await sql<{ age: string; values: Record<string, unknown> }>`
      select xmin::text as age, to_jsonb(t) as values from ${sql.id(schema, name)} t order by ctid`.execute(db)
    dumped.push({
      name: schema === 'public' ? name : `${schema}.${name}`,
      rows: rows.map(({ age, values }) => ({ age: Number(age), values })),
    })
  }
  return dumped
}
