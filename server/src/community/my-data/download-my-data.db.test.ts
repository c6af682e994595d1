import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { CommentForm } from '#contract/community/discussion.ts'
import { hours } from '#server/platform/time.ts'
import { aCommunity, lookedAt } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { anAnswer } from '#server/testing/anAnswer.ts'
import type { Member } from '../../access.ts'
import { changeSettings } from '../accounts/change-settings.ts'
import { startSession } from '../accounts/sessions.ts'
import { addUpdate, closeCase, withdrawCase } from '../cases/change-case.ts'
import { postCase } from '../cases/post-case.ts'
import { withdrawConsent } from '../cases/take-images-away.ts'
import { correctSentence } from '../corrections/correct-sentence.ts'
import { listSentences } from '../corrections/list-sentences.ts'
import { editComment, takeBackComment } from '../discussion/change-comment.ts'
import { postComment } from '../discussion/post-comment.ts'
import { keepDraft } from '../drafts/keep-draft.ts'
import { proposeTerm } from '../glossary/propose-term.ts'
import { takeImage } from '../media/take-image.ts'
import { muteTopics } from '../routing/my-rings.ts'
import type { Translator } from '../texts/Translator.ts'
import { translateWanted } from '../texts/translate-wanted.ts'
import { downloadMyData } from './download-my-data.ts'

const { deps, aDoctor, moveClock } = await aCommunity()
const { db } = deps

/** An engine of which nothing is expected. */
const shouting: Translator = {
  name: 'shouting',
  pairs: () => [],
  translate: async (sentences) => sentences.map((sentence) => ({ text: sentence.text.toUpperCase() })),
  health: async () => ({ ok: true }),
  stop: async () => {},
}

const asText = async (member: Member): Promise<string> => {
  const { body } = await downloadMyData(deps, member, await startSession(deps, member.accountId, null))
  return text(body as NodeJS.ReadableStream)
}
const fileOf = async (member: Member) => JSON.parse(await asText(member))
const ask = async (member: Member, more: Parameters<typeof aForm>[0] = {}) =>
  (await postCase(deps, member, { form: aForm(more), draftId: null, key: randomUUID() })).id
const say = async (member: Member, caseId: string, more: Partial<CommentForm> = {}) =>
  (await postComment(deps, member, caseId, { form: anAnswer(more), key: randomUUID() })).id

