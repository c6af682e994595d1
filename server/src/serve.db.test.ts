import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { anEmptyDatabase } from '#server/testing/testDatabase.ts'
import { isEmbeddedPostgresRunning } from './platform/embeddedPostgres.ts'
import { findPostmaster } from './platform/postmaster.ts'

const dataFolder = await mkdtemp(join(tmpdir(), 'consilium-serve-'))
// As after a fetch that failed: the engine is not asked for, and no test waits for a network.
await writeFile(join(dataFolder, 'apertium-missing'), `${Date.now()}\nthis test does without`)
afterAll(() => rm(dataFolder, { recursive: true, force: true }))

// Another run on this machine has other ports; above 32,767 the system gives them to whoever connects.
const port = 20_000 + (process.pid % 12_000)

/** The whole start with the smallest app there can be: it asks each database its name, and its answers take a moment. */
const program = `
  import { createServer } from 'node:http'
  import pg from 'pg'
  import { serve } from ${JSON.stringify(join(import.meta.dirname, 'serve.ts'))}
  await serve(async ({ ground }) => {
    const pools = Object.values(ground.databases).map(({ url }) => new pg.Pool({ connectionString: url }))
    const server = createServer(async (_request, response) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      const names = await Promise.all(pools.map((pool) => pool.query('select current_database() as name')))
      response.end(names.map(({ rows }) => rows[0].name).join(' '))
    })
    const close = async () => {
      await new Promise((resolve) => server.close(resolve))
      await Promise.all(pools.map((pool) => pool.end()))
    }
    return { server, close }
  })`

interface Running {
  child: ChildProcess
  said: () => string
  complained: () => string
}

const children: ChildProcess[] = []
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) await stop(child, 'SIGINT')
})

const start = (env: Record<string, string> = {}, ...options: string[]): Running => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, 'serve', ...options], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env['PATH'], CONSILIUM_DATA: dataFolder, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let [said, complained] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    complained += chunk
  })
  return { child, said: () => said, complained: () => complained }
}

const stop = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
  const gone = once(child, 'exit')
  child.kill(signal)
  return (await gone)[0] as number | null
}

const ready = async (running: Running): Promise<void> => {
  await expect
    .poll(() => running.said() || (running.child.exitCode === null ? '' : running.complained()), { timeout: 60_000 })
    .toContain('http://')
}

const isDatabaseUp = async (): Promise<boolean[]> =>
  Promise.all((['registrar', 'community'] as const).map((half) => isEmbeddedPostgresRunning(dataFolder, half)))

test('it says one sentence and the address, and Ctrl-C ends requests first and leaves nothing running', { timeout: 90_000 }, async () => {
  const running = start()
  await ready(running)
  expect(running.said().trim().split('\n')).toEqual([
    expect.stringMatching(/^Consilium is ready with its demo community\./),
    `http://localhost:${port}`,
  ])
  expect(await isDatabaseUp()).toEqual([true, true])
  const answer = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text())
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await stop(running.child, 'SIGINT')).toBe(0)
  expect(await answer).toBe('registrar community')
  expect(await isDatabaseUp()).toEqual([false, false])
})

test('the program starts again after it was killed, on the servers that were left running', { timeout: 60_000 }, async () => {
  const first = start()
  await ready(first)
  await stop(first.child, 'SIGKILL')
  expect(await isDatabaseUp()).toEqual([true, true])
  const second = start()
  await ready(second)
  expect(second.complained()).toContain('was left running')
  expect(await stop(second.child, 'SIGTERM')).toBe(0)
})

test('a second program on the same folder is refused and disturbs nothing', { timeout: 60_000 }, async () => {
  const first = start()
  await ready(first)
  const second = start({ PORT: String(port + 1) })
  const [status] = await once(second.child, 'exit')
  expect(status).toBe(1)
  expect(second.complained()).toMatch(/^Consilium is already running on .*\n$/)
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('registrar community')
})

