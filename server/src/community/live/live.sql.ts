import { type Kysely, sql } from 'kysely'
import type { DB } from '../../platform/schema/community.generated.ts'

/** Somebody who watches a thread, or the lists it may stand in. */
export interface Watching {
  readonly thread: string
  readonly accountId: string
  /** What their label covers; null: everything. */
  readonly covers: readonly string[] | null
}

/** Which of some watchers may see what they watch, by their place in the list. */
export const findThoseWhoMaySee = async (db: Kysely<DB>, watching: readonly Watching[]): Promise<ReadonlySet<number>> => {
  if (watching.length === 0) return new Set()
  const asked = JSON.stringify(watching.map(({ thread, accountId, covers }, place) => ({ place, thread, reader: accountId, covers })))
  const { rows } = await sql<{ place: number }>`
    select asked.place from jsonb_to_recordset(${asked}::jsonb) asked(place integer, thread uuid, reader uuid, covers text[])
    join thread t on t.id = asked.thread
    where may_see(t, asked.covers, asked.reader)
  `.execute(db)
  return new Set(rows.map(({ place }) => place))
}
