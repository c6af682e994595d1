import { readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { ApertiumPlace } from './community/texts/apertium.ts'
import { canCompile, compileApertium, compiledFolder } from './community/texts/compileApertium.ts'
import { findApertium } from './community/texts/findApertium.ts'
import { unpackApertium } from './community/texts/unpackApertium.ts'
import { CannotStart } from './platform/CannotStart.ts'
import type { Config, Service } from './platform/config.ts'
import { requireDatabase } from './platform/database.ts'
import { claimDataFolder, openDataFolder } from './platform/dataFolder.ts'
import { startEmbeddedPostgres } from './platform/embeddedPostgres.ts'
import { migrate, migrationsOf } from './platform/migrate.ts'
import { missingSecrets, openSecrets, type Secrets } from './platform/secrets.ts'

/** What the services stand on, ready to be used. */
export interface Ground {
  /** Absent for a half that does not run here. */
  readonly databases: Partial<Record<Service, HalfDatabase>>
  readonly secrets: { readonly [Half in Service]?: Secrets<Half> }
  /** Null: no engine is to be had; the log says how to get one. */
  readonly apertium: ApertiumPlace | null
}

export interface HalfDatabase {
  /** For the program's own role. */
  readonly url: string
  /** For the administrator of a server that is this program's own; of the operator's, docs/operating.md speaks. */
  readonly superuserUrl: string | null
}

interface Options {
  config: Config
  now: Date
  log: (line: string) => void
  /** Takes what has to be undone when the program ends, also when a later step fails. */
  onStop: (undo: () => Promise<void>) => void
  /** Called when a database server of ours ends although nobody asked it to. */
  onLost: (half: Service) => void
}

/** Readies data folder, secrets, databases and translation engine, all at once where they do not wait for each other. */
export const startUp = async ({ config, now, log, onStop, onLost }: Options): Promise<Ground> => {
  const { dataFolder, production, services } = config
  await requireFreePort(config)
  await requireDatabases(config)
  await openDataFolder(dataFolder)
  const place = { folder: join(dataFolder, 'secrets'), env: process.env }
  if (production) {
    const missing = (await Promise.all(services.map((half) => missingSecrets(half, place)))).flat()
    if (missing.length > 0) throw new CannotStart(`--production makes no secrets by itself, and these are missing: ${missing.join(', ')}.`)
  }
  const claim = await claimDataFolder(dataFolder)
  if (!claim)
    throw new CannotStart(`Consilium is already running on ${dataFolder}: stop it first, or name another folder with CONSILIUM_DATA.`)
  onStop(() => claim.release())

  const openHalf = async (half: Service): Promise<[Service, HalfDatabase]> => {
    const { url, ownerUrl, superuserUrl } = await addressesOf(half, config, log, onStop, () => onLost(half))
    await migrate({ ownerUrl, folder: migrationsOf(half), appRole: decodeURIComponent(new URL(url).username), log })
    return [half, { url, superuserUrl }]
  }
  // A failure waits for the others to settle, so that what they started is known and can be stopped.
  const [databases, registrar, community, apertium] = await allOrFirstFailure([
    allOrFirstFailure(services.map(openHalf)),
    services.includes('registrar') ? openSecrets('registrar', place) : undefined,
    services.includes('community') ? openSecrets('community', place) : undefined,
    services.includes('community') ? readyApertium(dataFolder, now, log) : null,
  ])
  return {
    databases: Object.fromEntries(databases),
    secrets: { ...(registrar && { registrar }), ...(community && { community }) },
    apertium,
  }
}

const addressesOf = async (
  half: Service,
  { databases, dataFolder }: Config,
  log: (line: string) => void,
  onStop: Options['onStop'],
  onLost: () => void,
): Promise<HalfDatabase & { readonly ownerUrl: string }> => {
  const given = databases[half]
  if (given === 'embedded') {
    const server = await startEmbeddedPostgres({ dataDir: dataFolder, name: half, log, onLost })
    onStop(() => server.stop())
    return server
  }
  return { ...given, superuserUrl: null }
}

/** The operator's own databases are asked first: nothing is made before a mistyped address is known. */
const requireDatabases = async ({ databases, services }: Config): Promise<void> => {
  for (const half of services) {
    const given = databases[half]
    if (given === 'embedded') continue
    await requireDatabase(given.url, `${half.toUpperCase()}_DATABASE_URL`)
    if (given.ownerUrl !== given.url) await requireDatabase(given.ownerUrl, `${half.toUpperCase()}_DATABASE_OWNER_URL`)
  }
}

/** Said before anything is touched: most often it is this program itself, started twice. */
const requireFreePort = async ({ host, port }: Config): Promise<void> => {
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen(port, host, resolve)
    })
  } catch (error) {
    throw whyNotListen(error, { host, port })
  } finally {
    await new Promise((resolve) => probe.close(resolve))
  }
}

/** One sentence for an address that cannot be listened on. */
export const whyNotListen = (error: unknown, { host, port }: { host: string; port: number }): Error => {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return new CannotStart(`Port ${port} on ${host} is in use: stop what uses it, or choose another with PORT.`)
  if (code === 'EACCES') return new CannotStart(`Port ${port} may not be used by this user: choose one above 1023 with PORT.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new CannotStart(`HOST ${host} is no address of this machine.`)
  return error as Error
}

const day = 24 * 60 * 60 * 1000

/**
 * Apertium as it stands on this machine or in the data folder, else fetched, with our words compiled into it.
 *
 * A fetch that failed is tried again after a day. One that is there without the compilers, which are packages of their own, is used as it is.
 */
export const readyApertium = async (dataFolder: string, now: Date, log: (line: string) => void): Promise<ApertiumPlace | null> => {
  const found = await findApertium({ dataDir: dataFolder })
  const whole = found && (await canCompile(found)) ? found : await fetchApertium(dataFolder, now)
  if ('reason' in whole && !found) {
    log(`Without translation for now: ${whole.reason}`)
    return null
  }
  const place = 'reason' in whole ? found! : whole
  try {
    return await compileApertium(place, { folder: compiledFolder(dataFolder), log })
  } catch (error) {
    log(`Apertium runs without our glossary: ${(error as Error).message.split('\n')[0]}`)
    return place
  }

  async function fetchApertium(dataDir: string, at: Date) {
    const note = join(dataDir, 'apertium-missing')
    const [since, known] = (await readFile(note, 'utf8').catch(() => '')).split('\n')
    if (known !== undefined && at.getTime() - Number(since) <= day) return { reason: known }
    const fetched = await unpackApertium({ dataDir, log })
    if ('reason' in fetched) await writeFile(note, `${at.getTime()}\n${fetched.reason}`)
    else await rm(note, { force: true })
    return fetched
  }
}

const allOrFirstFailure = async <T extends readonly unknown[]>(
  work: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> => {
  const settled = await Promise.allSettled(work)
  for (const result of settled) if (result.status === 'rejected') throw result.reason
  return settled.map((result) => (result as PromiseFulfilledResult<unknown>).value) as never
}
