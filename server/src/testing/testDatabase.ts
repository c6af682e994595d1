import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import type { Service } from '#server/platform/config.ts'
import { type Database, openDatabase } from '#server/platform/database.ts'
import type { DB as CommunityTables } from '#server/platform/schema/community.generated.ts'
import type { DB as RegistrarTables } from '#server/platform/schema/registrar.generated.ts'
import type { Addresses } from './startClusters.ts'

interface TablesOf {
  registrar: RegistrarTables
  community: CommunityTables
}

export interface TestDatabase<Half extends Service> extends Database<TablesOf[Half]> {
  /** As the program: reads and writes rows. */
  readonly url: string
  /** As the owner of the tables. */
  readonly ownerUrl: string
}

/**
 * A migrated database of this test file's own, empty and gone afterwards: `const { db } = await aDatabase('community')`
 * at the top of a `*.db.test.ts` file.
 */
export const aDatabase = async <Half extends Service>(
  half: Half,
  { superuserUrl, url, ownerUrl }: Addresses = inject('clusters')[half],
): Promise<TestDatabase<Half>> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asSuperuser(superuserUrl, [
    `create database ${name} template ${half} owner ${half}_owner`,
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to ${half}`,
  ])
  const database = openDatabase<TablesOf[Half]>(inDatabase(url, name), { max: 5, log: () => {} })
  afterAll(async () => {
    await database.close()
    await asSuperuser(superuserUrl, [`drop database ${name} with (force)`])
  })
  return { ...database, url: inDatabase(url, name), ownerUrl: inDatabase(ownerUrl, name) }
}

/** An empty database, for tests about migrating itself. */
export const anEmptyDatabase = async (half: Service): Promise<{ url: string; ownerUrl: string }> => {
  const { superuserUrl, url, ownerUrl } = inject('clusters')[half]
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asSuperuser(superuserUrl, [`create database ${name} owner ${half}_owner`])
  afterAll(() => asSuperuser(superuserUrl, [`drop database ${name} with (force)`]))
  return { url: inDatabase(url, name), ownerUrl: inDatabase(ownerUrl, name) }
}

const inDatabase = (address: string, name: string): string => {
  const url = new URL(address)
  url.pathname = `/${name}`
  return url.toString()
}

const asSuperuser = async (url: string, statements: readonly string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
