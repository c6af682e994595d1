import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Stack } from '#contract/shapes.ts'
import { aCommunity, lookedAt } from '#server/testing/aCommunity.ts'
import { aDicom } from '#server/testing/aDicom.ts'
import { aForm } from '#server/testing/aForm.ts'
import type { Member } from '../../access.ts'
import { communityRoutes } from '../../features.ts'
import { buildHalfApp } from '../../halfApp.ts'
import { postCase } from '../cases/post-case.ts'
import { showCase } from '../cases/show-case.ts'
import { withdrawConsent } from '../cases/take-images-away.ts'
import { maySeeThread } from '../discussion/may-see-thread.ts'
import { findPlacesIn } from './look-for-places-in-stack.ts'
import { fileOf } from './media.rules.ts'
import { reviewImage, showImageReview } from './review-image.ts'
import { showFrame } from './show-image.ts'
import { discardImage, dropNeverShown, removeImageFiles, takeImage } from './take-image.ts'
import { completeStack, takeStackFile } from './take-stack.ts'
import { imageIdFor } from './uploaderTag.ts'

const { deps, aDoctor, filesFolder, moveClock } = await aCommunity()
let asker: Member
let colleague: Member
let dermatologist: Member
beforeAll(async () => {
  asker = await aDoctor('general-practice.MX')
  colleague = await aDoctor('pediatric-cardiology.GB')
  dermatologist = await aDoctor('dermatology.ES')
})

const [rows, columns] = [24, 32]
/** A slice with the same value everywhere, and a bright corner as of burned-in text. */
const slice = (value: number): number[] => Array.from({ length: rows * columns }, (_, at) => (at < 3 ? 3_000 : value))
const file = (instance: number, more = {}) => aDicom({ frames: [slice(instance * 10)], rows, columns, instance, ...more })
const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no refusal',
    (error: { code?: string }) => error.code ?? String(error),
  )
const series = async (instances: readonly number[], member = asker): Promise<string> => {
  const stack = randomUUID()
  let id = ''
  for (const instance of instances) id = (await takeStackFile(deps, member, { bytes: file(instance), key: randomUUID(), stack })).id
  await completeStack(deps, member, id, { files: instances.length })
  return id
}
const frame = (member: Member, imageId: string, at: number, known?: string) =>
  showFrame(deps, (who, thread) => maySeeThread(deps, who, thread), member, { imageId, frame: at, known })
const valuesOf = async (imageId: string, at: number): Promise<Int16Array> => {
  const bytes = gunzipSync((await frame(asker, imageId, at)).body as Buffer)
  return new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
}
const post = (imageId: string, more = {}) =>
  postCase(deps, asker, {
    form: aForm({ consent: 'written', images: [{ imageId, caption: '', kind: 'radiology' }], ...more }),
    draftId: null,
    key: randomUUID(),
  })

