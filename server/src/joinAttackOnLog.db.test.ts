import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aRegistrar } from '#server/testing/aRegistrar.ts'
import { enterMembers } from '#server/testing/enterMembers.ts'
import { startClusters } from '#server/testing/startClusters.ts'
import { shuffleAccounts } from './community/accounts/shuffle-accounts.ts'
import { forgetWriteAheadLog } from './platform/forgetWriteAheadLog.ts'
import { publishedManifest } from './registrar/issuing/published-manifest.ts'
import { shufflePersons } from './registrar/issuing/shuffle-persons.ts'

// Somebody who holds the disks of both halves reads their write-ahead logs, as far back as they go, and takes the order in which persons and accounts
// first appear for the order in which doctors came. Servers of this file's own: others' would end their logs in between.
const members = 30

const clusters = await startClusters()
// Asked for first, and so done last: the halves close their connections before.
afterAll(() => clusters.stop())
const registrar = await aRegistrar({ addresses: clusters.addresses.registrar })
const community = await aCommunity({ addresses: clusters.addresses.community })

const segmentBytes = 16 * 1024 * 1024

/** These ids in the order in which the log first holds them, as far back as the segments on the disk go. */
const inOrderOfLog = async (superuserUrl: string, ids: Iterable<string>): Promise<readonly string[]> => {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query('create extension if not exists pg_walinspect')
    const { rows: written } = await client.query<{ lsn: string }>('select pg_current_wal_insert_lsn() as lsn')
    await expect
      .poll(async () => (await client.query('select pg_current_wal_flush_lsn() >= $1 as done', [written[0]?.lsn])).rows[0]?.done)
      .toBe(true)
    const { rows: files } = await client.query<{ name: string }>(
      `select name from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$' and name <= pg_walfile_name($1) order by name limit 1`,
      [written[0]?.lsn],
    )
    const name = files[0]?.name ?? ''
    const oldest = `${name.slice(8, 16)}/${(Number.parseInt(name.slice(16), 16) * segmentBytes).toString(16)}`
    const { rows: blocks } = await client.query<{ data: Buffer }>(
      `select coalesce(block_data, '') || coalesce(block_fpi_data, '') as data
      from pg_get_wal_block_info($1, $2, true) order by start_lsn, block_id`,
      [oldest, written[0]?.lsn],
    )
    const waiting = new Map([...ids].map((id) => [id, Buffer.from(id.replaceAll('-', ''), 'hex')]))
    const seen: string[] = []
    for (const { data } of blocks)
      for (const [id, bytes] of waiting)
        if (data.includes(bytes)) {
          waiting.delete(id)
          seen.push(id)
        }
    return seen
  } finally {
    await client.end()
  }
}

test('the logs of both halves join everybody while they last, and nobody after the night', async () => {
  const halves = {
    registrar: registrar.deps,
    community: { ...community.deps, demo: true, manifest: { read: () => publishedManifest(registrar.deps) } },
  }
  const truth = await enterMembers(halves, { from: 0, to: members })
  const logs = async () => ({
    persons: await inOrderOfLog(clusters.addresses.registrar.superuserUrl, truth.keys()),
    accounts: await inOrderOfLog(clusters.addresses.community.superuserUrl, truth.values()),
  })
  const before = await logs()
  expect(before.persons.map((personId) => truth.get(personId))).toEqual(before.accounts)
  expect(before.accounts).toHaveLength(members)

  await shufflePersons(registrar.deps.db)
  await shuffleAccounts(community.deps.db)
  // Shuffling reads the rows in the order they lie in, and so writes it down once more.
  expect((await logs()).persons).not.toEqual([])
  for (const { superuserUrl } of Object.values(clusters.addresses)) await forgetWriteAheadLog(superuserUrl)
  expect(await logs()).toEqual({ persons: [], accounts: [] })
}, 120_000)
