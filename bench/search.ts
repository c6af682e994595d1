// Loads and indexes a community, and measures searches beside the bare SQL under them, and how soon a new post is found: script/bench search.
import { randomUUID } from 'node:crypto'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import type { Member } from '#server/access.ts'
import { commentPosted } from '#server/community/discussion/discussion.events.ts'
import { postComment } from '#server/community/discussion/post-comment.ts'
import { indexCase, wantIndex } from '#server/community/search/index-case.ts'
import { indexCaseAnew } from '#server/community/search/search.jobs.ts'
import { searchCases } from '#server/community/search/search-cases.ts'
import { similarCases } from '#server/community/search/similar-cases.ts'
import { bundledGlossary } from '#server/community/texts/readGlossary.ts'
import { openDatabase } from '#server/platform/database.ts'
import { when } from '#server/platform/events.ts'
import { systemIds } from '#server/platform/ids.ts'
import { openJobs } from '#server/platform/jobs.ts'
import { openLog } from '#server/platform/log.ts'
import type { DB } from '#server/platform/schema/community.generated.ts'
import { systemClock } from '#server/platform/time.ts'
import { keepResults } from './keepResults.ts'
import { settleTables } from './load.sql.ts'
import { type Loaded, loadCommunity, readerIn } from './loadCommunity.ts'
import { multiplyCases } from './multiplyCases.sql.ts'
import { openBench } from './openBench.ts'
import { sharesOf } from './sharesOf.ts'

const { values: options } = parseArgs({
  options: { comments: { type: 'string', default: '50000' }, times: { type: 'string', default: '200' } },
})
const comments = Number(options.comments)
const times = Number(options.times)
/** As many as are written and indexed one by one; more are copies of these, made by the database. */
const written = Math.min(comments, 50_000)
const size = { members: 5_000, cases: Math.round(written * 0.07), comments: written, commentsInOne: 46 }
const copies = Math.max(1, Math.round(comments / written))
const cases = size.cases * copies
const atOnce = 4

const say = (line: string): void => console.log(line)

interface Figures {
  readonly p50: number
  readonly p99: number
}

const figuresOf = (durations: readonly number[]): Figures => {
  const at = sharesOf(durations, 1)
  return { p50: at(0.5), p99: at(0.99) }
}

/** How long each of so many runs takes, in milliseconds, after a few that do not count. */
const timed = async (run: () => Promise<unknown>): Promise<Figures> => {
  for (let warm = 0; warm < 10; warm += 1) await run()
  const durations: number[] = []
  for (let at = 0; at < times; at += 1) {
    const from = performance.now()
    await run()
    durations.push(performance.now() - from)
  }
  return figuresOf(durations)
}

