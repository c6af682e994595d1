import { sql } from 'kysely'
import type { Db } from '../deps.ts'

/** One row of a register by its number, or undefined. */
export const findRow = (db: Db, register: string, number: string) =>
  db.selectFrom('register_row').selectAll().where('register', '=', register).where('number', '=', number).executeTakeFirst()

/** The calendar day a register stands at, or undefined before its first whole import. */
export const standsAt = async (db: Db, register: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('register_import')
      .select('as_of')
      .where('register', '=', register)
      .where('state', '=', 'done')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.as_of

/** How many of a register bear this surname and first given name, up to a hundred. */
export const countNamed = async (db: Db, register: string, { given, family }: { given: string; family: string }): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from register_row
      where register = ${register}
        and lower(family) collate "C" = lower(${family})
        and lower(split_part(given, ' ', 1)) collate "C" = lower(split_part(${given}, ' ', 1))
      limit 100
    ) named`.execute(db)
  return rows[0]?.count ?? 0
}

/** The last import of every register that was ever begun, how many rows it has, and the day it stands at. */
export const importsOf = async (db: Db) => {
  const { rows } = await sql<{
    register: string
    kind: 'full' | 'delta'
    state: 'running' | 'done' | 'stopped'
    file: string
    began_at: Date
    ended_at: Date | null
    kept: number
    broken: number
    rows: number
    stands_at: string | null
  }>`
    select distinct on (i.register) i.register, i.kind, i.state, i.file, i.began_at, i.ended_at, i.kept, i.broken,
      (select count(*) from register_row r where r.register = i.register) as rows,
      (select d.as_of from register_import d where d.register = i.register and d.state = 'done' order by d.number desc limit 1) as stands_at
    from register_import i order by i.register, i.number desc`.execute(db)
  return rows
}