describe('what comes in', () => {
  test('the files of a series are one image, in the order of their slices, whatever the order they came in', async () => {
    const id = await series([3, 1, 2])
    expect([(await valuesOf(id, 0))[9], (await valuesOf(id, 1))[9], (await valuesOf(id, 2))[9]]).toEqual([10, 20, 30])
    const { stack } = await showImageReview(deps, asker, id)
    expect(stack).toMatchObject({
      frames: 3,
      rows,
      columns,
      bits: 16,
      signed: true,
      modality: 'CT',
      window: { centre: 40, width: 400 },
      spacing: { row: 0.5, column: 0.5, plane: 'patient' },
      range: { least: 10, most: 3_000 },
    } satisfies Partial<Stack>)
    for (const variant of ['thumb', 'page', 'full'] as const)
      expect((await sharp((await deps.files.get(fileOf(id, variant))) ?? Buffer.alloc(0)).metadata()).width).toBe(columns)
  })

  test('a file alone is a stack of its frames', async () => {
    const bytes = aDicom({ frames: [slice(1), slice(2), slice(3)], rows, columns })
    const key = randomUUID()
    const taken = await takeImage(deps, asker, { bytes, key })
    expect(taken).toMatchObject({ width: columns, height: rows, frames: 3 })
    expect(await takeImage(deps, asker, { bytes, key })).toEqual(taken)
    expect((await valuesOf(taken.id, 1))[9]).toBe(2)
  })

  test('nothing of what the files said of the patient is kept, in no file and in no row', async () => {
    const bytes = file(1)
    expect(bytes.includes('CANARY')).toBe(true)
    const id = await series([1, 2])
    const names = await readdir(join(filesFolder, 'images', id), { recursive: true, withFileTypes: true })
    const files = await Promise.all(names.filter((name) => name.isFile()).map((name) => readFile(join(name.parentPath, name.name))))
    expect(files).toHaveLength(5)
    for (const kept of files) {
      const plain = kept[0] === 0x1f ? gunzipSync(kept) : kept
      for (const part of ['CANARY', '7731', 'NARY']) expect(plain.includes(part)).toBe(false)
    }
    const row = await deps.db.selectFrom('image').selectAll().where('id', '=', id).execute()
    expect(JSON.stringify(row)).not.toMatch(/CANARY|7731|HOSPITAL/)
  })

  test('sent again, a file is the same file; a stack is complete once', async () => {
    const [stack, key] = [randomUUID(), randomUUID()]
    const one = await takeStackFile(deps, asker, { bytes: file(1), key, stack })
    expect(await takeStackFile(deps, asker, { bytes: file(1), key, stack })).toEqual(one)
    expect(await refusal(completeStack(deps, asker, one.id, { files: 2 }))).toBe('image.stack-incomplete')
    expect(await completeStack(deps, asker, one.id, { files: 1 })).toMatchObject({ frames: 1 })
    expect(await completeStack(deps, asker, one.id, { files: 1 })).toMatchObject({ frames: 1 })
    expect(await refusal(takeStackFile(deps, asker, { bytes: file(2), key: randomUUID(), stack }))).toBe('image.stack-complete')
  })

  test('a file of another size is not laid over the others', async () => {
    const stack = randomUUID()
    await takeStackFile(deps, asker, { bytes: file(1), key: randomUUID(), stack })
    const other = aDicom({ frames: [slice(1).slice(0, 16)], rows: 4, columns: 4 })
    expect(await refusal(takeStackFile(deps, asker, { bytes: other, key: randomUUID(), stack }))).toBe('image.stack-mixed')
  })

  test.each<[string, Buffer, string]>([
    ['a report', file(1, { more: { '00080016': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.88.11'] } } }), 'image.dicom-no-picture'],
    [
      'an encapsulated document',
      file(1, { more: { '00080016': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.104.1'] } } }),
      'image.dicom-no-picture',
    ],
    ['a file cut off', file(1).subarray(0, file(1).length - 40), 'image.dicom-unreadable'],
    ['words that call themselves DICOM', Buffer.concat([Buffer.alloc(128), Buffer.from('DICM Dear colleague')]), 'image.dicom-unreadable'],
    [
      'more pixels than memory is given for',
      file(1, { more: { '00280010': { vr: 'US', Value: [60_000] }, '00280011': { vr: 'US', Value: [60_000] } } }),
      'image.stack-too-large',
    ],
  ])('%s is refused', async (_what, bytes, code) => {
    expect(await refusal(takeImage(deps, asker, { bytes, key: randomUUID() }))).toBe(code)
  })

  test('a photo is no file of a stack', async () => {
    const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#355' } })
      .jpeg()
      .toBuffer()
    expect(await refusal(takeStackFile(deps, asker, { bytes: photo, key: randomUUID(), stack: randomUUID() }))).toBe(
      'image.dicom-unreadable',
    )
  })
})

describe('who may see a frame', () => {
  test('only its uploader until a case shows it; then those who may see the case; never a stranger', async () => {
    const id = await series([1, 2])
    expect(await refusal(frame(colleague, id, 0))).toBe('image.not-found')
    expect(await refusal(completeStack(deps, colleague, id, { files: 2 }))).toBe('image.not-found')
    expect(await refusal(discardImage(deps, colleague, id))).toBe('image.not-found')
    expect(await refusal(post(id))).toBe('image.not-reviewed')
    await lookedAt(deps, asker, id)
    const { id: caseId } = await post(id, { audience: 'specialties' })
    const { headers } = await frame(colleague, id, 1)
    expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', 'content-encoding': 'gzip' })
    expect((await frame(colleague, id, 1, headers['etag'])).status).toBe(304)
    expect(await refusal(frame(dermatologist, id, 0))).toBe('image.not-found')
    expect(await refusal(frame(colleague, id, 2))).toBe('image.not-found')
    expect(JSON.parse((await showCase(deps, colleague, caseId)).text).images[0].stack).toMatchObject({ frames: 2, modality: 'CT' })
  })

  test('consent withdrawn, every frame is gone for everybody, and its files with it', async () => {
    const id = await series([1, 2])
    await lookedAt(deps, asker, id)
    const { id: caseId } = await post(id)
    const { etag } = (await frame(colleague, id, 0)).headers
    await withdrawConsent(deps, asker, caseId)
    for (const member of [asker, colleague]) for (const at of [0, 1]) expect(await refusal(frame(member, id, at))).toBe('image.gone')
    expect(await refusal(frame(colleague, id, 0, etag))).toBe('image.gone')
    await removeImageFiles(deps, id)
    expect(await readdir(join(filesFolder, 'images', id)).catch(() => 'nothing')).toBe('nothing')
  })
})

describe('over the wire', () => {
  let caller: Member
  let app: FastifyInstance
  beforeAll(async () => {
    app = await buildHalfApp({
      half: 'community',
      origin: deps.origin,
      log: deps.log,
      routes: communityRoutes(deps),
      binding: { callerOf: async () => caller, readOnly: () => false, defaultLimit: 1_000 },
      webFolder: null,
      trustProxy: false,
      pageData: async () => ({}),
    })
  })
  const edge = 'edge-of-a-part'
  const upload = (bytes: Buffer, { stack, key = randomUUID() }: { stack?: string; key?: string } = {}) =>
    app.inject({
      method: 'POST',
      url: stack ? `/api/community/image-stacks/${stack}/files` : '/api/community/images',
      headers: { 'idempotency-key': key, 'content-type': `multipart/form-data; boundary=${edge}` },
      payload: Buffer.concat([
        Buffer.from(
          `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="CANARY7731.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
        ),
        bytes,
        Buffer.from(`\r\n--${edge}--\r\n`),
      ]),
    })
  const get = (url: string) => app.inject({ method: 'GET', url })

  test('a file with the patient in it is taken for what it is, and nothing of the patient is kept or served', async () => {
    caller = asker
    const stack = randomUUID()
    for (const instance of [1, 2]) expect((await upload(file(instance), { stack })).statusCode).toBe(201)
    const { id } = (await upload(file(3), { stack })).json<{ id: string }>()
    const completed = await app.inject({
      method: 'POST',
      url: `/api/community/images/${id}/stack`,
      headers: { 'idempotency-key': randomUUID() },
      payload: { files: 3 },
    })
    expect([completed.statusCode, completed.json()]).toEqual([201, { id, width: columns, height: rows, frames: 3 }])
    await lookedAt(deps, asker, id)
    const { id: caseId } = await post(id)
    caller = colleague
    const served = [
      await get(`/api/community/cases/${caseId}`),
      await get('/api/community/cases?list=latest'),
      ...(await Promise.all(['thumb', 'page', 'full'].map((variant) => get(`/api/community/images/${id}/${variant}`)))),
      ...(await Promise.all([0, 1, 2].map((at) => get(`/api/community/images/${id}/frames/${at}`)))),
    ]
    for (const { statusCode, rawPayload, headers } of served) {
      expect(statusCode).toBe(200)
      const bytes = headers['content-encoding'] === 'gzip' ? gunzipSync(rawPayload) : rawPayload
      for (const part of ['CANARY', '7731', 'NARY']) expect(bytes.includes(part)).toBe(false)
      expect(JSON.stringify(headers)).not.toContain('CANARY')
    }
    const frameBytes = served.at(-1)?.rawPayload ?? Buffer.alloc(0)
    expect(gunzipSync(frameBytes)).toHaveLength(rows * columns * 2)
    expect(served.at(-1)?.headers['content-encoding']).toBe('gzip')
    const rowsKept = await Promise.all([
      deps.db.selectFrom('image').selectAll().execute(),
      deps.db.selectFrom('stack_file').selectAll().execute(),
    ])
    expect(JSON.stringify(rowsKept)).not.toContain('CANARY')
    caller = dermatologist
    await withdrawConsent(deps, asker, caseId)
    caller = colleague
    for (const at of [0, 1, 2]) expect((await get(`/api/community/images/${id}/frames/${at}`)).statusCode).toBe(410)
  })

  test('what is refused is refused with its code and a sentence, and nothing of it is kept', async () => {
    caller = asker
    const key = randomUUID()
    const cutOff = await upload(file(1).subarray(0, 900), { key })
    expect([cutOff.statusCode, cutOff.json()]).toMatchObject([422, { code: 'image.dicom-unreadable', detail: expect.stringMatching(/\w/) }])
    const large = await upload(Buffer.concat([file(1), Buffer.alloc(61_000_000)]))
    expect([large.statusCode, large.json()]).toMatchObject([413, { code: 'image.too-large', params: { megabytes: 60 } }])
    expect(
      await deps.db
        .selectFrom('image')
        .select('id')
        .where('id', '=', imageIdFor(deps, asker, key))
        .execute(),
    ).toEqual([])
  })
})

test('a stack that never became whole is thrown away with what came of it', async () => {
  const { id } = await takeStackFile(deps, asker, { bytes: file(1), key: randomUUID(), stack: randomUUID() })
  moveClock(8 * 24 * 60 * 60_000)
  await dropNeverShown(deps, deps.clock.now())
  expect(await refusal(completeStack(deps, asker, id, { files: 1 }))).toBe('image.not-found')
  expect(await deps.db.selectFrom('stack_file').select('key').where('image_id', '=', id).execute()).toEqual([])
})

test('what is covered is one black in every frame and in every variant; the rest is as it was', async () => {
  const id = await series([1, 2, 3])
  await findPlacesIn(deps, id)
  const cover = { kind: 'box' as const, x: 0, y: 0, width: 5, height: 2 }
  await reviewImage(deps, asker, id, { review: { revision: 1, boxes: [], shapes: [cover], shows: 'nobody' }, key: randomUUID() })
  for (const at of [0, 1, 2]) {
    const values = await valuesOf(id, at)
    const inside = [0, 1].flatMap((row) => [...values.subarray(row * columns, row * columns + 5)])
    expect(new Set(inside)).toEqual(new Set([(at + 1) * 10]))
    expect(values[5]).toBe((at + 1) * 10)
  }
  expect((await frame(asker, id, 0)).headers['etag']).toContain('-2"')
})

test('text is looked for in the ends and the middle of a stack, and in all of it at once', async () => {
  const seen: number[] = []
  const placeFinder = {
    find: async (picture: Buffer) => {
      const { channels } = await sharp(picture).stats()
      seen.push(channels[0]?.max ?? 0)
      return {
        looked: seen.length === 2 ? ('partly' as const) : ('whole' as const),
        boxes: [{ x: 2 + seen.length, y: 2, width: 6, height: 4, kind: 'text' as const }],
      }
    },
    stop: async () => {},
  }
  const id = await series([1, 2, 3, 4, 5])
  await findPlacesIn({ ...deps, placeFinder }, id)
  expect(seen).toHaveLength(4)
  const review = await showImageReview(deps, asker, id)
  expect(review.boxes).toEqual([{ x: 3, y: 2, width: 9, height: 4, kind: 'text', kept: false }])
  expect(review.searched).toBe('partly')
})

test('where a device is known to write, covering is offered, whether anything is read there or not; the device itself is forgotten', async () => {
  const said = { '00080070': { vr: 'LO', Value: ['Philips Medical Systems'] }, '00081090': { vr: 'LO', Value: ['CX50'] } }
  const bytes = aDicom({ frames: [new Array(100 * columns).fill(1)], rows: 100, columns, modality: 'US', more: said })
  const { id } = await takeImage(deps, asker, { bytes, key: randomUUID() })
  await findPlacesIn(deps, id)
  expect((await showImageReview(deps, asker, id)).boxes).toEqual([{ x: 0, y: 0, width: columns, height: 59, kind: 'text', kept: false }])
  expect(JSON.stringify(await deps.db.selectFrom('image').selectAll().where('id', '=', id).execute())).not.toMatch(/Philips|CX50/)
})
