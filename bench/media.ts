// Measures photos: what the search for burned-in text finds and how long it takes, what a large upload costs, and whether ten at once hold up who reads: script/bench media.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import sharp from 'sharp'
import { cookieName, startSession } from '#server/community/accounts/sessions.ts'
import { openPlaceFinder } from '#server/community/media/search/openPlaceFinder.ts'
import { systemIds } from '#server/platform/ids.ts'
import type { DB } from '#server/platform/schema/community.generated.ts'
import { systemClock } from '#server/platform/time.ts'
import { type BurnedIn, burnedInImages, grainyPhotos, turnedImages } from './burnedInImages.ts'
import { keepResults } from './keepResults.ts'
import { settleTables } from './load.sql.ts'
import { loadCommunity } from './loadCommunity.ts'
import { measure } from './measure.ts'
import { openBench } from './openBench.ts'
import { type BoxScore, scoreBoxes } from './scoreBoxes.rules.ts'
import { startServed } from './served.ts'

const { values: options } = parseArgs({
  options: { images: { type: 'string', default: '200' }, seconds: { type: 'string', default: '10' } },
})
const port = 18_463
const seconds = Number(options.seconds)
const say = (line: string): void => console.log(line)

interface Searched extends BoxScore {
  readonly images: number
  readonly seconds: number
  readonly megapixels: number
}

const none: Searched = { images: 0, seconds: 0, megapixels: 0, lines: 0, caught: 0, boxes: 0, right: 0 }

const figuresOf = ({ images, seconds: took, megapixels, lines, caught, boxes, right }: Searched) => ({
  images,
  lines,
  recall: Number((caught / lines).toFixed(3)),
  precision: Number((right / boxes).toFixed(3)),
  secondsPerMegapixel: Number((took / megapixels).toFixed(2)),
  secondsPerImage: Number((took / images).toFixed(2)),
})

/** What is found in images whose text is known, all together and by each of their traits. */
const search = async (images: AsyncIterable<BurnedIn>) => {
  const finder = openPlaceFinder()
  const sums = new Map<string, Searched>()
  const looked = { whole: 0, partly: 0, not: 0 }
  let slowest = 0
  const add = (group: string, { megapixels }: BurnedIn, took: number, score: BoxScore) => {
    const sum = sums.get(group) ?? none
    const added = {
      lines: sum.lines + score.lines,
      caught: sum.caught + score.caught,
      boxes: sum.boxes + score.boxes,
      right: sum.right + score.right,
    }
    sums.set(group, { images: sum.images + 1, seconds: sum.seconds + took, megapixels: sum.megapixels + megapixels, ...added })
  }
  try {
    for await (const image of images) {
      const from = performance.now()
      const found = await finder.find(image.image, { faces: false })
      const took = (performance.now() - from) / 1_000
      looked[found.looked] += 1
      slowest = Math.max(slowest, Number(took.toFixed(1)))
      const score = scoreBoxes(image.lines, found.boxes)
      for (const group of ['all', image.size, image.contrast, image.language, image.noisy ? 'noisy' : 'clear'])
        add(group, image, took, score)
    }
  } finally {
    await finder.stop()
  }
  say(`Looked at wholly: ${looked.whole}, partly: ${looked.partly}, not at all: ${looked.not}.`)
  return { looked, slowest, groups: Object.fromEntries([...sums].map(([group, sum]) => [group, figuresOf(sum)])) }
}

/** The most memory a process has held, in megabytes, as the system counts it. */
const peakOf = async (pid: number): Promise<number> =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_000)

/** A photo as a phone makes it: 12 megapixels, with grain. */
const photo = () =>
  sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: '#845', noise: { type: 'gaussian', mean: 128, sigma: 12 } } })
    .jpeg({ quality: 85 })
    .toBuffer()

const upload = async (bytes: Buffer, cookie: string): Promise<void> => {
  const body = new FormData()
  body.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'photo.jpg')
  const reply = await fetch(`http://localhost:${port}/api/community/images`, {
    method: 'POST',
    headers: { cookie, 'idempotency-key': randomUUID() },
    body,
  })
  if (reply.status !== 201) throw new Error(`An upload was answered with ${reply.status}: ${await reply.text()}`)
}

const { folder, server, connect, undo, end } = await openBench('community')
try {
  const [owner, client] = [await connect(server.ownerUrl), await connect(server.url)]
  const loaded = await loadCommunity(client, { members: 500, cases: 300, comments: 3_000, commentsInOne: 46 }, systemClock.now())
  await settleTables(owner)
  const pool = new pg.Pool({ connectionString: server.url, max: 2 })
  undo.push(() => pool.end())
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  const cookie = `${cookieName}=${await startSession({ db, clock: systemClock, ids: systemIds }, loaded.readerId, null)}`
  const served = await startServed('serveCommunity.ts', { url: server.url, port, poolSize: 10, folder, statements: [] })
  undo.push(served.stop)

  const bytes = await photo()
  await upload(await sharp(bytes).resize(400).jpeg().toBuffer(), cookie)
  const before = await peakOf(served.pid)
  const from = performance.now()
  await upload(bytes, cookie)
  const one = {
    seconds: Number(((performance.now() - from) / 1_000).toFixed(2)),
    peakMegabytes: await peakOf(served.pid),
    restMegabytes: before,
  }
  say(
    `A photo of 12 MP (${(bytes.length / 1e6).toFixed(1)} MB): ${one.seconds} s, ${one.peakMegabytes} MB at most, ${before} MB without it.`,
  )

  const asked = { method: 'GET', paths: [`/api/community/cases/${loaded.measuredCaseId}`], headers: { cookie } } as const
  await measure(port, asked, 4, 2)
  const quiet = await measure(port, asked, 4, seconds)
  const began = performance.now()
  const uploads = Promise.allSettled(Array.from({ length: 10 }, () => upload(bytes, cookie)))
  const during = await measure(port, asked, 4, seconds)
  const failed = (await uploads).filter(({ status }) => status === 'rejected').length
  const ten = {
    seconds: Number(((performance.now() - began) / 1_000).toFixed(1)),
    failed,
    peakMegabytes: await peakOf(served.pid),
    quiet,
    during,
  }
  say(
    `Ten at once: ${ten.seconds} s, ${failed} failed, ${ten.peakMegabytes} MB at most. A case read meanwhile: p50 ${during.p50} ms, p99 ${during.p99} ms; without them ${quiet.p50} and ${quiet.p99}.`,
  )

  const burnedIn = await search(burnedInImages(Number(options.images)))
  for (const [group, { recall, precision, secondsPerMegapixel, images, lines }] of Object.entries(burnedIn.groups))
    say(`${group.padEnd(12)} ${images} images, ${lines} lines: recall ${recall}, precision ${precision}, ${secondsPerMegapixel} s/MP`)
  const turned = await search(turnedImages(Number(options.images) / 2))
  for (const [group, figures] of Object.entries(turned.groups)) say(`Turned, ${group}: ${JSON.stringify(figures)}`)
  const grainy = await search(grainyPhotos())
  say(`Grainy photos of 12 MP, half of them with a name: ${JSON.stringify(grainy.groups['all'])}, the slowest ${grainy.slowest} s.`)
  await keepResults('media', { uploadOf12Megapixels: one, tenAtOnce: ten, burnedIn, turned, grainy })
} finally {
  await end()
}
