import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anEmptyDatabase } from '#server/testing/testDatabase.ts'
import { migrate, whyNotMigrate } from './migrate.ts'

let above = ''
let folder = ''
beforeEach(async () => {
  above = await mkdtemp(join(tmpdir(), 'consilium-migrations-'))
  folder = join(above, 'community')
  await mkdir(folder)
  await write('0001-cats.sql', 'create table cat (id uuid primary key, name text);')
})
afterEach(() => rm(above, { recursive: true, force: true }))

const write = (name: string, sql: string) => writeFile(join(folder, name), sql)

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const fresh = async () => {
  const { url, ownerUrl } = await anEmptyDatabase('community')
  return { url, ownerUrl, run: () => migrate({ ownerUrl, folder, appRole: 'community' }) }
}

test('files are applied once, in order; a later file continues', async () => {
  const { run } = await fresh()
  expect(await run()).toEqual(['0001-cats.sql'])
  expect(await run()).toEqual([])
  await write('0002-dogs.sql', 'create table dog (id uuid primary key);')
  expect(await run()).toEqual(['0002-dogs.sql'])
})

test('several processes that start at once apply each file once', async () => {
  const { run } = await fresh()
  const applied = await Promise.all([run(), run(), run()])
  expect(applied.flat()).toEqual(['0001-cats.sql'])
})

test('a database newer than the code is refused', async () => {
  const { run } = await fresh()
  await write('0002-dogs.sql', 'create table dog (id uuid primary key);')
  await run()
  await rm(join(folder, '0002-dogs.sql'))
  await expect(run()).rejects.toThrow("The community's database is newer than this program: it has 0002-dogs.sql.")
})

test('a job queue newer than the code is refused', async () => {
  const { run, ownerUrl } = await fresh()
  await run()
  await query(ownerUrl, 'update pgboss.version set version = version + 1')
  await expect(run()).rejects.toThrow('newer than this program: its job queue')
})

test('a file that changed after it was applied is refused', async () => {
  const { run } = await fresh()
  await run()
  await write('0001-cats.sql', 'create table cat (id uuid primary key, name text not null);')
  await expect(run()).rejects.toThrow('server/migrations/community/0001-cats.sql was changed')
})

test('a file slipped in before applied ones is refused', () => {
  const file = (name: string) => ({ name, sha256: name })
  expect(whyNotMigrate('community', [file('0001-a.sql'), file('0002-b.sql')], [file('0002-b.sql')])).toMatch(
    '0001-a.sql comes before 0002-b.sql',
  )
})

test('a gap in the numbers is refused', async () => {
  const { run } = await fresh()
  await write('0003-dogs.sql', 'create table dog (id uuid primary key);')
  await expect(run()).rejects.toThrow('0003-dogs.sql breaks the order')
})

test('a file that fails leaves nothing behind and is named', async () => {
  const { run, ownerUrl } = await fresh()
  await write('0002-dogs.sql', 'create table dog (id uuid primary key); select 1 / 0;')
  await expect(run()).rejects.toThrow('server/migrations/community/0002-dogs.sql failed: division by zero')
  expect(await query(ownerUrl, `select to_regclass('dog') as table`)).toEqual([{ table: null }])
  await write('0002-dogs.sql', 'create table dog (id uuid primary key);')
  expect(await run()).toEqual(['0002-dogs.sql'])
})

test('a role that may not make tables is told so in one sentence', async () => {
  const { url } = await fresh()
  await expect(migrate({ ownerUrl: url, folder, appRole: 'community' })).rejects.toThrow(
    "The community's database could not be prepared: permission denied for schema public.",
  )
})

test('the program reads and writes rows, and can neither make nor change a table nor forge the list of files', async () => {
  const { run, url } = await fresh()
  await run()
  await query(url, `insert into cat values ('5ae1b5a6-4c4f-4a3b-9e3c-0d7a1f0e2b11', 'Mia')`)
  expect(await query(url, 'select name from cat')).toEqual([{ name: 'Mia' }])
  await expect(query(url, 'create table forbidden (id int)')).rejects.toThrow('permission denied')
  await expect(query(url, 'create schema forbidden')).rejects.toThrow('permission denied')
  await expect(query(url, 'alter table cat add column age int')).rejects.toThrow('must be owner')
  await expect(query(url, 'truncate cat')).rejects.toThrow('permission denied')
  await expect(query(url, `insert into migration values ('0009-x.sql', 'x')`)).rejects.toThrow('permission denied')
})

test('the job queue works for the program, which did not make it', async () => {
  const { run, url } = await fresh()
  await run()
  const boss = new PgBoss({ connectionString: url, migrate: false, createSchema: false, supervise: false, schedule: false })
  await boss.start()
  await boss.createQueue('greet')
  await boss.send('greet', { name: 'Mia' })
  const [taken] = await boss.fetch<{ name: string }>('greet')
  expect(taken?.data).toEqual({ name: 'Mia' })
  await boss.stop()
})
