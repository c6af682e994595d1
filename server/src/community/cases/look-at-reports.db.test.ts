import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aCommunity, lookedAt } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { codeOf } from '#server/testing/codeOf.ts'
import type { Member } from '../../access.ts'
import { maySeeThread } from '../discussion/may-see-thread.ts'
import { fileOf } from '../media/media.rules.ts'
import { showImage } from '../media/show-image.ts'
import { removeImageFiles, takeImage } from '../media/take-image.ts'
import { listNotifications } from '../notifications/list-notifications.ts'
import { withdrawCase } from './change-case.ts'
import { listImageReports, settleImageReport } from './look-at-reports.ts'
import { postCase } from './post-case.ts'
import { showCase } from './show-case.ts'
import { tellRecognisable, withdrawConsent } from './take-images-away.ts'

const { deps, aDoctor, moveClock } = await aCommunity()
let asker: Member
let reporter: Member
let colleague: Member
let moderator: Member
beforeAll(async () => {
  asker = await aDoctor('general-practice.MX')
  reporter = await aDoctor('pediatric-cardiology.IE')
  colleague = await aDoctor('pediatric-cardiology.GB')
  // Of another specialty than the case asks: it is not theirs to read.
  moderator = { ...(await aDoctor('dermatology.ES')), moderator: true }
})

const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#355' } })
  .jpeg()
  .toBuffer()
let caseId: string
let imageId: string
beforeEach(async () => {
  imageId = (await takeImage(deps, asker, { bytes, key: randomUUID() })).id
  await lookedAt(deps, asker, imageId)
  const images = [{ imageId, caption: 'Molde bronquial', kind: 'photo' as const }]
  const form = aForm({ consent: 'written', audience: 'specialties', images })
  caseId = (await postCase(deps, asker, { form, draftId: null, key: randomUUID() })).id
})

const look = (member: Member) =>
  showImage(deps, (who, thread) => maySeeThread(deps, who, thread), member, { imageId, variant: 'full', known: undefined })
const desk = async (member = moderator) =>
  JSON.parse((await listImageReports(deps, member)).text).items.filter(({ image }: { image: { id: string } }) => image.id === imageId)
const settle = (bringBack: boolean, by = moderator) => {
  // Some time after it was reported: what is told comes in the order it happened.
  moveClock(1_000)
  return settleImageReport(deps, by, imageId, bringBack)
}
const toldOf = async (member: Member) =>
  (await listNotifications(deps, member, {})).items.filter(({ about }) => about === caseId).map(({ kind }) => kind)
const shown = async () => JSON.parse((await showCase(deps, colleague, caseId)).text)

describe('an image that was reported', () => {
  test('stands at the desk with its caption and what was said of it, and only moderators see it', async () => {
    expect(await desk()).toEqual([])
    await tellRecognisable(deps, reporter, imageId)
    expect(await desk()).toMatchObject([
      { caseId, shows: 'nobody', consent: 'written', maySettle: true, image: { id: imageId, caption: { body: 'Molde bronquial' } } },
    ])
    expect((await look(moderator)).status).toBe(200)
    for (const member of [asker, reporter, colleague]) expect(await codeOf(look(member))).toBe('image.gone')
    expect(await codeOf(look({ ...moderator, lapsed: true }))).toBe('image.not-found')
    expect(await toldOf(asker)).toEqual(['image-hidden'])
  })

  test('is brought back for all who could see it, with its caption; asker and reporter are told', async () => {
    await tellRecognisable(deps, reporter, imageId)
    expect(await settle(true)).toEqual({ state: 'brought-back' })
    for (const member of [asker, reporter, colleague]) expect((await look(member)).status).toBe(200)
    expect(await codeOf(look(moderator))).toBe('image.not-found')
    expect(await shown()).toMatchObject({ images: [{ id: imageId, caption: { body: 'Molde bronquial' } }], imagesGone: 0 })
    expect(await desk()).toEqual([])
    expect(await toldOf(asker)).toEqual(['image-back', 'image-hidden'])
    expect(await toldOf(reporter)).toEqual(['image-back'])
  })

  test('is removed for good, files and caption; asker and reporter are told', async () => {
    await tellRecognisable(deps, reporter, imageId)
    expect(await settle(false)).toEqual({ state: 'removed' })
    await removeImageFiles(deps, imageId)
    expect(await deps.files.get(fileOf(imageId, 'full'))).toBeNull()
    expect(await codeOf(look(moderator))).toBe('image.not-found')
    expect(await shown()).toMatchObject({ images: [], imagesGone: 1 })
    const captions = await deps.db.selectFrom('image').select('caption_text_id').where('id', '=', imageId).execute()
    expect(captions).toEqual([{ caption_text_id: null }])
    expect(await toldOf(reporter)).toEqual(['image-removed'])
    expect(await toldOf(asker)).toEqual(['image-removed', 'image-hidden'])
  })
})