test('a database that ends by itself ends the program, which says so', { timeout: 60_000 }, async () => {
  const running = start()
  await ready(running)
  process.kill((await findPostmaster(join(dataFolder, 'postgres/community')))?.pid ?? 0, 'SIGINT')
  const [status] = await once(running.child, 'exit')
  expect(status).toBe(1)
  expect(running.complained()).toContain("The community's database ended unexpectedly")
  expect(await isDatabaseUp()).toEqual([false, false])
})

test('on databases of the operator it starts none of its own, and refuses one that is newer than the program', {
  timeout: 60_000,
}, async () => {
  const [registrar, community] = [await anEmptyDatabase('registrar'), await anEmptyDatabase('community')]
  const env = {
    REGISTRAR_DATABASE_URL: registrar.url,
    REGISTRAR_DATABASE_OWNER_URL: registrar.ownerUrl,
    // One role for both is allowed: then it owns the tables it works on.
    COMMUNITY_DATABASE_URL: community.ownerUrl,
  }
  const running = start(env)
  await ready(running)
  expect(await isDatabaseUp()).toEqual([false, false])
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toMatch(/^test_\w+ test_\w+$/)
  await stop(running.child, 'SIGINT')

  const owner = new pg.Client({ connectionString: community.ownerUrl })
  await owner.connect()
  await owner.query(`insert into migration values ('9999-of-tomorrow.sql', 'x')`)
  await owner.end()
  const later = start(env)
  const [status] = await once(later.child, 'exit')
  expect(status).toBe(1)
  expect(later.complained()).toContain("The community's database is newer than this program: it has 9999-of-tomorrow.sql.")
})

test.each<[string, Record<string, string>, string[], RegExp]>([
  ['a setting that is wrong', { PORT: 'x' }, [], /^PORT must be a number/],
  ['an address that is not ours', { HOST: '203.0.113.7' }, [], /^HOST 203\.0\.113\.7 is no address of this machine/],
  ['a data folder that is none', { CONSILIUM_DATA: '/dev/null/data' }, [], /^The data folder \/dev\/null\/data cannot be used/],
  [
    'a wrong database address',
    { REGISTRAR_DATABASE_URL: 'postgres://x@127.0.0.1:1/r', COMMUNITY_DATABASE_URL: 'postgres://x@127.0.0.1:1/c' },
    [],
    /^REGISTRAR_DATABASE_URL does not lead to a database: .*ECONNREFUSED/,
  ],
  [
    'production without secrets',
    {
      COMMUNITY_ORIGIN: 'https://doctors.example',
      REGISTRAR_ORIGIN: 'https://registrar.example',
      SMTP_URL: 'smtp://mail.example',
      MAIL_FROM: 'desk@registrar.example',
      CONSILIUM_DATA: join(dataFolder, 'production'),
    },
    ['--production'],
    /these are missing: REGISTRAR_K_ROOT .*REGISTRAR_PEPPER .*COMMUNITY_VIEW_KEY/,
  ],
])('%s: one sentence and status 1', { timeout: 60_000 }, async (_what, env, options, sentence) => {
  const running = start(env, ...options)
  const [status] = await once(running.child, 'exit')
  expect(running.complained().trim().split('\n')).toEqual([expect.stringMatching(sentence)])
  expect(status).toBe(1)
})

test('a port in use: one sentence and status 1, before anything is touched', async () => {
  const other = createServer().listen(port + 2, '127.0.0.1')
  await once(other, 'listening')
  const running = start({ PORT: String(port + 2), CONSILIUM_DATA: join(dataFolder, 'untouched') })
  const [status] = await once(running.child, 'exit')
  other.close()
  expect(status).toBe(1)
  expect(running.complained()).toBe(`Port ${port + 2} on 127.0.0.1 is in use: stop what uses it, or choose another with PORT.\n`)
})
