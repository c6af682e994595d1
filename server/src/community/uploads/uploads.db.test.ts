import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uploadLimits } from '#contract/community/uploads.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { Member } from '#server/access.ts'
import { memberOf } from '#server/community/accounts/memberOf.ts'
import { cookieName, startSession } from '#server/community/accounts/sessions.ts'
import type { Deps } from '#server/community/deps.ts'
import { communityRoutes } from '#server/features.ts'
import { buildHalfApp } from '#server/halfApp.ts'
import { openFolderStore } from '#server/platform/openFolderStore.ts'
import { refuse } from '#server/platform/refuse.ts'
import type { DB } from '#server/platform/schema/community.generated.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aDicom } from '#server/testing/aDicom.ts'
import { codeOf } from '#server/testing/codeOf.ts'
import { dropStoppedUploads, dropUpload, dropUploadsOf, removePieceFiles } from './drop-uploads.ts'
import { sendPiece, showUpload } from './send-piece.ts'
import { takeWhole } from './take-whole.ts'
import { uploadTag } from './uploadTags.ts'

const { deps, url, filesFolder, aDoctor, moveClock } = await aCommunity()
let asker: Member
let colleague: Member
beforeAll(async () => {
  asker = await aDoctor('general-practice.MX')
  colleague = await aDoctor('pediatric-cardiology.GB')
})

/** Bytes as a camera's are: hard to press together, the same in every run. */
const bytesOf = (length: number, seed = 1): Buffer => Buffer.from(Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 8) * seed) % 251))
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url')
const send = (key: string, after: number, bytes: Buffer, { member = asker, with: using = deps as Deps, sha256 = hashOf(bytes) } = {}) =>
  sendPiece(using, member, { key, after, bytes, sha256 })
/** Takes the whole and gives it back. */
const take = (key: string, after: number, last: Buffer, { member = asker, with: using = deps as Deps } = {}): Promise<Buffer> =>
  takeWhole(using, member, { key, after, last }, { before: async () => null, take: async (bytes) => bytes })
const arrived = async (key: string, member = asker) => (await showUpload(deps, member, key)).arrived
/** The row of an upload, which only its sender's tag finds. */
const idOf = async (key: string, member = asker): Promise<string> =>
  (
    await deps.db
      .selectFrom('upload')
      .select('id')
      .where('tag', '=', uploadTag(deps, member, key))
      .executeTakeFirstOrThrow()
  ).id
const folders = (): Promise<string[]> => readdir(join(filesFolder, 'uploads')).catch(() => [])
/** Does what the queue was asked to do: the pieces of uploads that no row stands for any more, or whose whole was taken. */
const removeAsked = async () => {
  const waiting = await deps.db.selectFrom('upload').select('id').where('half_key', 'is not', null).execute()
  const asked = await pgbossAsked()
  expect(waiting.filter(({ id }) => asked.has(id))).toEqual([])
  for (const id of asked) await removePieceFiles(deps, id)
}
const pool = new pg.Pool({ connectionString: url, max: 2 })
afterAll(() => pool.end())
const pgbossAsked = async (): Promise<ReadonlySet<string>> =>
  new Set(
    (await pool.query<{ id: string }>(`select data->>'uploadId' as id from pgboss.job where name = 'community.remove-pieces'`)).rows.map(
      ({ id }) => id,
    ),
  )

