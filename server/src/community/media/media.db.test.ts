import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { variants } from '#contract/community/media.ts'
import { aCommunity, lookedAt } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import type { Member } from '../../access.ts'
import { withdrawCase } from '../cases/change-case.ts'
import { postCase } from '../cases/post-case.ts'
import { tellRecognisable } from '../cases/take-images-away.ts'
import { undoPosting } from '../cases/undo-posting.ts'
import { maySeeThread } from '../discussion/may-see-thread.ts'
import { fileOf } from './media.rules.ts'
import { showImage } from './show-image.ts'
import { discardImage, dropNeverShown, removeImageFiles, takeImage } from './take-image.ts'

const { deps, aDoctor, moveClock } = await aCommunity()
const animation = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#000' } })
  .gif()
  .toBuffer()
let asker: Member
let colleague: Member
let dermatologist: Member
beforeAll(async () => {
  asker = await aDoctor('general-practice.MX')
  colleague = await aDoctor('pediatric-cardiology.GB')
  dermatologist = await aDoctor('dermatology.ES')
})

const photo = (width = 1_600, height = 1_200, canary = 'Clínica Canario') =>
  sharp({ create: { width, height, channels: 3, background: '#355' } })
    .withExif({ IFD0: { ImageDescription: canary, Artist: canary }, IFD3: { GPSLatitude: '40/1 39/1 0/1' } })
    .jpeg()
    .toBuffer()
const take = async (bytes: Buffer, member = asker, key: string = randomUUID()) => takeImage(deps, member, { bytes, key })
const show = (member: Member, imageId: string, known?: string) =>
  showImage(deps, (who, thread) => maySeeThread(deps, who, thread), member, { imageId, variant: 'page', known })
const refusal = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no refusal',
    (error: { code?: string }) => error.code ?? String(error),
  )
const posted = async (imageId: string, more = {}) => {
  await lookedAt(deps, asker, imageId)
  return (
    await postCase(deps, asker, {
      form: aForm({ consent: 'written', images: [{ imageId, caption: 'Regla en cm.', kind: 'photo' }], ...more }),
      draftId: null,
      key: randomUUID(),
    })
  ).id
}

describe('what comes in', () => {
  test('is encoded anew in every variant, with no metadata left and no original kept', async () => {
    const original = await photo()
    expect(original.includes('Canario')).toBe(true)
    const { id, width, height } = await take(original)
    expect([width, height]).toEqual([1_600, 1_200])
    for (const variant of ['thumb', 'page', 'full'] as const) {
      const file = await deps.files.get(fileOf(id, variant))
      const found = await sharp(file ?? Buffer.alloc(0)).metadata()
      expect(found).toMatchObject({ format: 'webp' })
      expect(Math.max(found.width, found.height)).toBeLessThanOrEqual(variants[variant])
      expect([found.exif, found.icc, found.xmp, found.iptc]).toEqual([undefined, undefined, undefined, undefined])
      expect(file?.includes('Canario')).toBe(false)
    }
  })

  test('stands upright: the orientation a camera noted is applied to the pixels', async () => {
    const lying = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#fff' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(await take(lying)).toMatchObject({ width: 200, height: 400 })
  })

  test('the same upload sent again is the same image', async () => {
    const key = randomUUID()
    const bytes = await photo(300, 200)
    expect((await take(bytes, asker, key)).id).toBe((await take(bytes, asker, key)).id)
    expect((await take(bytes, colleague, key)).id).not.toBe((await take(bytes, asker, key)).id)
  })

  test.each([
    ['not an image', Buffer.from('Dear colleague'), 'image.kind-refused'],
    [
      'a drawing with code in it',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'),
      'image.kind-refused',
    ],
    ['an animation format', animation, 'image.kind-refused'],
  ])('%s is refused', async (_what, bytes, code) => {
    expect(await refusal(take(bytes))).toBe(code)
  })

  test('a file cut off in the middle is refused', async () => {
    const whole = await sharp({
      create: { width: 900, height: 900, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 60 }, background: '#000' },
    })
      .jpeg()
      .toBuffer()
    expect(await refusal(take(whole.subarray(0, whole.length / 2)))).toBe('image.unreadable')
  })

  test('more pixels than the limit are refused before they are decoded', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await refusal(take(bomb))).toBe('image.too-many-pixels')
  })
})

describe('who may see it', () => {
  test('only its uploader until a case shows it; then those who may see the case; never a stranger', async () => {
    const { id } = await take(await photo(300, 200))
    expect((await show(asker, id)).status).toBe(200)
    expect(await refusal(show(colleague, id))).toBe('image.not-found')
    await posted(id, { audience: 'specialties' })
    expect((await show(colleague, id)).headers['cache-control']).toBe('private, no-cache')
    expect(await refusal(show(dermatologist, id))).toBe('image.not-found')
    expect(await refusal(show(colleague, randomUUID()))).toBe('image.not-found')
  })

  test('asked again with what the browser has, it is not sent again', async () => {
    const { id } = await take(await photo(300, 200))
    const first = await show(asker, id)
    expect((await show(asker, id, first.headers['etag'])).status).toBe(304)
  })

  test('withdrawn with its case it is gone for all, and its files with it', async () => {
    const { id } = await take(await photo(300, 200))
    await withdrawCase(deps, asker, await posted(id))
    expect(await refusal(show(colleague, id))).toBe('image.gone')
    await removeImageFiles(deps, id)
    expect(await deps.files.get(fileOf(id, 'full'))).toBeNull()
  })

  test('another doctor neither posts nor discards it; its uploader does not discard what a case shows', async () => {
    const { id } = await take(await photo(300, 200))
    expect(await refusal(discardImage(deps, colleague, id))).toBe('image.not-found')
    const form = aForm({ consent: 'written', images: [{ imageId: id, caption: '', kind: 'photo' }] })
    expect(await refusal(postCase(deps, colleague, { form, draftId: null, key: randomUUID() }))).toBe('image.not-found')
    await posted(id)
    expect(await refusal(discardImage(deps, asker, id))).toBe('image.in-use')
  })

  test('undoing the post gives it back to its uploader', async () => {
    const { id } = await take(await photo(300, 200))
    await undoPosting(deps, asker, await posted(id))
    expect((await show(asker, id)).status).toBe(200)
    expect(await refusal(show(colleague, id))).toBe('image.not-found')
  })

  test('the post is not undone once an image of it was taken away', async () => {
    const { id } = await take(await photo(300, 200))
    const caseId = await posted(id)
    await tellRecognisable(deps, colleague, id)
    expect(await refusal(undoPosting(deps, asker, caseId))).toBe('case.undo-too-late')
    expect(await refusal(show(asker, id))).toBe('image.gone')
  })
})

test('what nobody posted within a week is thrown away', async () => {
  const { id } = await take(await photo(300, 200))
  moveClock(8 * 24 * 60 * 60_000)
  await dropNeverShown(deps, deps.clock.now())
  expect(await refusal(show(asker, id))).toBe('image.not-found')
})
