// Measures what readers are shown of the clinical sentences, what the gate catches of spoiled ones, and how fast: script/bench translation.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import type { Language } from '#contract/shapes.ts'
import { postComment } from '#server/community/discussion/post-comment.ts'
import { apertium } from '#server/community/texts/apertium.ts'
import { findingsIn } from '#server/community/texts/gate.rules.ts'
import { bundledGlossary } from '#server/community/texts/readGlossary.ts'
import { score } from '#server/community/texts/score.rules.ts'
import { translateText as translateTextJob } from '#server/community/texts/texts.jobs.ts'
import { translateWanted } from '#server/community/texts/translate-wanted.ts'
import { translateText } from '#server/community/texts/translateText.ts'
import { openDatabase } from '#server/platform/database.ts'
import { systemIds } from '#server/platform/ids.ts'
import { openJobs } from '#server/platform/jobs.ts'
import { openLog } from '#server/platform/log.ts'
import type { DB } from '#server/platform/schema/community.generated.ts'
import { systemClock } from '#server/platform/time.ts'
import { readyApertium } from '#server/startUp.ts'
import { aspects, type ClinicalSentence, judge, sentencesIn, spoiled } from './clinical/judge.rules.ts'
import { keepResults } from './keepResults.ts'
import { loadCommunity, readerIn } from './loadCommunity.ts'
import { openBench } from './openBench.ts'
import { sharesOf } from './sharesOf.ts'

const { values: options } = parseArgs({
  options: { posts: { type: 'string', default: '60' }, verbose: { type: 'boolean', default: false } },
})
const say = (line: string): void => console.log(line)
const percent = (part: number, whole: number): number => (whole === 0 ? 100 : Number(((100 * part) / whole).toFixed(2)))

const dataFolder = process.env['CONSILIUM_DATA'] || join(import.meta.dirname, '../data')
const place = await readyApertium(dataFolder, systemClock.now(), say)
if (!place) throw new Error('There is no translation engine on this machine.')
const translator = apertium(place)
const glossary = await bundledGlossary()
const sentences = sentencesIn(await readFile(join(import.meta.dirname, 'clinical/sentences.tsv'), 'utf8'))

try {
  const directions = { 'en-es': await measured('en', 'es'), 'es-en': await measured('es', 'en') }
  const readable = await postToReadable(Number(options.posts))
  say(`From a posted comment of 200 words to its being readable in the other language: p50 ${readable.p50} ms, p95 ${readable.p95} ms.`)
  say(`Load of the machine at the end: ${(loadavg()[0] ?? 0).toFixed(1)}.`)
  await keepResults('translation', { sentences: sentences.length, directions, readable })
} finally {
  await translator.stop()
}

async function measured(from: Language, to: Language) {
  const shown = await Promise.all(sentences.map((sentence) => translateText({ translator, glossary }, sentence[from], from, to)))
  const { chrF, bleu } = score(
    shown.map(({ body }) => body),
    sentences.map((sentence) => sentence[to]),
  )
  const held = shown.filter(({ segments }) => segments.some(({ held: findings }) => findings !== null)).length
  const verdicts = sentences.map((sentence, i) => judge(sentence, shown[i]!.body, from))
  const kept = Object.fromEntries(
    aspects.map((aspect) => {
      const judged = verdicts.flatMap((verdict) => verdict[aspect] ?? [])
      return [aspect, { of: judged.length, kept: percent(judged.filter((one) => one.kept).length, judged.length) }]
    }),
  )
  const setting = { from, to, mark: null, glossary }
  const alarms = sentences.filter((sentence) => findingsIn(sentence[from], sentence[to], setting).length > 0)
  const wrong = sentences.flatMap((sentence) => spoiled(sentence, to).map((one) => ({ sentence, ...one })))
  const missed = wrong.filter(({ sentence, text }) => findingsIn(sentence[from], text, setting).length === 0)
  const caught = Object.fromEntries(
    aspects.map((aspect) => {
      const all = wrong.filter(({ how }) => how === aspect).length
      return [aspect, { of: all, caught: percent(all - missed.filter(({ how }) => how === aspect).length, all) }]
    }),
  )
  const wordsPerSecond = await speed(from, to)
  say(`${from}-${to}: chrF ${chrF.toFixed(2)}, BLEU ${bleu.toFixed(2)}; ${held} of ${sentences.length} sentences stand in the original.`)
  say(`  kept or in the original: ${list(kept, 'kept')}`)
  say(`  spoiled translations the gate catches: ${list(caught, 'caught')}`)
  say(
    `  references the gate would hold: ${alarms.length} (${percent(alarms.length, sentences.length)} %); ${wordsPerSecond} words/s in one pipe`,
  )
  if (options.verbose) {
    for (const [i, verdict] of verdicts.entries())
      for (const [aspect, { kept: isKept, expected, found }] of Object.entries(verdict))
        if (!isKept) say(`  lost ${aspect} (${expected} | ${found}): ${sentences[i]![from]} => ${shown[i]!.body}`)
    for (const { sentence, how, text } of missed) say(`  missed ${how}: ${sentence[from]} => ${text}`)
    for (const sentence of alarms) say(`  false alarm: ${sentence[from]} => ${sentence[to]}`)
  }
  return {
    chrF: Number(chrF.toFixed(2)),
    bleu: Number(bleu.toFixed(2)),
    held,
    kept,
    caught,
    falseAlarms: percent(alarms.length, sentences.length),
    wordsPerSecond,
  }
}