describe('what arrives', () => {
  test('stays, also over a restart and on another process, and is joined to the rest in one file', async () => {
    const [key, file] = [randomUUID(), bytesOf(3_000)]
    expect(await arrived(key)).toBe(0)
    expect(await send(key, 0, file.subarray(0, 1_000))).toEqual({ arrived: 1_000 })
    const other: Deps = { ...deps, db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }), files: openFolderStore(filesFolder) }
    expect(await showUpload(other, asker, key)).toEqual({ arrived: 1_000, taken: false })
    expect(await send(key, 1_000, file.subarray(1_000, 1_800), { with: other })).toEqual({ arrived: 1_800 })
    expect((await take(key, 1_800, file.subarray(1_800))).equals(file)).toBe(true)
  })

  test('in any order, twice, at once, cut elsewhere and taken up by whoever comes: the file is the one that was sent', async () => {
    const step = fc.record({
      how: fc.constantFrom('next', 'next', 'twice at once', 'again', 'elsewhere'),
      length: fc.integer({ min: 1, max: 900 }),
      at: fc.nat(3_000),
    })
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3_000 }), fc.array(step, { maxLength: 8 }), async (size, steps) => {
        run += 1
        const [key, file] = [randomUUID(), bytesOf(size, run)]
        for (const { how, length, at } of steps) {
          const from = how === 'elsewhere' ? at : await arrived(key)
          const piece = file.subarray(from, from + length)
          if (piece.length === 0) continue
          const attempts = how === 'twice at once' ? [send(key, from, piece), send(key, from, piece)] : [send(key, from, piece)]
          if (how === 'again') attempts.push(attempts[0]?.then(() => send(key, from, piece)) as Promise<{ arrived: number }>)
          await Promise.allSettled(attempts)
        }
        const here = await arrived(key)
        expect((await take(key, here, file.subarray(here))).equals(file)).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  test('is not readable where it lies, and sealed anew for every upload', async () => {
    const piece = Buffer.from('PEÑALVER GIL, Begoña '.repeat(40))
    for (const key of [randomUUID(), randomUUID()]) await send(key, 0, piece)
    const files = (await readdir(join(filesFolder, 'uploads'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    const lying = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name))))
    expect(lying.length).toBeGreaterThan(1)
    for (const bytes of lying) expect(bytes.includes('Begoña')).toBe(false)
    const rows = await deps.db.selectFrom('upload').selectAll().where('half_key', 'is not', null).execute()
    for (const column of ['half_key', 'place_tag', 'tag'] as const)
      expect(new Set(rows.map((row) => row[column]?.toString('hex'))).size, column).toBe(rows.length)
    expect(JSON.stringify(rows)).not.toContain(asker.accountId)
  })

  test('is gone once the whole is taken; an attempt whose answer was lost gets it without sending anything again', async () => {
    const [key, file] = [randomUUID(), bytesOf(2_000)]
    await send(key, 0, file.subarray(0, 1_500))
    const id = await idOf(key)
    expect(await folders()).toContain(id)
    await take(key, 1_500, file.subarray(1_500))
    await removeAsked()
    expect(await folders()).not.toContain(id)
    expect(await showUpload(deps, asker, key)).toEqual({ arrived: 1_500, taken: true })
    const again = await takeWhole(
      deps,
      asker,
      { key, after: 1_500, last: Buffer.alloc(0) },
      { before: async () => 'taken before', take: async () => 'taken twice' },
    )
    expect(again).toBe('taken before')
    expect(await codeOf(send(key, 1_500, bytesOf(5)))).toBe('upload.piece-elsewhere')
    // What became of it was thrown away since: it begins anew.
    expect(await codeOf(take(key, 1_500, file.subarray(1_500)))).toBe('upload.piece-elsewhere')
    expect(await arrived(key)).toBe(0)
    await send(key, 0, file.subarray(0, 10))
    expect((await take(key, 10, file.subarray(10))).equals(file)).toBe(true)
  })

  test('is gone when the whole is refused for what it is, and stays when we fail', async () => {
    const [key, file] = [randomUUID(), bytesOf(2_000)]
    await send(key, 0, file.subarray(0, 1_500))
    const whole = { key, after: 1_500, last: file.subarray(1_500) }
    const failing = takeWhole(deps, asker, whole, { before: async () => null, take: () => Promise.reject(new Error('no file service')) })
    await expect(failing).rejects.toThrow('no file service')
    expect(await arrived(key)).toBe(1_500)
    const refused = takeWhole(deps, asker, whole, { before: async () => null, take: async () => refuse('image.unreadable') })
    expect(await codeOf(refused)).toBe('image.unreadable')
    expect(await arrived(key)).toBe(0)
  })

  test('of a file with a piece that is not there any more is sent again from the beginning', async () => {
    const [key, file] = [randomUUID(), bytesOf(900)]
    await send(key, 0, file.subarray(0, 600))
    await deps.files.remove(`uploads/${await idOf(key)}`)
    expect(await codeOf(take(key, 600, file.subarray(600)))).toBe('upload.piece-elsewhere')
    expect(await arrived(key)).toBe(0)
  })
})

