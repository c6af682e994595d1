import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from './access.ts'
import { buildHalfApp } from './halfApp.ts'
import { openLog } from './platform/log.ts'

const member = (accountId: string): Caller => ({
  kind: 'member',
  accountId,
  language: 'en',
  label: 'cardiology.GB',
  shown: 'cardiology.GB',
  lapsed: false,
  moderator: false,
})

let folder = ''
let app: FastifyInstance
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consilium-web-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'assets', 'app.js'), 'export {}')
  await writeFile(join(folder, 'community.html'), '<!doctype html><!--page-data-->')
  const log = openLog('community')
  log.level = 'silent'
  app = await buildHalfApp({
    half: 'community',
    origin: 'http://localhost:8420',
    routes: [],
    binding: {
      callerOf: async ({ cookies }) => (cookies['who'] ? member(cookies['who']) : { kind: 'nobody' }),
      readOnly: () => false,
      defaultLimit: 3,
    },
    log,
    webFolder: folder,
    trustProxy: false,
    pageData: async ({ caller }) => ({ asked: caller.kind }),
  })
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const get = (url: string, who?: string) => app.inject({ url, ...(who ? { cookies: { who } } : {}) })
const times = <T>(count: number, ask: () => Promise<T>): Promise<T[]> =>
  Array.from({ length: count }).reduce<Promise<T[]>>(async (before) => [...(await before), await ask()], Promise.resolve([]))

test('files are not counted: a hospital’s doctors share an address, and a page that lacks a file is a broken one', async () => {
  const replies = await times(20, () => get('/assets/app.js'))
  expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
})

test('a page always comes; what it needs comes with it so often a minute, by member, and by address for whoever is nobody', async () => {
  const withData = async (count: number, url: string, who?: string) =>
    (await times(count, () => get(url, who))).map(({ statusCode, body }) => [statusCode, body.includes('"asked"')])
  const [came, bare] = [
    [200, true],
    [200, false],
  ]
  expect(await withData(5, '/cases', 'ann')).toEqual([came, came, came, bare, bare])
  expect(await withData(3, '/', 'ben')).toEqual([came, came, came])
  expect(await withData(4, '/welcome')).toEqual([came, came, came, bare])
})

test('what asks the API for nothing it has is counted, too', async () => {
  const replies = await times(4, () => get('/api/community/nothing'))
  expect(replies.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 429])
})
