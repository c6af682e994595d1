import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Service } from '#server/platform/config.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#server/platform/embeddedPostgres.ts'
import { migrate } from '#server/platform/migrate.ts'

export interface Bench {
  readonly folder: string
  readonly server: EmbeddedPostgres
  /** A connection that ends with the bench. */
  readonly connect: (connectionString: string) => Promise<pg.Client>
  /** What is to be ended with the bench, last first. */
  readonly undo: (() => Promise<unknown>)[]
  readonly end: () => Promise<void>
}

/** A folder, and in it a new server of one half's database, migrated. */
export const openBench = async (half: Service): Promise<Bench> => {
  const folder = await mkdtemp(join(tmpdir(), 'consilium-bench-'))
  const undo: Bench['undo'] = [() => rm(folder, { recursive: true, force: true })]
  const end = async () => {
    for (const step of undo.reverse()) await step()
  }
  try {
    const server = await startEmbeddedPostgres({ dataDir: folder, name: half, log: () => {} })
    undo.push(() => server.stop())
    await migrate({ ownerUrl: server.ownerUrl, folder: join(import.meta.dirname, '../server/migrations', half), appRole: half })
    const connect = async (connectionString: string) => {
      const client = new pg.Client({ connectionString })
      await client.connect()
      undo.push(() => client.end())
      return client
    }
    return { folder, server, connect, undo, end }
  } catch (error) {
    await end()
    throw error
  }
}