describe('what is refused', () => {
  test('a piece that is not what its sender hashed, an empty one, one that leaves a gap, and other bytes in the same place', async () => {
    const [key, file] = [randomUUID(), bytesOf(1_000)]
    expect(await codeOf(send(key, 0, file, { sha256: hashOf(file.subarray(1)) }))).toBe('upload.piece-damaged')
    expect(await codeOf(send(key, 0, Buffer.alloc(0)))).toBe('upload.piece-damaged')
    expect(await codeOf(send(key, 100, file.subarray(100)))).toBe('upload.piece-elsewhere')
    await send(key, 0, file.subarray(0, 500))
    expect(await codeOf(send(key, 400, file.subarray(400)))).toBe('upload.piece-elsewhere')
    expect(await codeOf(send(key, 0, bytesOf(500, 9).reverse()))).toBe('request.repeat-differs')
    expect(await codeOf(take(key, 499, file.subarray(499)))).toBe('upload.piece-elsewhere')
    expect(await arrived(key)).toBe(500)
  })

  test('another member finds nothing of it, adds nothing to it, takes and drops nothing of it', async () => {
    const [key, file] = [randomUUID(), bytesOf(1_000)]
    await send(key, 0, file.subarray(0, 500))
    expect(await arrived(key, colleague)).toBe(0)
    expect(await codeOf(send(key, 500, file.subarray(500), { member: colleague }))).toBe('upload.piece-elsewhere')
    expect(await codeOf(take(key, 500, file.subarray(500), { member: colleague }))).toBe('upload.piece-elsewhere')
    // Under the same key it is a file of their own.
    await send(key, 0, bytesOf(300, 5), { member: colleague })
    await dropUpload(deps, colleague, key)
    expect(await arrived(key)).toBe(500)
    expect((await take(key, 500, file.subarray(500))).equals(file)).toBe(true)
  })

  test('more files of one member than may wait, until one is taken or dropped; nobody else is held up', async () => {
    const member = await aDoctor('dermatology.ES')
    const keys = Array.from({ length: uploadLimits.waitingFiles }, () => randomUUID())
    for (const key of keys) await send(key, 0, bytesOf(10), { member })
    const [more, other] = [randomUUID(), randomUUID()]
    expect(await codeOf(send(more, 0, bytesOf(10), { member }))).toBe('upload.too-much-waiting')
    await send(other, 0, bytesOf(10), { member: colleague })
    await send(keys[0] ?? '', 10, bytesOf(10), { member })
    await take(keys[0] ?? '', 20, bytesOf(10), { member })
    expect(await send(more, 0, bytesOf(10), { member })).toEqual({ arrived: 10 })
    expect(await codeOf(send(randomUUID(), 0, bytesOf(10), { member }))).toBe('upload.too-much-waiting')
    await dropUpload(deps, member, keys[1] ?? '')
    expect(await send(randomUUID(), 0, bytesOf(10), { member })).toEqual({ arrived: 10 })
  })

  test('more bytes of one member than may wait, and more of one file than a file may have', async () => {
    const member = await aDoctor('dermatology.ES')
    const [key, full] = [randomUUID(), randomUUID()]
    const fill = async (upload: string, megabytes: number) =>
      deps.db
        .updateTable('upload')
        .set({ ends: [megabytes * 1_000_000] })
        .where('id', '=', await idOf(upload, member))
        .execute()
    await send(key, 0, bytesOf(10), { member })
    await send(full, 0, bytesOf(10), { member })
    await fill(full, uploadLimits.waitingMegabytes)
    expect(await codeOf(send(key, 10, bytesOf(10), { member }))).toBe('upload.too-much-waiting')
    await fill(full, 1)
    expect(await send(key, 10, bytesOf(10), { member })).toEqual({ arrived: 20 })
    await fill(key, uploadLimits.megabytes)
    expect(await codeOf(send(key, uploadLimits.megabytes * 1_000_000, bytesOf(10), { member }))).toBe('image.too-large')
  })
})

