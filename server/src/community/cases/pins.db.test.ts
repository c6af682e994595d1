import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ShownCase, WithdrawnCase } from '#contract/community/cases.ts'
import type { CommentForm } from '#contract/community/discussion.ts'
import type { PinForm } from '#contract/community/pins.ts'
import { aCommunity, lookedAt } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { anAnswer } from '#server/testing/anAnswer.ts'
import type { Member } from '../../access.ts'
import { editComment, restoreComment, takeBackComment } from '../discussion/change-comment.ts'
import { postComment } from '../discussion/post-comment.ts'
import { takeImage } from '../media/take-image.ts'
import { closeCase, withdrawCase } from './change-case.ts'
import { postCase } from './post-case.ts'
import { showCase } from './show-case.ts'
import { showWithdrawnCase } from './show-withdrawn-case.ts'
import { tellRecognisable, withdrawConsent } from './take-images-away.ts'

const { deps, aDoctor } = await aCommunity()
let asker: Member
let cardiologist: Member
let pathologist: Member
let outsider: Member
beforeAll(async () => {
  asker = await aDoctor('general-practice.MX', { language: 'es' })
  cardiologist = await aDoctor('pediatric-cardiology.GB')
  pathologist = await aDoctor('family-medicine.ES', { language: 'es' })
  outsider = await aDoctor('dermatology.ES')
})

const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#355' } })
  .jpeg()
  .toBuffer()
const posted = async () => {
  const { id: imageId } = await takeImage(deps, asker, { bytes, key: randomUUID() })
  await lookedAt(deps, asker, imageId)
  const form = aForm({ consent: 'written', audience: 'specialties', images: [{ imageId, caption: 'Molde', kind: 'photo' }] })
  const { id: caseId } = await postCase(deps, asker, { form, draftId: null, key: randomUUID() })
  const pin = (more: Partial<PinForm> = {}): PinForm => ({ number: 1, imageId, frame: 0, x: 120, y: 80, ...more })
  const say = (
    member: Member,
    pins: PinForm[],
    text = 'Look at pin 1.',
    { key = randomUUID() as string, ...more }: Partial<CommentForm> & { key?: string } = {},
  ) => postComment(deps, member, caseId, { form: anAnswer({ text, pins, ...more }), key })
  return { caseId, imageId, pin, say }
}
const read = async (member: Member, id: string): Promise<ShownCase> => JSON.parse((await showCase(deps, member, id)).text)
const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no refusal',
    (error: { code?: string }) => error.code ?? String(error),
  )
const said = async (caseId: string, commentId: string, member = cardiologist) => {
  const comment = (await read(member, caseId)).comments.find(({ id }) => id === commentId)
  return { text: comment?.text?.original?.body ?? comment?.text?.body, pins: comment?.pins }
}

