// Holds ten thousand lines to one process and measures what they cost, how soon a burst of events reaches them all, and how soon a post alerts
// somebody in another browser while they stand: script/bench live.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Socket, connect as socketTo } from 'node:net'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { cookieName, startSession } from '#server/community/accounts/sessions.ts'
import { commentPosted } from '#server/community/discussion/discussion.events.ts'
import { afterComment } from '#server/features.ts'
import { announce } from '#server/platform/announce.ts'
import { openDatabase } from '#server/platform/database.ts'
import { when } from '#server/platform/events.ts'
import { systemIds } from '#server/platform/ids.ts'
import { openJobs } from '#server/platform/jobs.ts'
import { openLog } from '#server/platform/log.ts'
import type { DB } from '#server/platform/schema/community.generated.ts'
import { systemClock } from '#server/platform/time.ts'
import { aForm } from '#server/testing/aForm.ts'
import { anAnswer } from '#server/testing/anAnswer.ts'
import { keepResults } from './keepResults.ts'
import { settleTables } from './load.sql.ts'
import { loadCommunity } from './loadCommunity.ts'
import { openBench } from './openBench.ts'
import { startServed } from './served.ts'
import { sharesOf } from './sharesOf.ts'

const { values: options } = parseArgs({
  options: {
    lines: { type: 'string', default: '10000' },
    events: { type: 'string', default: '1000' },
    posts: { type: 'string', default: '60' },
  },
})
const [lines, events, posts] = [Number(options.lines), Number(options.events), Number(options.posts)]
const size = { members: 5_000, cases: events, comments: 5_000, commentsInOne: 46 }
const port = 18_471

const say = (line: string): void => console.log(line)
const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time))
const now = (): number => performance.now()

/** Milliseconds below which a share of the times lies. */
const figuresOf = (times: readonly number[]) => {
  const at = sharesOf(times, 0)
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}

const aCase = aForm({
  language: 'en',
  question: 'Would you repeat the ultrasound in this patient?',
  questionTypes: ['what-next'],
  specialties: ['general-surgery'],
  urgency: 'hours',
})

/** A browser's line: when it last heard each thing. */
interface Heard {
  readonly socket: Socket
  readonly at: Map<string, number>
}

const listen = (cookie: string, query: string): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const at = new Map<string, number>()
    const socket = socketTo(port, '127.0.0.1', () => {
      socket.write(`GET /api/community/live?${query} HTTP/1.1\r\nhost: localhost:${port}\r\ncookie: ${cookie}\r\n\r\n`)
    })
    let rest = ''
    socket.setEncoding('utf8')
    socket.on('error', reject)
    socket.on('data', (text: string) => {
      rest += text
      for (const [, event, data] of rest.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)) {
        const { what } = JSON.parse(data ?? '{}') as { what?: string }
        at.set(what ?? event ?? '', now())
        if (event === 'ready') resolve({ socket, at })
      }
      rest = rest.slice(rest.lastIndexOf('\n\n') + 2)
    })
  })

