import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CoverShape, variants } from '#contract/community/media.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import type { Member } from '../../access.ts'
import { postCase } from '../cases/post-case.ts'
import type { Deps } from '../deps.ts'
import { lookForPlaces } from './look-for-places.ts'
import { fileOf, variantNames } from './media.rules.ts'
import type { Box, FoundPlace, Looked } from './PlaceFinder.ts'
import { reviewImage, showImageReview } from './review-image.ts'
import { takeImage } from './take-image.ts'

const community = await aCommunity()
const { aDoctor } = community
let found: readonly FoundPlace[] | Error
let looked: Looked
const deps: Deps = {
  ...community.deps,
  placeFinder: {
    find: async () => {
      if (found instanceof Error) throw found
      return { looked, boxes: found }
    },
    stop: async () => {},
  },
}
const name: FoundPlace = { x: 100, y: 60, width: 400, height: 50, kind: 'text' }
let asker: Member
let colleague: Member
beforeAll(async () => {
  asker = await aDoctor('general-practice.MX')
  colleague = await aDoctor('cardiology.GB')
})
beforeEach(() => {
  found = [name]
  looked = 'whole'
})

const white = await sharp({ create: { width: 1_600, height: 1_200, channels: 3, background: '#fff' } })
  .jpeg()
  .toBuffer()
const taken = async ({ read = true } = {}): Promise<string> => {
  const { id } = await takeImage(deps, asker, { bytes: white, key: randomUUID() })
  if (read) await lookForPlaces(deps, id)
  return id
}
const review = (
  id: string,
  more: { revision?: number; boxes?: ('cover' | 'keep')[]; shapes?: CoverShape[]; shows?: 'nobody' | 'patient' } = {},
  { by = asker, key = randomUUID() as string } = {},
) => reviewImage(deps, by, id, { review: { revision: 1, boxes: ['cover'], shapes: [], shows: 'nobody', ...more }, key })
const post = (imageId: string, { consent = 'written' as 'written' | 'none-needed', by = asker } = {}) =>
  postCase(deps, by, {
    form: aForm({ consent, images: [{ imageId, caption: '', kind: 'photo' }] }),
    draftId: null,
    key: randomUUID(),
  })
const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no refusal',
    (error: { code?: string }) => error.code ?? String(error),
  )
/** The lightest and the darkest grey in a part of a variant, given in pixels of the image as it came. */
const greysIn = async (id: string, variant: (typeof variantNames)[number], box: Box) => {
  const file = (await deps.files.get(fileOf(id, variant))) ?? Buffer.alloc(0)
  const { width = 0 } = await sharp(file).metadata()
  const factor = width / 1_600
  const { channels } = await sharp(
    await sharp(file)
      .extract({
        left: Math.ceil(box.x * factor) + 1,
        top: Math.ceil(box.y * factor) + 1,
        width: Math.max(1, Math.floor(box.width * factor) - 3),
        height: Math.max(1, Math.floor(box.height * factor) - 3),
      })
      .greyscale()
      .png()
      .toBuffer(),
  ).stats()
  return { darkest: channels[0]?.min ?? -1, lightest: channels[0]?.max ?? -1 }
}

