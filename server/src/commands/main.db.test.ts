import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commands } from './commands.ts'

const dataFolder = await mkdtemp(join(tmpdir(), 'consilium-tool-'))
afterAll(() => rm(dataFolder, { recursive: true, force: true }))

interface Outcome {
  status: number
  said: string
  complained: string
}

const tool = (words: string[], env: Record<string, string> = {}): Promise<Outcome> =>
  new Promise((resolve) => {
    const settings = { PATH: process.env['PATH'] ?? '', CONSILIUM_DATA: dataFolder, PORT: '18437', ...env }
    execFile(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], { env: settings }, (error, said, complained) =>
      resolve({ status: error ? Number(error.code) : 0, said, complained }),
    )
  })

test('without words, or asked for help, it lists every command with one sentence', async () => {
  const { status, said } = await tool(['--help'])
  expect(status).toBe(0)
  for (const name of Object.keys(commands)) expect(said).toMatch(new RegExp(`^ {2}${name}.* .+\\.$`, 'm'))
  expect((await tool([])).status).toBe(2)
})

test.each(Object.keys(commands))('%s --help says how it is used', async (name) => {
  const { status, said } = await tool([...name.split(' '), '--help'])
  expect(status).toBe(0)
  expect(said).toMatch(new RegExp(`^Usage: script/consilium ${name}`))
})

test('an unknown command is one line and status 2', async () => {
  expect(await tool(['frobnicate'])).toEqual({
    status: 2,
    said: '',
    complained: 'There is no command "frobnicate"; script/consilium --help lists them.\n',
  })
})

test('settings that are wrong are one line and status 1', async () => {
  expect(await tool(['health'], { PORT: 'x' })).toMatchObject({
    status: 1,
    complained: 'PORT must be a number from 1 to 65535, not "x".\n',
  })
})

test('health says that nothing answers', async () => {
  const { status, said } = await tool(['health'])
  expect(status).toBe(1)
  expect(said).toContain('registrar: nothing answers on 127.0.0.1:18437')
})

test('a command on a database that is not up to date says so; migrate brings it up and then has nothing to do', async () => {
  const early = await tool(['registers', 'status'])
  expect(early).toEqual({
    status: 1,
    said: '',
    complained: "The registrar's database is older than this program: run script/consilium migrate, then this again.\n",
  })
  const first = await tool(['migrate'])
  expect(first).toMatchObject({ status: 0, complained: '' })
  expect(first.said).toContain('community: applied 0001-')
  const second = await tool(['migrate'])
  expect(second.said).toContain('community: nothing to do')
}, 60_000)

test('a database that is not there is one sentence', async () => {
  const env = { COMMUNITY_DATABASE_URL: 'postgres://x@127.0.0.1:1/x', REGISTRAR_DATABASE_URL: 'postgres://x@127.0.0.1:1/y' }
  const { status, complained } = await tool(['migrate'], env)
  expect(status).toBe(1)
  expect(complained).toMatch(/^REGISTRAR_DATABASE_URL does not lead to a database: .*\n$/)
})
