// Loads a community of a size one hopes for, and measures how many requests a second it answers beside the limit of this machine.
import assert from 'node:assert'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { cookieName, startSession } from '#server/community/accounts/sessions.ts'
import { coversOf } from '#server/community/discussion/audience.rules.ts'
import { systemIds } from '#server/platform/ids.ts'
import type { DB } from '#server/platform/schema/community.generated.ts'
import { systemClock } from '#server/platform/time.ts'
import { caseStatement, listStatement, postCommentStatement } from './bare.sql.ts'
import { keepResults } from './keepResults.ts'
import { settleTables } from './load.sql.ts'
import { type Loaded, loadCommunity } from './loadCommunity.ts'
import { type Asked, type Figures, measure } from './measure.ts'
import { openBench } from './openBench.ts'
import { type Given, type Statement, startServed } from './served.ts'
import { webSizeOf } from './webSize.ts'

const clone = join(import.meta.dirname, '..')
const size = { members: 5_000, cases: 3_500, comments: 50_000, commentsInOne: 46 }
const ports = { app: 18_461, bare: 18_462 }
const poolSize = 10

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    connections: { type: 'string', default: '1,16,64' },
    only: { type: 'string', default: '' },
  },
})
const seconds = Number(options.seconds)
const connectionCounts = options.connections.split(',').map(Number)

const say = (line: string): void => console.log(line)

/** Both servers must answer the same, or the one is no limit for the other. */
const requireSame = async (asks: readonly { what: string; asked: Asked }[]): Promise<void> => {
  for (const { what, asked } of asks) {
    const [path] = asked.paths
    if (asked.method !== 'GET' || !path) continue
    const [app, bare] = await Promise.all(
      [ports.app, ports.bare].map(async (port) => {
        const { next: _, ...reply } = (await (
          await fetch(`http://localhost:${port}${path}`, { headers: { ...asked.headers } })
        ).json()) as Record<string, unknown>
        return reply
      }),
    )
    assert.deepStrictEqual(app, bare, `The servers answer "${what}" differently`)
  }
}

interface Row {
  readonly what: string
  readonly connections: number
  readonly app: Figures
  readonly bare: Figures
  /** Requests a second, the app's over the bare server's. */
  readonly ratio: number
}

const { folder, server, undo, end } = await openBench('community')
try {
  const began = Date.now()
  const loaded = await load(server)
  say(
    `Loaded ${Object.entries(size)
      .map(([what, count]) => `${count.toLocaleString('en')} ${what}`)
      .join(', ')} in ${((Date.now() - began) / 1_000).toFixed(0)} s.`,
  )

  const pool = new pg.Pool({ connectionString: server.url, max: 2 })
  undo.push(() => pool.end())
  const cookie = await signIn(pool, loaded.readerId)
  const { list, one, post } = addressesOf(loaded)
  const reader = ['en', loaded.readerId, coversOf(loaded.readerLabel)]
  const statements: readonly Statement[] = [
    { method: 'GET', path: one, text: caseStatement, values: [...reader, loaded.measuredCaseId] },
    { method: 'GET', path: list, text: listStatement, values: reader },
    { method: 'POST', path: '/api/community/cases/', text: postCommentStatement, values: [loaded.readerId] },
  ]
  const given = (port: number): Given => ({ url: server.url, port, poolSize, folder, statements })
  undo.push((await startServed('serveCommunity.ts', given(ports.app))).stop)
  undo.push((await startServed('serveBare.ts', given(ports.bare))).stop)

  const headers = { cookie }
  const squeezed = { ...headers, 'accept-encoding': 'br, gzip' }
  const form = {
    kind: 'answer',
    language: 'en',
    text: 'I would repeat the ultrasound tomorrow and hold the antibiotic until the culture is back; the course so far speaks against an abscess, and the count has been falling for three days without any fever at all since then.',
    parentId: null,
    confidence: 'likely',
    seen: 'few',
    byline: 'anonymous',
  }
  const asks: readonly { what: string; asked: Asked; connections: readonly number[] }[] = [
    { what: 'home list', asked: { method: 'GET', paths: [list], headers }, connections: connectionCounts },
    { what: 'case, 46 comments', asked: { method: 'GET', paths: [one], headers }, connections: connectionCounts },
    { what: 'home list, compressed', asked: { method: 'GET', paths: [list], headers: squeezed }, connections: [16] },
    { what: 'case, compressed', asked: { method: 'GET', paths: [one], headers: squeezed }, connections: [16] },
    { what: 'post a comment', asked: { method: 'POST', paths: post, body: form, headers }, connections: connectionCounts },
  ]
  await requireSame(asks)
  const rows: Row[] = []
  say('')
  say(lineOf(['', 'conn', 'app/s', 'bare/s', 'ratio', 'p50', 'p95', 'p99', 'bare p50', 'bytes']))
  for (const { what, asked, connections: counts } of asks.filter(({ what: name }) => name.includes(options.only))) {
    for (const port of [ports.app, ports.bare]) await measure(port, asked, 16, Math.min(2, seconds))
    for (const connections of counts) {
      const app = await measure(ports.app, asked, connections, seconds)
      const bare = await measure(ports.bare, asked, connections, seconds)
      const ratio = Number((app.requestsPerSecond / bare.requestsPerSecond).toFixed(2))
      rows.push({ what, connections, app, bare, ratio })
      say(
        lineOf([
          what,
          connections,
          app.requestsPerSecond,
          bare.requestsPerSecond,
          ratio.toFixed(2),
          app.p50,
          app.p95,
          app.p99,
          bare.p50,
          app.bytes,
        ]),
      )
      if (app.failed + bare.failed > 0) say(`  failed: ${app.failed} by the app, ${bare.failed} by the bare server`)
    }
  }
  const web = await webSizeOf(join(clone, 'web/dist'))
  say('')
  say(
    web
      ? `JavaScript at the first visit to a case: ${(web.bytes.brotli / 1_000).toFixed(1)} kB compressed (gzip ${(web.bytes.gzip / 1_000).toFixed(1)}), ${web.files.length} files.`
      : 'The web app is not built, so its size is not measured: script/start builds it.',
  )
  if (options.only === '') {
    await keepResults('latest', { size, seconds, poolSize, rows, web })
  }
} finally {
  await end()
}

async function load({ url, ownerUrl }: { url: string; ownerUrl: string }): Promise<Loaded> {
  const client = new pg.Client({ connectionString: url })
  const owner = new pg.Client({ connectionString: ownerUrl })
  await Promise.all([client.connect(), owner.connect()])
  try {
    const loaded = await loadCommunity(client, size, systemClock.now())
    await settleTables(owner)
    return loaded
  } finally {
    await Promise.all([client.end(), owner.end()])
  }
}

async function signIn(pool: pg.Pool, accountId: string): Promise<string> {
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return `${cookieName}=${await startSession({ db, ids: systemIds, clock: systemClock }, accountId, null)}`
}

function addressesOf({ measuredCaseId, openCaseIds }: Loaded): { list: string; one: string; post: readonly string[] } {
  return {
    list: '/api/community/cases?list=latest&limit=30',
    one: `/api/community/cases/${measuredCaseId}`,
    post: openCaseIds.map((id) => `/api/community/cases/${id}/comments`),
  }
}

function lineOf(cells: readonly (string | number)[]): string {
  const [what, ...figures] = cells
  return `${String(what).padEnd(24)}${figures.map((figure) => String(figure).padStart(9)).join('')}`
}