describe('pins of a comment', () => {
  test('are numbered through the case, shown with their place to everybody who may read it, and the text calls them so', async () => {
    const { caseId, imageId, pin, say } = await posted()
    const first = await say(cardiologist, [pin(), pin({ number: 2, x: 10 })], 'Blunt at pin 1, not at pin 2; 2 cm apart.')
    const place = { imageId, frame: 0, x: 120, y: 80 }
    expect(await said(caseId, first.id)).toEqual({
      text: 'Blunt at pin 1, not at pin 2; 2 cm apart.',
      pins: [
        { number: 1, place },
        { number: 2, place: { ...place, x: 10 } },
      ],
    })
    // Written while nobody had put a pin there: its author's own, whatever is called so by now.
    const second = await say(pathologist, [pin({ y: 150 })], 'I would biopsy pin 1.')
    expect(await said(caseId, second.id)).toEqual({ text: 'I would biopsy pin 3.', pins: [{ number: 3, place: { ...place, y: 150 } }] })
    const third = await say(asker, [pin({ number: 4, x: 0 })], 'Pin 1 or pin 4?', { kind: 'comment' })
    expect((await said(caseId, third.id)).text).toBe('Pin 1 or pin 4?')
  })

  test('a text a person wrote in both languages calls them the same in both', async () => {
    const { caseId, pin, say } = await posted()
    await say(cardiologist, [pin()])
    const form = anAnswer({ text: 'Biopsy pin 1.', pins: [pin()] })
    const { id } = await postComment(deps, cardiologist, caseId, { form, key: randomUUID(), alsoIn: { es: 'Biopsia en la marca 1.' } })
    const shown = (await read(pathologist, caseId)).comments.find((comment) => comment.id === id)?.text
    expect([shown?.body, shown?.original?.body]).toEqual(['Biopsia en la marca 2.', 'Biopsy pin 2.'])
  })

  test('posted again with the same key they are there once; with other pins the key is refused', async () => {
    const { caseId, pin, say } = await posted()
    const key = randomUUID()
    await say(pathologist, [pin()])
    const first = await say(cardiologist, [pin()], 'Look at pin 1.', { key })
    expect(await say(cardiologist, [pin()], 'Look at pin 1.', { key })).toEqual(first)
    expect(await refusal(say(cardiologist, [pin({ x: 5 })], 'Look at pin 1.', { key }))).toBe('request.repeat-differs')
    expect((await read(asker, caseId)).comments.flatMap(({ pins }) => pins)).toHaveLength(2)
  })

  test('of twenty comments at once no two have a number in common', async () => {
    const { caseId, pin, say } = await posted()
    const sent = Array.from({ length: 20 }, (_, at) =>
      say(at % 2 ? cardiologist : pathologist, [pin(), pin({ number: 2 })], 'Pin 1, pin 2.'),
    )
    await Promise.all(sent)
    const { comments } = await read(asker, caseId)
    expect(comments.flatMap(({ pins }) => pins.map(({ number }) => number)).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, at) => at + 1),
    )
    for (const { text, pins } of comments)
      expect(text?.original?.body ?? text?.body).toBe(`Pin ${pins[0]?.number}, pin ${pins[1]?.number}.`)
  })

  test('go with a comment that is taken back and come back with it; their numbers are not given away again', async () => {
    const { caseId, pin, say } = await posted()
    const { id } = await say(cardiologist, [pin()])
    await say(pathologist, [], 'I agree with pin 1.', { kind: 'comment', parentId: id })
    await takeBackComment(deps, cardiologist, id)
    expect(await said(caseId, id)).toEqual({ text: undefined, pins: [] })
    const { id: next } = await say(pathologist, [pin()])
    expect((await said(caseId, next)).pins?.map(({ number }) => number)).toEqual([2])
    await restoreComment(deps, cardiologist, id)
    expect((await said(caseId, id)).pins?.map(({ number }) => number)).toEqual([1])
  })

  test('stay where they are when the words are changed', async () => {
    const { caseId, pin, say } = await posted()
    const { id } = await say(cardiologist, [pin()])
    const before = (await said(caseId, id)).pins
    await editComment(deps, cardiologist, id, { language: 'en', text: 'Pin 1 is what I mean.', kind: 'answer' })
    expect(await said(caseId, id)).toEqual({ text: 'Pin 1 is what I mean.', pins: before })
  })

  test('lose their place with the image; the comment stays and says so', async () => {
    const { caseId, pin, say } = await posted()
    const { id } = await say(cardiologist, [pin()])
    await withdrawConsent(deps, asker, caseId)
    expect(await said(caseId, id)).toEqual({ text: 'Look at pin 1.', pins: [{ number: 1, place: null }] })
    expect(await refusal(say(pathologist, [pin()]))).toBe('comment.pin-image-gone')

    const other = await posted()
    const { id: second } = await other.say(cardiologist, [other.pin()])
    await tellRecognisable(deps, pathologist, other.imageId)
    expect((await said(other.caseId, second)).pins).toEqual([{ number: 1, place: null }])

    await withdrawCase(deps, asker, other.caseId)
    const left: WithdrawnCase = JSON.parse((await showWithdrawnCase(deps, cardiologist, other.caseId)).text)
    expect(left.comments[0]?.pins).toEqual([{ number: 1, place: null }])
  })

  test('a closed case takes them with comments and not with answers', async () => {
    const { caseId, pin, say } = await posted()
    const outcome = { finalDiagnosis: 'Bronquitis plástica', confirmedBy: 'pathology', course: '', learningPoint: '', helped: [] } as const
    await closeCase(deps, asker, caseId, { language: 'es', outcome: { ...outcome, helped: [] } })
    expect(await refusal(say(cardiologist, [pin()]))).toBe('case.closed')
    const { id } = await say(cardiologist, [pin()], 'Look at pin 1.', { kind: 'comment', confidence: null, seen: null })
    expect((await said(caseId, id)).pins).toHaveLength(1)
  })
})

describe('who may not', () => {
  test('whoever may not read the case puts no pin on it, and learns nothing of it', async () => {
    const { caseId, pin, say } = await posted()
    expect(await refusal(say(outsider, [pin()]))).toBe('case.not-found')
    const lapsed = { ...cardiologist, lapsed: true }
    expect(await refusal(say(lapsed, [pin()]))).toBe('case.not-found')
    expect((await read(asker, caseId)).comments).toEqual([])
  })

  test('an image of another case, a place outside, a frame that is not there and a tenth pin are refused, and nothing is said', async () => {
    const { caseId, pin, say } = await posted()
    const other = await posted()
    expect(await refusal(say(cardiologist, [other.pin()]))).toBe('comment.pin-image-gone')
    expect(await refusal(say(cardiologist, [pin({ imageId: randomUUID() })]))).toBe('comment.pin-image-gone')
    expect(await refusal(say(cardiologist, [pin({ x: 300 })]))).toBe('comment.pin-outside')
    expect(await refusal(say(cardiologist, [pin(), pin({ number: 2, frame: 1 })]))).toBe('comment.pin-outside')
    expect(
      await refusal(
        say(
          cardiologist,
          Array.from({ length: 10 }, (_, at) => pin({ number: at + 1 })),
        ),
      ),
    ).toBe('comment.pins-too-many')
    expect((await read(asker, caseId)).comments).toEqual([])
  })
})