const memoryOf = async (pid: number): Promise<number> =>
  Number(/VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_000

/** Seconds of processor time a process has taken so far. */
const workOf = async (pid: number): Promise<number> => {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Waits until every line has heard a thing since an instant; how long it took the last, and how many never did. */
const untilAllHeard = async (all: readonly Heard[], what: string, from: number) => {
  const missing = () => all.filter(({ at }) => (at.get(what) ?? 0) < from).length
  for (let waited = 0; missing() > 0 && waited < 60_000; waited += 20) await pause(20)
  return { missed: missing(), ...figuresOf(all.map(({ at }) => (at.get(what) ?? Number.NaN) - from)) }
}

const { folder, server, connect, undo, end } = await openBench('community')
try {
  const [client, owner] = [await connect(server.url), await connect(server.ownerUrl)]
  await loadCommunity(client, size, systemClock.now())
  await settleTables(owner)
  const { db, close } = openDatabase<DB>(server.url, { log: () => {} })
  undo.push(close)
  const accounts = (await client.query<{ id: string; label: string }>('select id, label from account order by id')).rows
  const cases = (await client.query<{ id: string }>(`select id from thread where audience = 'everyone' order by id limit ${events}`)).rows
  const served = await startServed('serveCommunity.ts', { url: server.url, port, poolSize: 10, folder, statements: [] })
  undo.push(served.stop)
  await pause(2_000)

  const cookieOf = async (accountId: string): Promise<string> =>
    `${cookieName}=${await startSession({ db, ids: systemIds, clock: systemClock }, accountId, null)}`
  const before = await memoryOf(served.pid)
  const began = now()
  const all: Heard[] = []
  const turns = Array.from({ length: lines }, (_, place) => place).values()
  const open = async (): Promise<void> => {
    for (const place of turns) {
      const cookie = await cookieOf(accounts[place % accounts.length]?.id ?? '')
      all.push(await listen(cookie, `case=${cases[place % cases.length]?.id}&lists=true`))
    }
  }
  await Promise.all(Array.from({ length: 8 }, open))
  const opened = (now() - began) / 1_000
  undo.push(async () => {
    for (const { socket } of all) socket.destroy()
  })
  await pause(10_000)
  const [memory, workBefore] = [await memoryOf(served.pid), await workOf(served.pid)]
  await pause(30_000)
  const idle = Number((((await workOf(served.pid)) - workBefore) / 30).toFixed(3))
  say(
    `${lines.toLocaleString('en')} lines stand after ${opened.toFixed(0)} s: ${memory.toFixed(0)} MB, ${before.toFixed(0)} before; ${((1_000 * (memory - before)) / lines).toFixed(1)} kB each; idle they take ${(idle * 100).toFixed(1)} % of a core.`,
  )

  const burstFrom = now()
  await Promise.all(cases.map(({ id }) => announce(db, [{ what: 'thread', id }])))
  const told = (now() - burstFrom) / 1_000
  const burst = await untilAllHeard(all, 'case', burstFrom)
  say(
    `${cases.length.toLocaleString('en')} events, told in ${told.toFixed(1)} s, each for ${Math.round(lines / cases.length)} lines: heard after p50 ${burst.p50}, p95 ${burst.p95}, last ${burst.max} ms; ${burst.missed} lines missed theirs.`,
  )

  const oneFrom = now()
  await announce(db, [{ what: 'lists', id: cases[0]?.id ?? '' }])
  const one = await untilAllHeard(all, 'lists', oneFrom)
  say(
    `One event for all, each one's rights asked: heard after p50 ${one.p50}, p95 ${one.p95}, last ${one.max} ms; ${one.missed} missed it.`,
  )

  const alerts = await alertTimes()
  say(
    `From a post to another browser's alert, ${lines.toLocaleString('en')} lines standing: p50 ${alerts.p50}, p95 ${alerts.p95}, longest ${alerts.max} ms.`,
  )
  say(`Load of the machine at the end: ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores.`)
  await keepResults('live', {
    lines,
    memory: { megabytes: Math.round(memory), megabytesBefore: Math.round(before) },
    idle,
    burst: { events: cases.length, ...burst },
    one,
    alerts: { posts, ...alerts },
  })

  /** A colleague posts through the server; a worker of another process passes it to the gate; the asker's line says so, and the count is asked for. */
  async function alertTimes() {
    const log = openLog('community')
    log.level = 'silent'
    const jobs = await openJobs(server.url, log, { workers: true })
    undo.push(() => jobs.stop())
    const deps = { db, clock: systemClock, ids: systemIds, jobs }
    await when(jobs, commentPosted, (posted) => afterComment(deps, posted))
    const [askers, colleagues] = [await cookieOf(accounts[0]?.id ?? ''), await cookieOf(accounts[1]?.id ?? '')]
    const line = await listen(askers, '')
    all.push(line)
    const call = (path: string, cookie: string, body?: object) =>
      fetch(`http://localhost:${port}/api/community/${path}`, {
        headers: { cookie, ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }) },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      })
    const { id: caseId } = (await (await call('cases', askers, { form: aCase, draftId: null })).json()) as { id: string }
    const times: number[] = []
    for (let post = 0; post < posts; post += 1) {
      // At any moment of the workers' turns.
      await pause(300 + ((post * 97) % 500))
      const from = now()
      const posted = await call(`cases/${caseId}/comments`, colleagues, {
        ...anAnswer(),
        text: `Repeat the ultrasound tomorrow, and once more: ${'again '.repeat(post % 7)}`,
      })
      if (!posted.ok) throw new Error(`The post was refused: ${await posted.text()}`)
      while ((line.at.get('told') ?? 0) < from) await pause(5)
      await (await call('notifications/unread', askers)).json()
      times.push(now() - from)
    }
    return figuresOf(times)
  }
} finally {
  await end()
}