describe('who decides', () => {
  test('neither its asker nor who reported it, moderator or not', async () => {
    await tellRecognisable(deps, reporter, imageId)
    for (const member of [asker, reporter]) {
      const as = { ...member, moderator: true }
      expect(await desk(as)).toMatchObject([{ maySettle: false }])
      expect(await codeOf(settle(true, as))).toBe('image.report-own')
      expect(await codeOf(settle(false, as))).toBe('image.report-own')
    }
    expect(await desk()).toHaveLength(1)
  })

  test('nobody over an image that nobody reported, and nobody twice', async () => {
    expect(await codeOf(settle(true))).toBe('image.not-found')
    await tellRecognisable(deps, reporter, imageId)
    await settle(true)
    expect(await settle(true)).toEqual({ state: 'brought-back' })
    expect(await codeOf(settle(false))).toBe('image.report-settled')
    expect(await codeOf(settle(true, { ...(await aDoctor('surgery.US')), moderator: true }))).toBe('image.report-settled')
    expect((await look(colleague)).status).toBe(200)
  })
})

describe('after it was brought back', () => {
  test('who reported it does not hide it again; another does, and a moderator looks again', async () => {
    await tellRecognisable(deps, reporter, imageId)
    await settle(true)
    expect(await codeOf(tellRecognisable(deps, reporter, imageId))).toBe('image.report-settled')
    expect((await look(colleague)).status).toBe(200)
    expect(await tellRecognisable(deps, colleague, imageId)).toEqual({ files: 'kept' })
    expect(await codeOf(look(reporter))).toBe('image.gone')
    expect(await settle(false)).toEqual({ state: 'removed' })
    expect(await codeOf(tellRecognisable(deps, reporter, imageId))).toBe('image.report-settled')
  })
})

test('two who report it wait for one look; said twice by one it is one report', async () => {
  await tellRecognisable(deps, reporter, imageId)
  expect(await tellRecognisable(deps, reporter, imageId)).toEqual({ files: 'kept' })
  await tellRecognisable(deps, colleague, imageId)
  expect(await desk()).toHaveLength(1)
  await settle(true)
  expect(await toldOf(reporter)).toEqual(['image-back'])
  expect(await toldOf(colleague)).toEqual(['image-back'])
})

test('taken away by its asker or with its case, it waits for nobody', async () => {
  await tellRecognisable(deps, reporter, imageId)
  expect(await tellRecognisable(deps, asker, imageId)).toEqual({ files: 'removed' })
  expect(await desk()).toEqual([])
  expect(await codeOf(settle(true))).toBe('image.report-settled')
  expect(await codeOf(look(moderator))).toBe('image.not-found')

  const other = (await takeImage(deps, asker, { bytes, key: randomUUID() })).id
  await lookedAt(deps, asker, other)
  const form = aForm({ consent: 'written', audience: 'everyone', images: [{ imageId: other, caption: '', kind: 'photo' }] })
  const { id } = await postCase(deps, asker, { form, draftId: null, key: randomUUID() })
  await tellRecognisable(deps, reporter, other)
  await withdrawCase(deps, asker, id)
  imageId = other
  expect(await desk()).toEqual([])
})

test('gone for good before anybody reported it, it is neither hidden nor brought back', async () => {
  await withdrawConsent(deps, asker, caseId)
  expect(await tellRecognisable(deps, reporter, imageId)).toEqual({ files: 'removed' })
  expect(await desk()).toEqual([])
  expect(await codeOf(settle(true))).toBe('image.not-found')
  expect(await toldOf(asker)).toEqual([])
})

test('a moderator decides while a second doctor reports: one waits for the other', async () => {
  await tellRecognisable(deps, reporter, imageId)
  const [settled, told] = await Promise.all([codeOf(settle(false)), codeOf(tellRecognisable(deps, colleague, imageId))])
  expect([settled, told]).toEqual(['done', 'done'])
  expect(await desk()).toEqual([])
})
