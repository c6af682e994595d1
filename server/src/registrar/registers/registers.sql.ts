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
      .orderBy('as_of', 'desc')
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
