import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Service } from '#server/platform/config.ts'
import { claimDataFolder } from '#server/platform/dataFolder.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#server/platform/embeddedPostgres.ts'
import { migrate, migrationsOf } from '#server/platform/migrate.ts'
import { findPostmaster, stopPostmaster } from '#server/platform/postmaster.ts'

export type Addresses = Omit<EmbeddedPostgres, 'stop'>

export interface Clusters {
  readonly addresses: Readonly<Record<Service, Addresses>>
  stop(): Promise<void>
}

/** Both halves' servers, new, migrated and in a folder of their own, quick because nothing has to survive a power cut. */
export const startClusters = async (): Promise<Clusters> => {
  await sweepUp()
  const dataDir = await mkdtemp(join(tmpdir(), prefix))
  await claimDataFolder(dataDir)
  const start = async (name: Service): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({
      dataDir,
      name,
      log: () => {},
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '120' },
    })
    try {
      await migrate({ ownerUrl: server.ownerUrl, folder: migrationsOf(name), appRole: name })
    } catch (error) {
      await server.stop()
      throw error
    }
    return server
  }
  const [registrar, community] = await Promise.allSettled([start('registrar'), start('community')])
  const stop = async (): Promise<void> => {
    await Promise.all([registrar, community].map((server) => server.status === 'fulfilled' && server.value.stop()))
    await rm(dataDir, { recursive: true, force: true })
  }
  if (registrar.status === 'rejected' || community.status === 'rejected') {
    await stop()
    throw registrar.status === 'rejected' ? registrar.reason : (community as PromiseRejectedResult).reason
  }
  return { addresses: { registrar: registrar.value, community: community.value }, stop }
}

const prefix = 'consilium-test-'

/** Stops and removes what a run left behind that was killed before it could do so itself. */
const sweepUp = async (): Promise<void> => {
  for (const name of (await readdir(tmpdir())).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    const age = await stat(folder).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    // A folder made this minute may be about to be claimed.
    if (age < 60_000 || !(await claimDataFolder(folder).catch(() => null))) continue
    for (const half of ['registrar', 'community']) {
      const cluster = join(folder, 'postgres', half)
      const left = await findPostmaster(cluster).catch(() => null)
      if (left) await stopPostmaster(cluster, left)
    }
    await rm(folder, { recursive: true, force: true })
  }
}
