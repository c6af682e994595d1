import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import pg from 'pg'
import { getConstructionPlans, getMigrationPlans } from 'pg-boss'
import jobsPackage from 'pg-boss/package.json' with { type: 'json' }
import { CannotStart } from './CannotStart.ts'
import type { Service } from './config.ts'

interface Migration {
  /** `0001-accounts.sql` */
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

type Applied = Pick<Migration, 'name' | 'sha256'>

interface Options {
  ownerUrl: string
  /** `server/migrations/<half>` */
  folder: string
  /** The role the program works as; the owner itself where there is only one. */
  appRole: string
  log?: (line: string) => void
}

/** Where the files of a half stand. */
export const migrationsOf = (half: Service): string => join(import.meta.dirname, '../../migrations', half)

/** Brings one half's database to what the code expects, the tables of the job queue included; returns what it applied. */
export const migrate = async ({ ownerUrl, folder, appRole, log = () => {} }: Options): Promise<string[]> => {
  const half = basename(folder)
  const migrations = await readMigrations(folder)
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'consilium-migrate' })
  client.on('error', () => {})
  await client.connect()
  try {
    // One process at a time; the others wait here and then find everything done. Ends with the session.
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    await client.query(groundwork(appRole))
    const applied = (await client.query<Applied>('select name, sha256 from migration order by name')).rows
    const wrong = whyNotMigrate(half, migrations, applied)
    if (wrong) throw new CannotStart(wrong)
    const due = migrations.slice(applied.length)
    for (const migration of due) {
      log(`${half}: ${migration.name}`)
      await apply(client, half, migration)
    }
    await migrateJobs(client, half, appRole)
    return due.map(({ name }) => name)
  } catch (error) {
    if (error instanceof pg.DatabaseError) throw new CannotStart(`The ${half}'s database could not be prepared: ${error.message}.`)
    throw error
  } finally {
    await client.end()
  }
}

/** Refuses to work on a database that is older than the code, newer, or empty. */
export const requireMigrated = async (url: string, folder: string): Promise<void> => {
  const half = basename(folder)
  const client = new pg.Client({ connectionString: url, application_name: 'consilium-migrate' })
  client.on('error', () => {})
  await client.connect()
  try {
    const there = await client.query<{ table: string | null }>(`select to_regclass('migration')::text as table`)
    const applied = there.rows[0]?.table ? (await client.query<Applied>('select name, sha256 from migration order by name')).rows : []
    const migrations = await readMigrations(folder)
    const wrong = whyNotMigrate(half, migrations, applied)
    if (wrong) throw new CannotStart(wrong)
    if (applied.length < migrations.length)
      throw new CannotStart(`The ${half}'s database is older than this program: run script/consilium migrate, then this again.`)
  } finally {
    await client.end()
  }
}

/** Says why these files do not continue what a database already has, or null. */
export const whyNotMigrate = (half: string, files: readonly Applied[], applied: readonly Applied[]): string | null => {
  for (const [place, before] of applied.entries()) {
    const file = files.find(({ name }) => name === before.name)
    if (!file)
      return `The ${half}'s database is newer than this program: it has ${before.name}. Start the version that made it, or a later one.`
    if (file.sha256 !== before.sha256)
      return `server/migrations/${half}/${file.name} was changed after the ${half}'s database had it: restore it and write a new file instead.`
    if (files[place] !== file)
      return `server/migrations/${half}/${files[place]?.name} comes before ${before.name}, which the database has already: give it the next number.`
  }
  return null
}

// Any fixed number; it is the same for everybody who migrates this database.
const lockNumber = 20_190_402

const readMigrations = async (folder: string): Promise<Migration[]> => {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.sql')).sort()
  for (const [place, name] of names.entries()) {
    if (!new RegExp(`^${String(place + 1).padStart(4, '0')}-[a-z0-9-]+\\.sql$`).test(name))
      throw new CannotStart(`server/migrations/${basename(folder)}/${name} breaks the order 0001-name.sql, 0002-name.sql, …`)
  }
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** What stands before the first file: the list of files, and what the program may do with every table to come. */
const groundwork = (appRole: string): string => {
  const role = pg.escapeIdentifier(appRole)
  return `
    create table if not exists migration (name text primary key, sha256 text not null);
    comment on table migration is 'One migration file this database has been through.';
    grant usage on schema public to ${role};
    grant select on migration to ${role};
    alter default privileges in schema public grant select, insert, update, delete on tables to ${role};
    alter default privileges in schema public grant execute on functions to ${role};
  `
}

const apply = async (client: pg.Client, half: string, { name, sql, sha256 }: Migration): Promise<void> => {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new CannotStart(`server/migrations/${half}/${name} failed: ${(error as Error).message}.`)
  }
}

/** pg-boss's own tables, made by the owner so that the program needs no right to make any. */
const migrateJobs = async (client: pg.Client, half: string, appRole: string): Promise<void> => {
  const installed = await client.query<{ table: string | null }>(`select to_regclass('pgboss.version')::text as table`)
  if (installed.rows[0]?.table) {
    const version = (await client.query<{ version: number }>('select version from pgboss.version')).rows[0]?.version ?? 0
    const expected = jobsPackage.pgboss.schema
    if (version > expected)
      throw new CannotStart(`The ${half}'s database is newer than this program: its job queue has version ${version}.`)
    if (version < expected) await client.query(getMigrationPlans('pgboss', version))
  } else {
    await client.query(getConstructionPlans('pgboss'))
  }
  const role = pg.escapeIdentifier(appRole)
  await client.query(`
    grant usage on schema pgboss to ${role};
    grant select, insert, update, delete on all tables in schema pgboss to ${role};
    grant usage on all sequences in schema pgboss to ${role};
    grant execute on all functions in schema pgboss to ${role};
  `)
}
