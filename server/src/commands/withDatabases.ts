import { CannotStart } from '#server/platform/CannotStart.ts'
import type { Config, DatabaseAddress, Service } from '#server/platform/config.ts'
import { requireDatabase } from '#server/platform/database.ts'
import { claimDataFolder, openDataFolder } from '#server/platform/dataFolder.ts'
import { isEmbeddedPostgresRunning, startEmbeddedPostgres } from '#server/platform/embeddedPostgres.ts'
import { migrationsOf, requireMigrated } from '#server/platform/migrate.ts'

export interface Addresses {
  /** As the program. */
  url: string
  /** As the owner of the tables. */
  ownerUrl: string
}

/**
 * Does work on the databases of these halves: on those that run, which stay running,
 * else on embedded servers started for the while. Only the command that brings them up to date takes them as they are.
 */
export const withDatabases = async <Half extends Service, T>(
  config: Config,
  halves: readonly Half[],
  work: (addresses: Record<Half, Addresses>) => Promise<T>,
  { migrated = true } = {},
): Promise<T> => {
  const undo: (() => Promise<void>)[] = []
  try {
    const ours = halves.filter((half) => config.databases[half] === 'embedded')
    let whenRunning: 'adopt' | 'restart' = 'adopt'
    if (ours.length > 0) {
      await openDataFolder(config.dataFolder)
      const claim = await claimDataFolder(config.dataFolder)
      if (claim) {
        undo.push(claim.release)
        whenRunning = 'restart'
      }
    }
    const found = new Map<Service, Addresses>()
    for (const half of halves) {
      const given: DatabaseAddress = config.databases[half]
      if (given !== 'embedded') {
        await requireDatabase(given.url, `${half.toUpperCase()}_DATABASE_URL`)
        found.set(half, given)
        continue
      }
      if (whenRunning === 'adopt' && !(await isEmbeddedPostgresRunning(config.dataFolder, half)))
        throw new CannotStart(
          `The program that runs on ${config.dataFolder} has no ${half}: stop it first, or run this where the ${half} is.`,
        )
      const server = await startEmbeddedPostgres({ dataDir: config.dataFolder, name: half, log: () => {}, whenRunning })
      if (whenRunning === 'restart') undo.push(server.stop)
      found.set(half, server)
    }
    if (migrated) for (const [half, { url }] of found) await requireMigrated(url, migrationsOf(half))
    return await work(Object.fromEntries(found) as Record<Half, Addresses>)
  } finally {
    for (const step of undo.reverse()) await step()
  }
}
