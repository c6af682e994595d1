import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCommunity, lookedAt } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { anAnswer } from '#server/testing/anAnswer.ts'
import { codeOf } from '#server/testing/codeOf.ts'
import type { Member } from '../../access.ts'
import { maySeeThread } from '../discussion/may-see-thread.ts'
import { postComment } from '../discussion/post-comment.ts'
import { showImage } from '../media/show-image.ts'
import { takeImage } from '../media/take-image.ts'
import { listCases } from './list-cases.ts'
import { postCase } from './post-case.ts'
import { showCase } from './show-case.ts'

const { deps, aDoctor } = await aCommunity()
let lapsed: Member
let own: { id: string; image: string }
let others: { id: string; image: string }

const aPhoto = async (member: Member): Promise<string> => {
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#254' } })
    .png()
    .toBuffer()
  const { id } = await takeImage(deps, member, { bytes, key: randomUUID() })
  await lookedAt(deps, member, id)
  return id
}
const ask = async (member: Member) => {
  const image = await aPhoto(member)
  const form = aForm({ images: [{ imageId: image, caption: 'Molde', kind: 'photo' }], consent: 'written' })
  return { id: (await postCase(deps, member, { form, draftId: null, key: randomUUID() })).id, image }
}
const look = (imageId: string) =>
  codeOf(
    showImage(deps, (member, threadId) => maySeeThread(deps, member, threadId), lapsed, { imageId, variant: 'page', known: undefined }),
  )

beforeAll(async () => {
  const [member, colleague] = [await aDoctor('general-practice.MX', { language: 'es' }), await aDoctor('cardiology.GB')]
  own = await ask(member)
  others = await ask(colleague)
  await postComment(deps, colleague, own.id, { form: anAnswer({ text: 'Think of a cast.' }), key: randomUUID() })
  await postComment(deps, member, others.id, { form: anAnswer(), key: randomUUID() })
  lapsed = { ...member, lapsed: true }
})

describe('a member whose time is over', () => {
  test('reads their own case with what was answered and shown in it', async () => {
    expect(JSON.parse((await showCase(deps, lapsed, own.id)).text)).toMatchObject({
      mine: true,
      comments: [{ text: { original: null, body: 'Think of a cast.' } }],
      images: [{ id: own.image }],
    })
    expect(await look(own.image)).toBe('done')
  })

  test('reads no case of anybody else, not even one they answered, nor an image in it', async () => {
    expect(await codeOf(showCase(deps, lapsed, others.id))).toBe('case.not-found')
    expect(await look(others.image)).toBe('image.not-found')
  })

  test('finds in every list only what they asked', async () => {
    const idsOf = async (list: 'latest' | 'unanswered' | 'for-you' | 'resolved') =>
      JSON.parse((await listCases(deps, lapsed, { list })).text).items.map(({ id }: { id: string }) => id)
    expect(await idsOf('latest')).toEqual([own.id])
    for (const list of ['unanswered', 'for-you', 'resolved'] as const) expect(await idsOf(list)).toEqual([])
  })
})
