import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { aCommunity, lookedAt } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import type { Member } from '../../access.ts'
import { maySeeThread } from '../discussion/may-see-thread.ts'
import { fileOf, variantNames } from '../media/media.rules.ts'
import { showImage } from '../media/show-image.ts'
import { removeImageFiles, takeImage } from '../media/take-image.ts'
import { withdrawCase } from './change-case.ts'
import { postCase } from './post-case.ts'
import { showCase } from './show-case.ts'
import { tellRecognisable, withdrawConsent } from './take-images-away.ts'

const { deps, aDoctor } = await aCommunity()
let asker: Member
let colleague: Member
let outsider: Member
beforeAll(async () => {
  asker = await aDoctor('general-practice.MX')
  colleague = await aDoctor('pediatric-cardiology.GB')
  outsider = await aDoctor('dermatology.ES')
})

const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#355' } })
  .jpeg()
  .toBuffer()
const posted = async (images = 2) => {
  const ids: string[] = []
  for (let at = 0; at < images; at += 1) {
    const { id } = await takeImage(deps, asker, { bytes, key: randomUUID() })
    await lookedAt(deps, asker, id)
    ids.push(id)
  }
  const form = aForm({
    consent: 'written',
    audience: 'specialties',
    images: ids.map((imageId) => ({ imageId, caption: 'Molde', kind: 'photo' })),
  })
  const { id: caseId } = await postCase(deps, asker, { form, draftId: null, key: randomUUID() })
  return { caseId, ids, first: ids[0] ?? '' }
}
const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no refusal',
    (error: { code?: string }) => error.code ?? String(error),
  )
const look = (member: Member, imageId: string, variant: (typeof variantNames)[number], known?: string) =>
  showImage(deps, (who, thread) => maySeeThread(deps, who, thread), member, { imageId, variant, known })
const shown = async (caseId: string, member = colleague) => {
  const { images, imagesGone } = JSON.parse((await showCase(deps, member, caseId)).text)
  return { images: images.map(({ id }: { id: string }) => id), imagesGone }
}

test('consent withdrawn, every variant of every image is gone for everybody, also for who has it and asks whether it is still the same', async () => {
  const { caseId, ids, first } = await posted()
  const { etag } = (await look(colleague, first, 'full')).headers
  expect(await withdrawConsent(deps, asker, caseId)).toEqual({ images: 2 })
  for (const id of ids)
    for (const variant of variantNames)
      for (const member of [asker, colleague]) expect(await refusal(look(member, id, variant))).toBe('image.gone')
  expect(await refusal(look(colleague, first, 'full', etag))).toBe('image.gone')
  expect(await shown(caseId)).toEqual({ images: [], imagesGone: 2 })
  await removeImageFiles(deps, first)
  for (const variant of variantNames) expect(await deps.files.get(fileOf(first, variant))).toBeNull()
  expect(await withdrawConsent(deps, asker, caseId)).toEqual({ images: 0 })
})

test('only its asker withdraws consent, and only for a case that is there', async () => {
  const { caseId } = await posted(1)
  expect(await refusal(withdrawConsent(deps, colleague, caseId))).toBe('case.not-yours')
  expect(await refusal(withdrawConsent(deps, outsider, caseId))).toBe('case.not-found')
  await withdrawCase(deps, asker, caseId)
  expect(await refusal(withdrawConsent(deps, asker, caseId))).toBe('case.gone')
})

test('an image in which somebody recognises the patient is gone for all at once; the others stay, and its files wait out of reach', async () => {
  const { caseId, ids, first } = await posted()
  expect(await tellRecognisable(deps, colleague, first)).toEqual({ files: 'kept' })
  for (const member of [asker, colleague]) expect(await refusal(look(member, first, 'page'))).toBe('image.gone')
  expect(await deps.files.get(fileOf(first, 'full'))).not.toBeNull()
  expect(await shown(caseId)).toEqual({ images: [ids[1]], imagesGone: 1 })
  expect(await tellRecognisable(deps, asker, first)).toEqual({ files: 'removed' })
  expect(await shown(caseId)).toEqual({ images: [ids[1]], imagesGone: 1 })
})

test('who may not see an image cannot take it away, and learns nothing of it; nor one that no case shows', async () => {
  const { first } = await posted(1)
  expect(await refusal(tellRecognisable(deps, outsider, first))).toBe('image.not-found')
  expect((await look(colleague, first, 'page')).status).toBe(200)
  const { id } = await takeImage(deps, asker, { bytes, key: randomUUID() })
  expect(await refusal(tellRecognisable(deps, asker, id))).toBe('image.not-found')
  expect(await refusal(tellRecognisable(deps, asker, randomUUID()))).toBe('image.not-found')
})