describe('what a member takes away', () => {
  test('is every case and comment they wrote, as they wrote it, and what they chose', async () => {
    const [asker, answerer] = [
      await aDoctor('general-practice.MX', { language: 'es' }),
      await aDoctor('cardiology.GB', { name: 'Ann Invented' }),
    ]
    const mine = await ask(asker, {
      sections: { history: 'Cinco días de tos.' },
      suspicions: ['Cuerpo extraño'],
      vitals: [{ code: 'spo2', value: '86' }],
    })
    await addUpdate(deps, asker, mine, { form: { language: 'es', text: 'Ya respira mejor.', labs: [] }, key: randomUUID() })
    const answer = await say(answerer, mine, { text: 'Think of a cast.', byline: 'name' })
    await editComment(deps, answerer, answer, { kind: 'answer', language: 'en', text: 'Think of a bronchial cast.' })
    moveClock(1_000)
    const back = await say(answerer, mine, { kind: 'comment', confidence: null, seen: null, text: 'Never mind.', byline: 'name' })
    await takeBackComment(deps, answerer, back)
    await closeCase(deps, asker, mine, {
      language: 'es',
      outcome: { finalDiagnosis: 'Bronquitis plástica', confirmedBy: 'pathology', course: '', learningPoint: '', helped: [answer] },
    })
    await keepDraft(deps, asker, randomUUID(), { revision: 0, form: aForm({ question: 'Aún por escribir' }) })
    await changeSettings(deps, asker, {
      revision: 0,
      language: 'es',
      reads: ['es'],
      interests: ['nephrology'],
      byline: 'anonymous',
      showAtMost: null,
    })
    await muteTopics(deps, asker, ['nephrology'])

    expect(await fileOf(asker)).toMatchObject({
      format: 'consilium.my-data.1',
      madeAt: deps.clock.now().toISOString(),
      account: { label: 'general-practice.MX', name: null, settings: { language: 'es', interests: ['nephrology'] } },
      notifications: { mail: null, perDay: 2 },
      beingAsked: { muted: ['nephrology'], rota: [] },
      drafts: [{ form: { question: 'Aún por escribir' } }],
      cases: [
        {
          id: mine,
          state: 'resolved',
          byline: { kind: 'anonymous', mine: true },
          question: { language: 'es', text: aForm().question, earlier: [] },
          sections: [{ name: 'history', text: { text: 'Cinco días de tos.' } }],
          vitals: [{ code: 'spo2', value: '86' }],
          suspicions: [{ text: 'Cuerpo extraño' }],
          updates: [{ text: { text: 'Ya respira mejor.' } }],
          outcome: { finalDiagnosis: { text: 'Bronquitis plástica' }, confirmedBy: 'pathology', course: null },
        },
      ],
      comments: [],
    })
    expect(await fileOf(answerer)).toMatchObject({
      account: { name: 'Ann Invented' },
      drafts: [],
      cases: [],
      comments: [
        {
          id: answer,
          byline: { kind: 'name', name: 'Ann Invented' },
          takenBackAt: null,
          text: { text: 'Think of a bronchial cast.', earlier: [{ text: 'Think of a cast.' }] },
          case: { id: mine, question: { language: 'es', text: aForm().question } },
        },
        { id: back, takenBackAt: expect.any(String), text: { text: 'Never mind.' } },
      ],
    })
  })

  test('holds the pins they put on images, and no place in an image that is gone', async () => {
    const [asker, answerer] = [await aDoctor(), await aDoctor('cardiology.GB')]
    const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#355' } })
      .jpeg()
      .toBuffer()
    const { id: imageId } = await takeImage(deps, asker, { bytes, key: randomUUID() })
    await lookedAt(deps, asker, imageId)
    const caseId = await ask(asker, { consent: 'written', images: [{ imageId, caption: '', kind: 'photo' }] })
    await say(answerer, caseId, { text: 'Look at pin 1.', pins: [{ number: 1, imageId, frame: 0, x: 30, y: 40 }] })
    expect((await fileOf(answerer)).comments[0].pins).toEqual([{ number: 1, place: { imageId, frame: 0, x: 30, y: 40 } }])
    expect(await asText(asker)).not.toContain('"pins"')
    await withdrawConsent(deps, asker, caseId)
    expect((await fileOf(answerer)).comments[0].pins).toEqual([{ number: 1, place: null }])
  })

  test('holds the sentences they put right and the terms they proposed', async () => {
    const [author, corrector] = [await aDoctor('general-practice.MX', { language: 'es' }), await aDoctor('cardiology.GB')]
    await changeSettings(deps, corrector, {
      revision: 0,
      language: 'en',
      reads: ['en', 'es'],
      interests: [],
      byline: 'anonymous',
      showAtMost: null,
    })
    await ask(author, { question: '¿Tiene fiebre?' })
    const wanted = await db.selectFrom('translation').select('text_id').where('state', '<>', 'ready').execute()
    for (const { text_id } of wanted) await translateWanted({ ...deps, translator: shouting }, text_id, 'en')
    const { text_id: textId } = await db
      .selectFrom('translation')
      .select('text_id')
      .where('body', '=', '¿TIENE FIEBRE?')
      .executeTakeFirstOrThrow()
    const { items } = await listSentences(deps, corrector, textId)
    const form = { key: items[0]?.key ?? '', language: 'en', target: 'Is there a fever?', confirmed: false } as const
    await correctSentence(deps, corrector, textId, { key: randomUUID(), form })
    const cast = {
      class: 'noun',
      en: 'cast',
      es: 'molde',
      gender: 'm',
      plural: {},
      onlyFrom: null,
      specialties: [],
      isDrug: false,
    } as const
    await proposeTerm(deps, corrector, { key: randomUUID(), form: { term: { ...cast, specialties: [] }, replaces: null } })
    const { corrections, terms } = await fileOf(corrector)
    expect(corrections).toMatchObject([{ sentence: 'Is there a fever?', of: { original: '¿Tiene fiebre?', before: '¿TIENE FIEBRE?' } }])
    expect(terms).toMatchObject([{ term: { en: 'cast', es: 'molde' }, state: 'proposed' }])
  })

  test('is whole and in order however much it is, and nothing stands in it twice', async () => {
    const [asker, writer] = [await aDoctor(), await aDoctor('cardiology.GB')]
    const cases: string[] = []
    for (let number = 0; number < 60; number += 1) {
      moveClock(1_000)
      cases.push(await ask(asker, { question: `Question ${number}?`, language: 'en' }))
    }
    for (const caseId of cases) {
      moveClock(1_000)
      await say(writer, caseId)
    }
    expect((await fileOf(asker)).cases.map(({ id }: { id: string }) => id)).toEqual(cases)
    expect((await fileOf(writer)).comments.map((one: { case: { id: string } }) => one.case.id)).toEqual(cases)
  })
})