function list(shares: Record<string, Record<string, number>>, name: string): string {
  return Object.entries(shares)
    .map(([aspect, share]) => `${aspect} ${share[name]} % of ${share['of']}`)
    .join(', ')
}

/** The whole path, one text after the other as a worker does it. */
async function speed(from: Language, to: Language): Promise<number> {
  const texts = Array.from({ length: 40 }, (_, i) => textOf(sentences.slice((i * 5) % 180, ((i * 5) % 180) + 20), from))
  const started = performance.now()
  for (const text of texts) await translateText({ translator, glossary }, text, from, to)
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0)
  return Math.round(words / ((performance.now() - started) / 1_000))
}

function textOf(some: readonly ClinicalSentence[], language: Language): string {
  return some.map((sentence) => sentence[language]).join(' ')
}

/** Posts comments of 200 words one after another, each with one new sentence, and asks until each is readable in the other language. */
async function postToReadable(posts: number): Promise<{ p50: number; p95: number }> {
  const { server, connect, undo, end } = await openBench('community')
  try {
    const client = await connect(server.url)
    const loaded = await loadCommunity(client, { members: 200, cases: 100, comments: 500, commentsInOne: 46 }, systemClock.now())
    const { db, close } = openDatabase<DB>(server.url)
    undo.push(close)
    const log = openLog('community')
    log.level = 'silent'
    const jobs = await openJobs(server.url, log, { workers: true })
    undo.push(() => jobs.stop())
    const deps = { db, clock: systemClock, ids: systemIds, jobs, translator, glossary: async () => glossary, log }
    await jobs.work(translateTextJob, ({ textId, language }) => translateWanted(deps, textId, language))
    const member = readerIn(loaded)
    const waits: number[] = []
    for (let number = 0; number < posts; number += 1) {
      const text = `${wordsOf(number, 200)} The fever lasted ${number + 1} hours.`
      const started = performance.now()
      const { id } = await postComment(deps, member, loaded.openCaseIds[number % loaded.openCaseIds.length] ?? '', {
        key: randomUUID(),
        form: { kind: 'comment', language: 'en', text, parentId: null, confidence: null, seen: null, byline: 'anonymous' },
      })
      while (!(await isReadable(client, id))) await new Promise((resolve) => setTimeout(resolve, 10))
      waits.push(performance.now() - started)
    }
    const at = sharesOf(waits, 0)
    return { p50: at(0.5), p95: at(0.95) }
  } finally {
    await end()
  }
}

function wordsOf(start: number, count: number): string {
  // Letters and names of bacteria look like a patient's initials to the guard when they stand side by side.
  const harmless = sentences.filter(({ about }) => ['dose', 'frequency', 'order', 'plain'].includes(about))
  const rotated = [...harmless.slice((start * 7) % harmless.length), ...harmless]
  const words: string[] = []
  for (const { en } of rotated) if (words.length < count) words.push(...en.split(' '))
  return words.join(' ')
}

async function isReadable(client: pg.ClientBase, commentId: string): Promise<boolean> {
  const { rows } = await client.query<{ shown: { state: string } }>(
    `select (select shown from text_json(text_id, 'es')) as shown from comment where id = $1`,
    [commentId],
  )
  return rows[0]?.shown.state === 'ready'
}