const { server, connect, undo, end } = await openBench('community')
try {
  const [owner, client] = [await connect(server.ownerUrl), await connect(server.url)]
  const loaded = await loadCommunity(client, size, systemClock.now())
  await settleTables(owner)
  const { db, close } = openDatabase<DB>(server.url)
  undo.push(close)
  const seconds = await indexEverything(client, (caseId) => indexCase({ db }, caseId))
  say(
    `Indexed ${size.cases.toLocaleString('en')} cases with ${written.toLocaleString('en')} comments: ${Math.round(size.cases / seconds)} cases/s.`,
  )
  if (copies > 1) {
    const from = performance.now()
    await multiplyCases(owner, copies)
    say(
      `Copied to ${cases.toLocaleString('en')} cases with ${(written * copies).toLocaleString('en')} comments in ${((performance.now() - from) / 1_000).toFixed(0)} s.`,
    )
  }
  await settleTables(owner)

  const member = readerIn(loaded)
  const rows: Record<string, { app: Figures; bare: Figures }> = {}
  const bare = (query: string) =>
    timed(() =>
      client.query({
        name: 'bare',
        text: `select case_id, ts_rank(words, $1::tsquery) as rank from (select case_id, words from search_case where words @@ $1::tsquery limit 3000) hit order by rank desc limit 10`,
        values: [query],
      }),
    )
  const asks: readonly (readonly [what: string, q: string, typing: boolean, bare: string])[] = [
    ['two words', 'oedema ultrasound', false, "('oedema' | 'edem') & ('ultrasound' | 'ecografi')"],
    ['one common word', 'pressure', false, "'pressur'"],
    ['four words', 'fever cough chest antibiotic', false, "'fever' & 'cough' & 'chest' & 'antibiot'"],
    ['while typing', 'persistent dysp', true, "'persist' & 'dyspnoea'"],
    ['a mistyped word', 'persistnt dyspnoea', false, "'persist' & 'dyspnoea'"],
  ]
  for (const [what, q, typing, query] of asks)
    rows[what] = { app: await timed(() => searchCases({ db, glossary: bundledGlossary }, member, { q, typing })), bare: await bare(query) }
  rows['similar cases'] = {
    app: await timed(() => similarCases({ db }, member, { q: 'Fever, cough and swelling of the left leg after a journey' })),
    bare: await bare("'fever' | 'cough' | 'swell' | 'journey'"),
  }
  for (const [what, { app, bare: beside }] of Object.entries(rows))
    say(`${what.padEnd(18)} p50 ${app.p50} ms, p99 ${app.p99} ms; bare SQL p50 ${beside.p50} ms, p99 ${beside.p99} ms`)

  const fresh = await freshness(server.url, db, member, loaded)
  say(`From a posted comment to its being found: p50 ${fresh.p50} ms, p95 ${fresh.p95} ms.`)
  say(`Load of the machine at the end: ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores.`)
  await keepResults(`search-${comments}`, {
    size: { ...size, cases, comments: written * copies, copies },
    indexed: { casesPerSecond: Math.round(size.cases / seconds) },
    rows,
    fresh,
  })
} finally {
  await end()
}

async function indexEverything(client: pg.ClientBase, index: (caseId: string) => Promise<void>): Promise<number> {
  const ids = (await client.query<{ id: string }>('select id from patient_case')).rows.values()
  const from = performance.now()
  const take = async (): Promise<void> => {
    for (const { id } of ids) await index(id)
  }
  await Promise.all(Array.from({ length: atOnce }, take))
  return (performance.now() - from) / 1_000
}

/** Posts comments that hold a new word, with a worker at the queue, and asks until each is found. */
async function freshness(url: string, db: ReturnType<typeof openDatabase<DB>>['db'], member: Member, loaded: Loaded) {
  const log = openLog('community')
  log.level = 'silent'
  const jobs = await openJobs(url, log, { workers: true })
  try {
    await when(jobs, commentPosted, ({ threadId }) => wantIndex({ db, jobs }, threadId))
    await jobs.work(indexCaseAnew, ({ caseId }) => indexCase({ db }, caseId))
    const waits: number[] = []
    for (let number = 0; number < 20; number += 1) {
      const word = `zebra${randomUUID().replace(/[^a-f]/g, '')}`
      const from = performance.now()
      await postComment({ db, clock: systemClock, ids: systemIds, jobs }, member, loaded.openCaseIds[number] ?? '', {
        key: randomUUID(),
        form: {
          kind: 'comment',
          language: 'en',
          text: `Think of ${word}.`,
          parentId: null,
          confidence: null,
          seen: null,
          byline: 'anonymous',
        },
      })
      while (!(await searchCases({ db, glossary: bundledGlossary }, member, { q: word })).text.includes(loaded.openCaseIds[number] ?? '-'))
        await new Promise((resolve) => setTimeout(resolve, 20))
      waits.push(performance.now() - from)
    }
    const at = sharesOf(waits, 0)
    return { p50: at(0.5), p95: at(0.95) }
  } finally {
    await jobs.stop()
  }
}
