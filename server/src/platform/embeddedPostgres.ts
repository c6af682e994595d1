import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { chmod, chown, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart } from './CannotStart.ts'
import type { Service } from './config.ts'
import { type PostgresProgram, postgresProgram } from './postgresProgram.ts'
import { closedFolderAbove, type ServerUser, serverUser } from './postgresUser.ts'
import { findPostmaster, forgetPostmaster, isReady, stopPostmaster } from './postmaster.ts'
import { ensureMachineSecret } from './secrets.ts'
import { withClient } from './withClient.ts'

export interface EmbeddedPostgres {
  /** For migrations: the role that owns the half's tables. */
  readonly ownerUrl: string
  /** For the program: a role that reads and writes rows, and no more. */
  readonly url: string
  /** For what only the server's own administrator may do, such as ending its write-ahead log. */
  readonly superuserUrl: string
  stop(): Promise<void>
}

interface Options {
  /** `CONSILIUM_DATA`; the cluster is its `postgres/<name>`. */
  dataDir: string
  name: Service
  log: (line: string) => void
  /** Called when the server ends although nobody asked it to. */
  onLost?: () => void
  /** A server left over by a program that was killed is stopped and started afresh; `adopt` uses it as it runs. */
  whenRunning?: 'restart' | 'adopt'
  /** PostgreSQL settings beside the usual ones. */
  settings?: Readonly<Record<string, string>>
}

/** Starts the half's own PostgreSQL server, made on first use with its database and its two roles. */
export const startEmbeddedPostgres = async (options: Options): Promise<EmbeddedPostgres> => {
  const { dataDir, name, log, whenRunning = 'restart' } = options
  const cluster = join(dataDir, 'postgres', name)
  const user = await serverUser(cluster)
  await openTheWay(dataDir, cluster, user)
  const secret = await ensureMachineSecret(join(dataDir, 'secrets'), `postgres-${name}`)

  const running = await findPostmaster(cluster).catch(() => null)
  if (running && whenRunning === 'adopt') {
    return { ...urls(name, running.port, secret), stop: () => stopPostmaster(cluster, running) }
  }
  if (running) {
    log(`The ${name}'s database was left running (process ${running.pid}); stopping it first.`)
    await stopPostmaster(cluster, running)
  }

  const program = await postgresProgram(dataDir, user)
  await ensureCluster(program, cluster, user, passwordOf(secret, superuser), log)
  const port = await keptPort(`${cluster}.port`)
  await forgetPostmaster(cluster)
  const server = await launch(program, cluster, user, port, { ...settingsOf(name), ...options.settings })
  let stopping = false
  server.once('exit', () => stopping || options.onLost?.())
  const stop = async (): Promise<void> => {
    stopping = true
    if (server.pid !== undefined && server.exitCode === null) await stopPostmaster(cluster, { pid: server.pid, port })
  }
  const addresses = urls(name, port, secret)
  try {
    await ensureRoles(addresses.superuserUrl, name, secret)
  } catch (error) {
    await stop()
    throw error
  }
  return { ...addresses, stop }
}

/** The servers that run on a data folder now, for a tool that looks in while the program works. */
export const isEmbeddedPostgresRunning = async (dataDir: string, name: Service): Promise<boolean> =>
  (await findPostmaster(join(dataDir, 'postgres', name)).catch(() => null)) !== null

const superuser = 'postgres'

/** Nothing a person wrote, and no order of events, goes into the server's own log. */
const settingsOf = (name: Service): Record<string, string> => ({
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  max_connections: '60',
  jit: 'off',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_min_error_statement: 'panic',
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_connections: 'off',
  log_disconnections: 'off',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  // A segment that is done with is removed: kept for reuse, it would tell the order of rows long after they were shuffled.
  wal_recycle: 'off',
  ...(name === 'registrar' ? { wal_level: 'minimal', max_wal_senders: '0', archive_mode: 'off' } : {}),
})

const passwordOf = (secret: string, role: string): string => createHmac('sha256', secret).update(role).digest('base64url')

const urls = (name: Service, port: number, secret: string) => {
  const address = (role: string, database: string) => `postgres://${role}:${passwordOf(secret, role)}@127.0.0.1:${port}/${database}`
  return { ownerUrl: address(`${name}_owner`, name), url: address(name, name), superuserUrl: address(superuser, 'postgres') }
}