describe('what is thrown away', () => {
  test('what is not whole after a day, with its pieces; what began later stays', async () => {
    const [old, young] = [randomUUID(), randomUUID()]
    await send(old, 0, bytesOf(10))
    moveClock(23 * 60 * 60_000)
    await send(young, 0, bytesOf(10))
    await dropStoppedUploads(deps, deps.clock.now())
    expect([await arrived(old), await arrived(young)]).toEqual([10, 10])
    moveClock(2 * 60 * 60_000)
    await dropStoppedUploads(deps, deps.clock.now())
    expect([await arrived(old), await arrived(young)]).toEqual([0, 10])
    await removeAsked()
    const rows = (await deps.db.selectFrom('upload').select('id').execute()).map(({ id }) => id)
    expect((await folders()).filter((folder) => !rows.includes(folder))).toEqual([])
  })

  test('all that waits of an account that is erased, and nobody else’s', async () => {
    const [mine, other] = [randomUUID(), randomUUID()]
    await send(mine, 0, bytesOf(10))
    await send(other, 0, bytesOf(10), { member: colleague })
    await dropUploadsOf(deps, asker.accountId)
    expect([await arrived(mine), await arrived(other, colleague)]).toEqual([0, 10])
  })
})

describe('over http', () => {
  let app: FastifyInstance
  let cookies: Record<string, string>
  beforeAll(async () => {
    app = await buildHalfApp({
      half: 'community',
      origin: deps.origin,
      log: deps.log,
      routes: communityRoutes(deps),
      binding: { readOnly: () => false, defaultLimit: 10_000, callerOf: memberOf(deps) },
      webFolder: null,
      trustProxy: false,
      pageData: async () => ({}),
    })
    cookies = { [cookieName]: await startSession(deps, asker.accountId, null) }
  })
  afterAll(() => app.close())

  interface Reply {
    readonly status: number
    readonly code?: ErrorCode
    readonly arrived?: number
    readonly id?: string
    readonly width?: number
    readonly frames?: number | null
  }
  const replyOf = ({ statusCode, body }: { statusCode: number; body: string }): Reply => {
    const { code, arrived: here, id, width, frames } = (body === '' ? {} : JSON.parse(body)) as Reply
    return {
      status: statusCode,
      ...(code && { code }),
      ...(here !== undefined && { arrived: here }),
      ...(id && { id }),
      ...(width && { width, frames }),
    }
  }
  const put = async (key: string, after: number, bytes: Buffer, type = 'application/octet-stream') =>
    replyOf(
      await app.inject({
        method: 'PUT',
        url: `/api/community/uploads/${key}/pieces/${after}?sha256=${hashOf(bytes)}`,
        headers: { 'content-type': type },
        cookies,
        payload: bytes,
      }),
    )
  const post = async (key: string, after: number, rest: Buffer, path = '/api/community/images') => {
    const boundary = 'pieces'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
    return replyOf(
      await app.inject({
        method: 'POST',
        url: `${path}?after=${after}`,
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'idempotency-key': key },
        cookies,
        payload: Buffer.concat([Buffer.from(head), rest, Buffer.from(`\r\n--${boundary}--\r\n`)]),
      }),
    )
  }
  const get = async (key: string) => replyOf(await app.inject({ url: `/api/community/uploads/${key}`, cookies }))
  /** Sends a file as a browser does: so many bytes at a time, the last ones with the call that takes it. */
  const sendAll = async (key: string, file: Buffer, step: number, path?: string): Promise<Reply> => {
    let after = 0
    for (; file.length - after > step; after += step) expect((await put(key, after, file.subarray(after, after + step))).status).toBe(200)
    return post(key, after, file.subarray(after), path)
  }
  const grain = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#845', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })
      .jpeg()
      .toBuffer()

  test('a photo in pieces is the photo; asked for again after the answer was lost it is the same image, with nothing sent again', async () => {
    const [key, file] = [randomUUID(), await grain(900, 700)]
    const step = Math.ceil(file.length / 5)
    const first = await sendAll(key, file, step)
    expect(first).toMatchObject({ status: 201, width: 900, frames: null })
    const { arrived: here = 0 } = await get(key)
    expect(here).toBeGreaterThan(file.length / 2)
    expect(await post(key, here, Buffer.alloc(0))).toEqual(first)
    expect(await sendAll(randomUUID(), file, file.length)).toMatchObject({ status: 201, width: 900 })
  })

  test('a DICOM file in pieces is a stack, alone and in a series, and its answer can be lost too', async () => {
    const values = Array.from({ length: 24 * 32 }, (_, at) => at)
    const slice = (instance: number) => aDicom({ frames: [values], rows: 24, columns: 32, instance })
    const alone = randomUUID()
    const taken = await sendAll(alone, slice(1), 400)
    expect(taken).toMatchObject({ status: 201, width: 32, frames: 1 })
    const { arrived: here = 0 } = await get(alone)
    expect(await post(alone, here, Buffer.alloc(0))).toEqual(taken)

    const path = `/api/community/image-stacks/${randomUUID()}/files`
    const [one, two] = [randomUUID(), randomUUID()]
    expect(await sendAll(one, slice(1), 400, path)).toMatchObject({ status: 201, frames: 1 })
    expect(await sendAll(two, slice(2), 400, path)).toMatchObject({ status: 201, frames: 2 })
    const { arrived: last = 0 } = await get(two)
    expect(await post(two, last, Buffer.alloc(0), path)).toMatchObject({ status: 201, frames: 2 })
  })

  test.each([
    ['cut off', async () => (await grain(900, 900)).subarray(0, -20_000), 'image.unreadable', 422],
    ['mislabelled', async () => Buffer.from('%PDF-1.7 '.repeat(900)), 'image.kind-refused', 415],
    [
      'of too many pixels',
      () =>
        sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#000' } })
          .png()
          .toBuffer(),
      'image.too-many-pixels',
      413,
    ],
    ['larger than a photo may be', async () => Buffer.concat([await grain(99, 99), Buffer.alloc(26_000_000)]), 'image.too-large', 413],
  ] as const)('a file %s is refused as it would be whole, and its pieces are gone', async (_what, make, code, status) => {
    const [key, file] = [randomUUID(), await make()]
    expect(await sendAll(key, file, Math.min(4_000_000, Math.ceil(file.length / 3)))).toEqual({ status, code })
    expect(await get(key)).toEqual({ status: 200, arrived: 0 })
    await removeAsked()
    const rows = (await deps.db.selectFrom('upload').select('id').execute()).map(({ id }) => id)
    expect((await folders()).filter((folder) => !rows.includes(folder))).toEqual([])
  })

  test('a piece larger than a piece may be, or sent as something else, is damaged; what was kept can be dropped', async () => {
    const key = randomUUID()
    expect(await put(key, 0, Buffer.alloc(uploadLimits.pieceBytes + 1))).toEqual({ status: 422, code: 'upload.piece-damaged' })
    expect((await put(key, 0, bytesOf(10), 'text/html')).status).toBe(422)
    expect(await put(key, 0, Buffer.alloc(uploadLimits.pieceBytes))).toEqual({ status: 200, arrived: uploadLimits.pieceBytes })
    expect((await app.inject({ method: 'DELETE', url: `/api/community/uploads/${key}`, cookies })).statusCode).toBe(204)
    expect(await get(key)).toEqual({ status: 200, arrived: 0 })
  })

  test('bytes are nobody’s body where a form is due, and no address gives a piece back', async () => {
    const [key, file] = [randomUUID(), bytesOf(100)]
    const draft = await app.inject({
      method: 'PUT',
      url: `/api/community/drafts/${randomUUID()}`,
      headers: { 'content-type': 'application/octet-stream' },
      cookies,
      payload: file,
    })
    expect(replyOf(draft)).toEqual({ status: 422, code: 'request.invalid' })
    await put(key, 0, file)
    for (const path of ['/pieces/0', '/pieces', '/0'])
      expect((await app.inject({ url: `/api/community/uploads/${key}${path}`, cookies })).statusCode, path).toBe(404)
  })
})