describe('before an image is shown', () => {
  test('text and faces are looked for, once, and only the places are kept', async () => {
    const face: FoundPlace = { x: 700, y: 400, width: 200, height: 260, kind: 'face' }
    found = [name, face]
    const id = await taken({ read: false })
    expect(await showImageReview(deps, asker, id)).toMatchObject({ searched: 'waiting', boxes: [], shows: null })
    await lookForPlaces(deps, id)
    found = []
    await lookForPlaces(deps, id)
    expect(await showImageReview(deps, asker, id)).toMatchObject({
      searched: 'whole',
      boxes: [
        { ...name, kept: false },
        { ...face, kept: false },
      ],
      shows: null,
    })
  })

  test('no case is posted with one that nobody has looked at, by any route', async () => {
    const unread = await taken({ read: false })
    expect(await refusal(post(unread))).toBe('image.not-reviewed')
    expect(await refusal(review(unread, { boxes: [] }))).toBe('image.being-read')
    const unseen = await taken()
    expect(await refusal(post(unseen))).toBe('image.not-reviewed')
    await expect(
      deps.db
        .updateTable('image')
        .set({ thread_id: randomUUID(), uploader_tag: null, kind: 'photo', position: 0 })
        .where('id', '=', unseen)
        .execute(),
    ).rejects.toThrow('image__looked_at_before_it_is_shown')
    await review(unseen)
    expect(await refusal(post(unseen))).toBe('no refusal')
  })

  test('every found place is decided', async () => {
    const id = await taken()
    expect(await refusal(review(id, { boxes: [] }))).toBe('image.boxes-open')
    expect(await refusal(review(id, { boxes: ['cover', 'keep'] }))).toBe('image.boxes-open')
    expect(await review(id, { boxes: ['keep'] })).toMatchObject({ revision: 1, boxes: [{ ...name, kept: true }], shows: 'nobody' })
  })

  test.each(['partly', 'not'] as const)('one that was looked at %s is shown once its doctor has looked, and never before', async (how) => {
    looked = how
    found = how === 'not' ? [] : [name]
    const id = await taken()
    expect(await showImageReview(deps, asker, id)).toMatchObject({ searched: how, shows: null })
    expect(await refusal(post(id))).toBe('image.not-reviewed')
    expect(await review(id, { boxes: how === 'not' ? [] : ['cover'] })).toMatchObject({ searched: how, shows: 'nobody' })
    expect(await refusal(post(id))).toBe('no refusal')
  })

  test('one that cannot be decoded cannot be shown', async () => {
    found = new Error('no image')
    const id = await taken()
    expect(await refusal(review(id, { boxes: [] }))).toBe('image.cannot-be-read')
    expect(await refusal(post(id))).toBe('image.cannot-be-read')
  })

  test('a patient who can be recognised is shown only with consent', async () => {
    const id = await taken()
    await review(id, { shows: 'patient' })
    expect(await refusal(post(id, { consent: 'none-needed' }))).toBe('image.consent-needed')
    expect(await refusal(post(id, { consent: 'written' }))).toBe('no refusal')
  })

  test('another doctor neither sees nor makes the review, and nobody does once a case shows the image', async () => {
    const id = await taken()
    expect(await refusal(showImageReview(deps, colleague, id))).toBe('image.not-found')
    expect(await refusal(review(id, {}, { by: colleague }))).toBe('image.not-found')
    expect(await refusal(post(id, { by: colleague }))).toBe('image.not-found')
    await review(id)
    await post(id)
    expect(await refusal(review(id, { revision: 2, boxes: [] }))).toBe('image.in-use')
    expect(await refusal(showImageReview(deps, asker, id))).toBe('image.in-use')
    expect(await refusal(showImageReview(deps, asker, randomUUID()))).toBe('image.not-found')
  })
})

describe('what is covered', () => {
  const drawn: Box = { x: 800, y: 700, width: 300, height: 200 }
  const brush: CoverShape = {
    kind: 'brush',
    width: 80,
    points: [
      [200, 1_000],
      [600, 1_000],
    ],
  }

  test('is black in every variant, and nothing else is', async () => {
    const id = await taken()
    await review(id, { shapes: [{ kind: 'box', ...drawn }, brush] })
    for (const variant of variantNames) {
      expect(Object.keys(variants)).toContain(variant)
      for (const box of [name, drawn, { x: 200, y: 965, width: 400, height: 70 }])
        expect((await greysIn(id, variant, box)).lightest, variant).toBeLessThan(16)
      expect((await greysIn(id, variant, { x: 1_200, y: 300, width: 300, height: 200 })).darkest, variant).toBeGreaterThan(240)
    }
  })

  test('leaves no second copy of what was there', async () => {
    const id = await taken()
    const before = await Promise.all(variantNames.map((variant) => deps.files.get(fileOf(id, variant))))
    await review(id)
    const after = await Promise.all(variantNames.map((variant) => deps.files.get(fileOf(id, variant))))
    for (const [at, file] of after.entries()) expect(file?.equals(before[at] ?? Buffer.alloc(0))).toBe(false)
  })

  test('is covered once when the reply was lost, and more can be covered later', async () => {
    const id = await taken()
    const key = randomUUID()
    expect(await review(id, {}, { key })).toMatchObject({ revision: 2, boxes: [] })
    expect(await review(id, {}, { key })).toMatchObject({ revision: 2, boxes: [] })
    expect(await refusal(review(id))).toBe('image.review-stale')
    expect(await review(id, { revision: 2, boxes: [], shapes: [{ kind: 'box', ...drawn }] })).toMatchObject({ revision: 3 })
    expect((await greysIn(id, 'full', drawn)).lightest).toBeLessThan(16)
  })

  test('shapes beyond the edge of the image, and a dot of the brush, are painted as far as they reach', async () => {
    const id = await taken()
    await review(id, {
      shapes: [
        { kind: 'box', x: -50, y: -50, width: 90, height: 90 },
        { kind: 'brush', width: 100, points: [[1_400, 1_000]] },
      ],
    })
    expect((await greysIn(id, 'full', { x: 0, y: 0, width: 38, height: 38 })).lightest).toBeLessThan(16)
    expect((await greysIn(id, 'full', { x: 1_370, y: 970, width: 60, height: 60 })).lightest).toBeLessThan(16)
  })
})
