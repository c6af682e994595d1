import { join } from 'node:path'
import type { Service } from '#server/platform/config.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#server/platform/embeddedPostgres.ts'
import { migrate } from '#server/platform/migrate.ts'

/** A new server of one half's database in a folder of its own, migrated. */
export const benchServer = async (half: Service, folder: string): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({ dataDir: folder, name: half, log: () => {} })
  await migrate({ ownerUrl: server.ownerUrl, folder: join(import.meta.dirname, '../server/migrations', half), appRole: half })
  return server
}
