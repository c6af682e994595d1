import type pg from 'pg'

/** Columns of a register row in the order of the copied lines. */
export const rowColumns = [
  'register',
  'number',
  'family',
  'given',
  'other_names',
  'credential',
  'raw_status',
  'standing',
  'eligible',
  'flags',
  'specialties',
  'licences',
  'valid_until',
  'contact',
] as const

const columns = rowColumns.join(', ')

/** A register's name as part of a table's: the names are the program's own. */
const tableOf = (prefix: string, register: string): string => `${prefix}_${register.replace(/[^a-z]/g, '_')}`
const nextOf = (register: string): string => tableOf('register_next', register)
const partitionOf = (register: string): string => tableOf('register_of', register)

type Client = Pick<pg.ClientBase, 'query'>

/** One import of a register at a time; false when another is at work. Held until the session ends. */
export const claimRegister = async (client: Client, register: string): Promise<boolean> =>
  (await client.query<{ claimed: boolean }>('select pg_try_advisory_lock(hashtext($1)) as claimed', [`import ${register}`])).rows[0]
    ?.claimed ?? false

export interface ImportRow {
  readonly register: string
  readonly kind: 'full' | 'delta'
  readonly file: string
  readonly asOf: string
  readonly at: Date
}

/** Writes down that an import begins; what a killed one left running is stopped. Returns its number. */
export const beginImport = async (client: Client, { register, kind, file, asOf, at }: ImportRow): Promise<number> => {
  await client.query(`update register_import set state = 'stopped', ended_at = $2 where register = $1 and state = 'running'`, [
    register,
    at,
  ])
  const { rows } = await client.query<{ number: number }>(
    `insert into register_import (register, number, kind, state, file, as_of, began_at)
     select $1, coalesce(max(number), 0) + 1, $2, 'running', $3, $4::date, $5 from register_import where register = $1 returning number`,
    [register, kind, file, asOf, at],
  )
  return rows[0]?.number ?? 0
}

export interface Counts {
  readonly read: number
  readonly kept: number
  readonly broken: number
}

export const endImport = async (
  client: Client,
  { register, number, state, at, read, kept, broken }: Counts & { register: string; number: number; state: 'done' | 'stopped'; at: Date },
): Promise<void> => {
  await client.query(
    'update register_import set state = $3, ended_at = $4, read = $5, kept = $6, broken = $7 where register = $1 and number = $2',
    [register, number, state, at, read, kept, broken],
  )
}

/** The day the register stands at, or null before its first whole import. */
export const dayOfRegister = async (client: Client, register: string): Promise<string | null> =>
  (
    await client.query<{ day: string }>(
      `select as_of::text as day from register_import where register = $1 and state = 'done' order by number desc limit 1`,
      [register],
    )
  ).rows[0]?.day ?? null

/** An empty table for the next whole register, and the statement that fills it. */
export const prepareNext = async (client: Client, register: string): Promise<string> => {
  await client.query(`drop table if exists ${nextOf(register)}`)
  await client.query(`create table ${nextOf(register)} (like register_row including defaults including constraints excluding indexes)`)
  return `copy ${nextOf(register)} (${columns}) from stdin`
}

export const dropNext = async (client: Client, register: string): Promise<void> => {
  await client.query(`drop table if exists ${nextOf(register)}`)
}

/** Gives the filled table its indexes; of a number that stands in the file twice, the later row stays. */
export const indexNext = async (client: Client, register: string): Promise<void> => {
  const next = nextOf(register)
  const withKey = `alter table ${next} add primary key (register, number)`
  try {
    await client.query(withKey)
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error
    await client.query(`delete from ${next} one using ${next} later where later.number = one.number and later.ctid > one.ctid`)
    await client.query(withKey)
  }
  await client.query(`create index on ${next} (lower(family) collate "C", lower(split_part(given, ' ', 1)) collate "C")`)
  // With this the table is known to hold one register only, and takes its place without being read again.
  await client.query(`alter table ${next} add constraint one_register check (register = '${register}')`)
  await client.query(`analyze ${next}`)
}

/** Puts the next register in the place of the last one; the transaction is the caller's. */
export const swapIn = async (client: Client, register: string): Promise<void> => {
  await client.query(`drop table if exists ${partitionOf(register)}`)
  await client.query(`alter table ${nextOf(register)} rename to ${partitionOf(register)}`)
  await client.query(`alter table register_row attach partition ${partitionOf(register)} for values in ('${register}')`)
  await client.query(`alter table ${partitionOf(register)} drop constraint one_register`)
}

/** An empty table for changes, gone with the session, and the statement that fills it. */
export const prepareDelta = async (client: Client): Promise<string> => {
  await client.query(
    'create temp table register_delta (like register_row including defaults, line integer not null, leaves boolean not null)',
  )
  return `copy register_delta (${columns}, line, leaves) from stdin`
}

/** Changes the register by what was copied: of a number that stands there twice, the later row counts. The transaction is the caller's. */
export const applyDelta = async (client: Client, register: string): Promise<void> => {
  await client.query(`delete from register_row r using register_delta d where r.register = $1 and r.number = d.number`, [register])
  await client.query(
    `insert into register_row (${columns})
     select ${columns} from (select distinct on (number) * from register_delta order by number, line desc) d where not leaves`,
  )
}
