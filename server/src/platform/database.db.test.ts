import { sql } from 'kysely'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { aDatabase } from '#server/testing/testDatabase.ts'
import { openDatabase, prepared, requireDatabase } from './database.ts'

const { db, url, ownerUrl } = await aDatabase('community')

test('counts come as numbers and days as the text they are', async () => {
  const { rows } = await sql`select count(*) as n, date '2026-03-01' as day`.execute(db)
  expect(rows).toEqual([{ n: 1, day: '2026-03-01' }])
})

test('a connection the server ends is replaced, and the process goes on', async () => {
  const lines: string[] = []
  const { pool, close } = openDatabase(url, { max: 1, log: (line) => lines.push(line) })
  const before = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const owner = new pg.Client({ connectionString: inject('clusters').community.superuserUrl })
  await owner.connect()
  await owner.query('select pg_terminate_backend($1)', [before.rows[0]?.pid])
  await owner.end()
  await expect.poll(() => lines.length).toBe(1)
  const after = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  expect(after.rows[0]?.pid).not.toBe(before.rows[0]?.pid)
  await close()
})

test('a connection that breaks while the pool ends is nothing to say', async () => {
  const lines: string[] = []
  const { pool, close } = openDatabase(url, { max: 1, log: (line) => lines.push(line) })
  await pool.query('select 1')
  const closed = close()
  pool.emit('error', new Error('terminating connection due to administrator command'))
  await closed
  expect(lines).toEqual([])
})

test('an address that leads nowhere is said in one sentence', async () => {
  await expect(requireDatabase('postgres://nobody@127.0.0.1:1/none', 'COMMUNITY_DATABASE_URL')).rejects.toThrow(
    /^COMMUNITY_DATABASE_URL does not lead to a database: .*ECONNREFUSED/,
  )
  await expect(requireDatabase(`${url}x`, 'COMMUNITY_DATABASE_URL')).rejects.toThrow('does not lead to a database: ')
  await expect(requireDatabase(ownerUrl, 'COMMUNITY_DATABASE_URL')).resolves.toBeUndefined()
})

test("each half is refused by the other half's server and by every database that is not its own", async () => {
  const { community, registrar } = inject('clusters')
  const elsewhere = new URL(community.url)
  elsewhere.port = new URL(registrar.url).port
  elsewhere.pathname = '/registrar'
  await expect(requireDatabase(elsewhere.toString(), 'community')).rejects.toThrow('authentication failed')
  for (const name of ['postgres', 'template1', 'community']) {
    const other = new URL(community.url)
    other.pathname = `/${name}`
    if (name === 'community') await expect(requireDatabase(other.toString(), 'x')).resolves.toBeUndefined()
    else await expect(requireDatabase(other.toString(), 'x')).rejects.toThrow('permission denied for database')
  }
})

test('a statement marked as prepared is planned once per connection, whatever it is given; no other is kept', async () => {
  const { db: one, close } = openDatabase(url, { max: 1 })
  for (const given of [1, 2, 3]) await sql`${prepared} select ${given}::integer as given`.execute(one)
  await sql`select ${4}::integer as given`.execute(one)
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(one)
  expect(rows).toEqual([{ statement: '/* prepared */ select $1::integer as given' }])
  await close()
})