/** Makes the folders above the cluster and sees that the server's user can walk through them. */
const openTheWay = async (dataDir: string, cluster: string, user: ServerUser): Promise<void> => {
  const above = join(dataDir, 'postgres')
  await mkdir(above, { recursive: true, mode: 0o711 })
  if (!('uid' in user)) return
  // Ours to open: only to walk through, not to list.
  for (const folder of [dataDir, above]) await chmod(folder, (await stat(folder)).mode | 0o011)
  const closed = await closedFolderAbove(above, user)
  if (closed !== null)
    throw new CannotStart(
      `The database cannot live in ${cluster}: it does not run as root but as a system user, which may not enter ${closed}. ` +
        'Name a data folder elsewhere, for example CONSILIUM_DATA=/var/lib/consilium.',
    )
}

const ensureCluster = async (
  program: PostgresProgram,
  cluster: string,
  user: ServerUser,
  password: string,
  log: (line: string) => void,
): Promise<void> => {
  const made = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (made !== '') {
    const bundled = (await output(program.postgres, ['--version'], user)).match(/(\d+)\.\d+/)?.[1]
    if (made === bundled) return
    throw new CannotStart(`The data in ${cluster} was written by PostgreSQL ${made}, but this program brings ${bundled}.`)
  }
  log(`Making the database ${cluster} …`)
  // Made under another name, so that an interrupted first start leaves nothing half made.
  const draft = `${cluster}.new`
  const passwordFile = `${cluster}.password`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  if ('uid' in user) await Promise.all([draft, passwordFile].map((path) => chown(path, user.uid, user.gid)))
  try {
    await output(
      program.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ],
      user,
    )
    await rename(draft, cluster)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/** The port this cluster had before, or a free one when it has none or somebody else took it. */
const keptPort = async (file: string): Promise<number> => {
  const kept = Number(await readFile(file, 'utf8').catch(() => '0'))
  const port = (kept > 0 && (await freePort(kept))) || (await freePort(0))
  if (port === null) throw new CannotStart('No port on 127.0.0.1 is free for the database.')
  if (port !== kept) await writeFile(file, String(port))
  return port
}

const freePort = (wanted: number): Promise<number | null> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(null))
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })

const launch = async (
  program: PostgresProgram,
  cluster: string,
  user: ServerUser,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> => {
  const logPath = `${cluster}.log`
  const logFile = await open(logPath, 'w', 0o600)
  // Detached: Ctrl-C in the terminal reaches the program alone, which ends its requests before their database.
  const server = spawn(
    program.postgres,
    ['-D', cluster, '-p', String(port), ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    { ...user, cwd: cluster, detached: true, stdio: ['ignore', logFile.fd, logFile.fd], env: serverEnvironment },
  )
  server.unref()
  const failed = new Promise<never>((_resolve, reject) => {
    const refuse = async () => reject(new CannotStart(`PostgreSQL did not start: ${lastLine(await readFile(logPath, 'utf8'))}`))
    server.once('exit', refuse)
    server.once('error', reject)
  })
  try {
    await Promise.race([failed, untilReady(cluster, server)])
  } finally {
    await logFile.close()
  }
  return server
}

const untilReady = async (cluster: string, server: ChildProcess): Promise<void> => {
  while (server.exitCode === null && server.signalCode === null) {
    if (server.pid !== undefined && (await isReady(cluster, server.pid))) return
    await sleep(15)
  }
  await new Promise(() => {})
}

const ensureRoles = async (superuserUrl: string, name: Service, secret: string): Promise<void> => {
  await withClient(superuserUrl, async (client) => {
    const known = new Set((await client.query<{ rolname: string }>('select rolname from pg_roles')).rows.map((row) => row.rolname))
    for (const role of [`${name}_owner`, name].filter((wanted) => !known.has(wanted))) {
      await client.query(`create role ${role} login password '${passwordOf(secret, role)}'`)
    }
    const databases = await client.query('select 1 from pg_database where datname = $1', [name])
    if (databases.rowCount === 0) await client.query(`create database ${name} owner ${name}_owner`)
    await client.query(`revoke all on database ${name} from public`)
    await client.query(`grant connect on database ${name} to ${name}`)
    await client.query('revoke all on database postgres, template1 from public')
  })
}

const serverEnvironment = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }

/** What a short-lived program prints; a sentence when it fails. */
const output = (file: string, words: readonly string[], user: ServerUser): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(file, words, { ...user, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], env: serverEnvironment, detached: true })
    let printed = ''
    let complained = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk
    })
    child.stderr.on('data', (chunk: Buffer) => {
      complained += chunk
    })
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(printed) : reject(new CannotStart(`PostgreSQL could not be set up: ${lastLine(complained)}`)),
    )
  })

const lastLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/^.*?(FATAL|ERROR|initdb: error):\s*/, '').trim())
    .findLast((line) => line !== '' && !line.startsWith('initdb: removing')) ?? 'it gave no reason.'