describe('what is not theirs to take away', () => {
  test('no word of anybody else stands in it but the question, and no account', async () => {
    const [asker, answerer, reader] = [await aDoctor(), await aDoctor('cardiology.GB', { name: 'Ann Invented' }), await aDoctor()]
    const caseId = await ask(asker, { sections: { history: 'Cinco días de tos.' } })
    await say(answerer, caseId, { text: 'Think of a cast.', byline: 'name' })
    await say(asker, caseId, { kind: 'comment', confidence: null, seen: null, text: 'Thank you.' })
    const [asked, answered, other] = [await asText(asker), await asText(answerer), await asText(reader)]
    expect(asked).toContain('Cinco días de tos.')
    expect(asked).not.toMatch(/Think of a cast|Ann Invented/)
    expect(answered).toContain('Think of a cast.')
    expect(answered).not.toMatch(/Cinco días|Thank you/)
    expect(JSON.parse(other)).toMatchObject({ cases: [], comments: [], corrections: [], terms: [], drafts: [] })
    for (const { accountId } of [asker, answerer, reader])
      for (const file of [asked, answered, other]) expect(file).not.toContain(accountId)
  })

  test('a question is not in it once it was withdrawn; what they said to it is', async () => {
    const [asker, answerer] = [await aDoctor(), await aDoctor('cardiology.GB')]
    const caseId = await ask(asker)
    await say(answerer, caseId, { text: 'Think of a cast.' })
    moveClock(hours)
    await withdrawCase(deps, asker, caseId)
    expect((await fileOf(answerer)).comments).toMatchObject([{ text: { text: 'Think of a cast.' }, case: { id: caseId, question: null } }])
  })

  test('every table that names an account or a byline is in it, or is left out for a reason', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct table_name as name from information_schema.columns
      where table_schema = 'public' and column_name in ('account_id', 'byline_id', 'asker_byline_id')
    `.execute(db)
    const inside = [
      'account_settings',
      'byline',
      'comment',
      'correction',
      'draft',
      'glossary_change',
      'notification_address',
      'notification_settings',
    ]
    const rings = ['ring_duty', 'ring_mute', 'ring_pause', 'ring_rota', 'ring_topic']
    const leftOut = {
      // What others did, or the product worked out: nobody wrote or chose it.
      notification: 'what others did',
      image_report: 'one tap with no word of theirs, for a moderator',
      ring_alert: 'whom the rings chose',
      ring_member: 'worked out from settings',
      alert_budget: 'how often somebody was asked',
      // Gone by themselves within the hour.
      ring_claim: 'said in the case while it holds',
      notification_code: 'a code on its way',
      // Keys: in a file they would only be there to be stolen. The devices are named.
      passkey: 'keys',
      session: 'keys',
    }
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...inside, ...rings, 'thread', ...Object.keys(leftOut)].toSorted())
  })
})
