import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedPostgres, isEmbeddedPostgresRunning, startEmbeddedPostgres } from './embeddedPostgres.ts'
import { closedFolderAbove } from './postgresUser.ts'
import { findPostmaster } from './postmaster.ts'

let dataDir = ''
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'consilium-embedded-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const cluster = () => join(dataDir, 'postgres/registrar')
const start = (options: { whenRunning?: 'restart' | 'adopt'; log?: (line: string) => void; onLost?: () => void } = {}) =>
  startEmbeddedPostgres({ dataDir, name: 'registrar', log: () => {}, ...options })

const ask = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

const using = async (work: (server: EmbeddedPostgres) => Promise<void>): Promise<void> => {
  const server = await start()
  try {
    await work(server)
  } finally {
    await server.stop()
  }
}

/** A program that starts the server and is then killed without a chance to stop it. */
const killedProgram = async (): Promise<void> => {
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'embeddedPostgres.ts'))}
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, name: 'registrar', log: () => {} })
    console.log('up')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('rows survive a stop; the registrar keeps the least log there is, and none of what it is told', async () => {
  await using(async ({ ownerUrl }) => {
    await ask(ownerUrl, 'create table kept (word text)')
    await ask(ownerUrl, `insert into kept values ('still here')`)
  })
  expect(await findPostmaster(cluster())).toBeNull()
  await using(async ({ ownerUrl, url }) => {
    expect(await ask(ownerUrl, 'select word from kept')).toEqual(['still here'])
    const names = ['wal_level', 'max_wal_senders', 'archive_mode', 'log_statement', 'log_min_error_statement', 'server_encoding']
    const shown = await ask(url, `select ${names.map((name) => `current_setting('${name}')`).join(', ')}`)
    expect(shown).toEqual(['minimal', '0', 'off', 'none', 'panic', 'UTF8'])
    await expect(ask(url, `select 'canary-name'::uuid`)).rejects.toThrow('canary-name')
  })
  expect(await readFile(`${cluster()}.log`, 'utf8')).not.toContain('canary-name')
})

test('the server a killed program left behind is stopped and started afresh, with its rows', async () => {
  await killedProgram()
  const left = await findPostmaster(cluster())
  expect(left).not.toBeNull()
  const lines: string[] = []
  const server = await start({ log: (line) => lines.push(line) })
  expect(lines).toEqual([`The registrar's database was left running (process ${left?.pid}); stopping it first.`])
  expect((await findPostmaster(cluster()))?.pid).not.toBe(left?.pid)
  expect(await ask(server.ownerUrl, 'select word from kept')).toEqual(['still here'])
  await server.stop()
})

test('a tool uses the server that runs, and leaves it running', async () => {
  const server = await start()
  const before = await findPostmaster(cluster())
  const same = await start({ whenRunning: 'adopt' })
  expect(same.url).toBe(server.url)
  expect(await findPostmaster(cluster())).toEqual(before)
  expect(await isEmbeddedPostgresRunning(dataDir, 'registrar')).toBe(true)
  await server.stop()
  expect(await isEmbeddedPostgresRunning(dataDir, 'registrar')).toBe(false)
})

test('a note with the number of a process that is not ours is no server: nothing is stopped, and the start succeeds', async () => {
  await writeFile(join(cluster(), 'postmaster.pid'), [process.pid, cluster(), 0, 5432, '', '127.0.0.1', '', 'ready'].join('\n'))
  expect(await findPostmaster(cluster())).toBeNull()
  await using(async ({ url }) => {
    expect(await ask(url, 'select 1')).toEqual([1])
  })
})

test('a first start that was interrupted is begun again', async () => {
  await rm(cluster(), { recursive: true })
  await mkdir(`${cluster()}.new/base`, { recursive: true })
  await using(async ({ url }) => {
    expect(await ask(url, 'select current_user')).toEqual(['registrar'])
  })
})

test('a server that ends by itself is told of; one that is asked to end is not', async () => {
  let lost = 0
  const onLost = () => {
    lost += 1
  }
  await (await start({ onLost })).stop()
  expect(lost).toBe(0)
  const server = await start({ onLost })
  process.kill((await findPostmaster(cluster()))?.pid ?? 0, 'SIGINT')
  await expect.poll(() => lost).toBe(1)
  await server.stop()
})

test('data of another PostgreSQL is refused in one sentence', async () => {
  await writeFile(join(cluster(), 'PG_VERSION'), '15\n')
  await expect(start()).rejects.toThrow('was written by PostgreSQL 15, but this program brings 18.')
})

test('the topmost folder a user may not enter is named', async () => {
  const inner = join(dataDir, 'closed', 'inner')
  await mkdir(inner, { recursive: true })
  await chmod(dataDir, 0o755)
  await chmod(join(dataDir, 'closed'), 0o700)
  const stranger = { uid: 64_321, gid: 64_321 }
  expect(await closedFolderAbove(inner, stranger)).toBe(join(dataDir, 'closed'))
  expect(await closedFolderAbove(dataDir, stranger)).toBeNull()
  expect(await closedFolderAbove(inner, {})).toBeNull()
})
