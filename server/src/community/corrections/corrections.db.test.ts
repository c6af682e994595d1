import { beforeAll, describe, expect, test } from 'vitest'
import type { ShownSentence } from '#contract/community/corrections.ts'
import type { Member } from '#server/access.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { anAnswer } from '#server/testing/anAnswer.ts'
import { withdrawCase } from '../cases/change-case.ts'
import { postCase } from '../cases/post-case.ts'
import { showCase } from '../cases/show-case.ts'
import { takeBackComment } from '../discussion/change-comment.ts'
import { postComment } from '../discussion/post-comment.ts'
import { listNotifications } from '../notifications/list-notifications.ts'
import type { Translator } from '../texts/Translator.ts'
import { textSettled } from '../texts/texts.events.ts'
import { translateWanted } from '../texts/translate-wanted.ts'
import { correctSentence } from './correct-sentence.ts'
import { listCorrections } from './list-corrections.ts'
import { listHeldSentences, listSentences } from './list-sentences.ts'
import { settleCorrection, takeBackCorrection } from './settle-correction.ts'

const { deps, aDoctor, moveClock } = await aCommunity()

/** An engine that says what it was given in capitals, and loses every "no". */
const careless: Translator = {
  name: 'careless',
  pairs: () => [],
  translate: async (sentences) => sentences.map(({ text }) => ({ text: text.replace(/\bNo /g, '').toUpperCase() })),
  health: async () => ({ ok: true }),
  stop: async () => {},
}

let asker: Member
let answerer: Member
let bilingual: Member
let second: Member
let caseId: string

beforeAll(async () => {
  asker = await aDoctor('general-practice.MX', { language: 'es' })
  answerer = await aDoctor('cardiology.GB', { language: 'en' })
  bilingual = await readingBoth(await aDoctor('neurology.ES', { language: 'es' }))
  second = await readingBoth(await aDoctor('pathology.GB', { language: 'en' }))
  caseId = await ask()
})

const readingBoth = async (member: Member) => {
  await deps.db
    .updateTable('account_settings')
    .set({ reads: ['en', 'es'] })
    .where('account_id', '=', member.accountId)
    .execute()
  return member
}
const ask = async (more: Parameters<typeof aForm>[0] = {}) => {
  const { id } = await postCase(deps, asker, { form: aForm(more), draftId: null, key: deps.ids.random() })
  await translateAll()
  return id
}
const translateAll = async () => {
  const wanted = await deps.db.selectFrom('translation').select(['text_id', 'language']).where('state', '<>', 'ready').execute()
  for (const { text_id, language } of wanted) await translateWanted({ ...deps, translator: careless }, text_id, language as 'en' | 'es')
}
/** What the answerer says in English; answers the text as a Spanish reader gets it. */
const say = async (text: string, into = caseId, reader = bilingual) => {
  const { id } = await postComment(deps, answerer, into, { form: anAnswer({ text }), key: deps.ids.random() })
  await translateAll()
  return read(id, into, reader)
}
const read = async (commentId: string, into = caseId, reader = bilingual) => {
  const shown = JSON.parse((await showCase(deps, reader, into)).text) as {
    comments: { id: string; text: { id: string; body: string; held: string[]; corrected: number } }[]
  }
  const found = shown.comments.find(({ id }) => id === commentId)
  if (!found) throw new Error('no such comment')
  return { commentId, textId: found.text.id, ...found.text }
}
const sentencesOf = async (textId: string, reader = bilingual) => (await listSentences(deps, reader, textId)).items
const correct = (
  member: Member,
  { textId, key, language }: Pick<ShownSentence, 'textId' | 'key' | 'language'>,
  target: string,
  confirmed = false,
) => correctSentence(deps, member, textId, { form: { key, language, target, confirmed }, key: deps.ids.random() })

describe('a doctor who reads both languages corrects a sentence', () => {
  test('beside its original; every reader has it at once, with a byline and without an account', async () => {
    const { commentId, textId } = await say('He sleeps badly. He coughs.')
    const [first, last] = await sentencesOf(textId)
    expect([first?.source, last?.source]).toEqual(['He sleeps badly.', 'He coughs.'])
    expect(first).toMatchObject({ shown: 'HE SLEEPS BADLY.', sourceLanguage: 'en', language: 'es', held: false, corrections: [] })
    const { correctionId } = await correct(bilingual, first as ShownSentence, 'Duerme mal.')
    expect(await read(commentId, caseId, await aDoctor('general-practice.AR', { language: 'es' }))).toMatchObject({
      body: 'Duerme mal. HE COUGHS.',
      corrected: 1,
    })
    const [again] = await sentencesOf(textId, second.language === 'en' ? bilingual : second)
    expect(again?.corrections[0]).toMatchObject({ id: correctionId, state: 'proposed', before: 'HE SLEEPS BADLY.', target: 'Duerme mal.' })
    expect(JSON.stringify(again)).not.toContain(bilingual.accountId)
    expect(again?.corrections[0]?.byline).toMatchObject({ kind: 'anonymous', mine: true, label: { specialty: 'neurology' } })
  })

  test('that put one term right offers it to the glossary, once it stands', async () => {
    const { textId } = await say('Uses a rollator.')
    const [sentence] = (await sentencesOf(textId)) as [ShownSentence]
    await correct(bilingual, sentence, 'Usa rollator.')
    const { correctionId, change } = await correct(bilingual, sentence, 'Usa andador.')
    expect(correctionId).not.toBeNull()
    expect(change).toMatchObject({ term: { class: 'noun', en: 'rollator', es: 'andador', onlyFrom: null }, replaces: null })
    const more = await correct(bilingual, sentence, 'Camina con ayuda de un andador con ruedas.')
    expect(more.change).toBeNull()
  })

  test('the author is told once, and search learns of it', async () => {
    const { textId } = await say('He snores very loudly in the night.')
    const [sentence] = await sentencesOf(textId)
    const key = deps.ids.random()
    const form = {
      key: (sentence as ShownSentence).key,
      language: 'es' as const,
      target: 'Ronca muy fuerte por la noche.',
      confirmed: false,
    }
    const told: unknown[] = []
    const jobs = { ask: async (_: unknown, { queue }: { queue: string }, data: object) => void told.push([queue, data]) }
    const first = await correctSentence({ ...deps, jobs: jobs as never }, bilingual, textId, { form, key })
    const repeat = await correctSentence(deps, bilingual, textId, { form, key })
    expect(repeat.correctionId).toBe(first.correctionId)
    expect(told).toContainEqual([textSettled.job.queue, { textId }])
    const notices = (await listNotifications(deps, answerer, {})).items.filter(({ kind }) => kind === 'correction')
    expect(notices.at(0)).toMatchObject({ about: caseId })
    await expect(correctSentence(deps, bilingual, textId, { form: { ...form, target: 'Otra.' }, key })).rejects.toMatchObject({
      code: 'request.repeat-differs',
    })
  })

  test('the author’s own correction needs nobody’s word', async () => {
    const { textId } = await say('She walks well.')
    await readingBoth(answerer)
    const [sentence] = await sentencesOf(textId)
    await correct(answerer, sentence as ShownSentence, 'Camina bien.')
    expect((await sentencesOf(textId))[0]?.corrections[0]).toMatchObject({ state: 'accepted', settledBy: 'author' })
  })

  test('what the gate objects to is a question first, and done when it is confirmed', async () => {
    const { commentId, textId } = await say('Give 5 mg daily.')
    const [sentence] = await sentencesOf(textId)
    const asked = await correct(bilingual, sentence as ShownSentence, 'Dar 50 mg al día.')
    expect(asked.correctionId).toBeNull()
    expect(asked.objections.map(({ kind }) => kind)).toContain('number')
    expect((await read(commentId)).body).not.toContain('50')
    const done = await correct(bilingual, sentence as ShownSentence, 'Dar 50 mg al día.', true)
    expect(done.correctionId).not.toBeNull()
    expect((await read(commentId)).body).toBe('Dar 50 mg al día.')
    expect((await sentencesOf(textId))[0]?.corrections[0]?.objections).not.toEqual([])
  })

  test('a name of a patient is kept out of it, except where the author of the text has judged it', async () => {
    const { textId } = await say('The girl is calm.')
    const [sentence] = await sentencesOf(textId)
    await expect(correct(bilingual, sentence as ShownSentence, 'La niña María Fernández López está tranquila.')).rejects.toMatchObject({
      code: 'privacy.identifier',
    })
  })
})

describe('a correction is settled', () => {
  const corrected = async (text: string, target: string) => {
    const said = await say(text)
    const [sentence] = await sentencesOf(said.textId)
    const { correctionId } = await correct(bilingual, sentence as ShownSentence, target)
    return { ...said, sentence: sentence as ShownSentence, correctionId: correctionId as string }
  }

  test('by its author, who is asked: accepted it stays, declined the engine’s words are back', async () => {
    const { commentId, correctionId } = await corrected('The foot is cold.', 'El pie está frío.')
    const asked = (await listCorrections(deps, answerer, { list: 'of-my-words' })).items
    expect(asked.find(({ id }) => id === correctionId)).toMatchObject({ mayAccept: true, mayDecline: true })
    await settleCorrection(deps, answerer, correctionId, true)
    expect((await read(commentId)).body).toBe('El pie está frío.')
    await settleCorrection(deps, answerer, correctionId, false)
    expect(await read(commentId)).toMatchObject({ body: 'THE FOOT IS COLD.', corrected: 0 })
    expect((await listCorrections(deps, answerer, { list: 'of-my-words' })).items.map(({ id }) => id)).not.toContain(correctionId)
  })

  test('unanswered it stands by itself: after two weeks the author is no longer asked', async () => {
    const { commentId, correctionId } = await corrected('The hand is cold.', 'La mano está fría.')
    moveClock(15 * 86_400_000)
    expect((await listCorrections(deps, answerer, { list: 'of-my-words' })).items.map(({ id }) => id)).not.toContain(correctionId)
    expect((await read(commentId)).body).toBe('La mano está fría.')
  })

  test('by a second who reads both languages, but not by who made it nor by who reads one', async () => {
    const { correctionId } = await corrected('The nose is cold.', 'La nariz está fría.')
    await expect(settleCorrection(deps, bilingual, correctionId, true)).rejects.toMatchObject({ code: 'correction.own' })
    await expect(settleCorrection(deps, asker, correctionId, true)).rejects.toMatchObject({ code: 'correction.one-language' })
    await expect(settleCorrection(deps, second, correctionId, false)).rejects.toMatchObject({ code: 'correction.not-author' })
    expect((await listCorrections(deps, second, { list: 'to-look-at' })).items.map(({ id }) => id)).toContain(correctionId)
    await settleCorrection(deps, second, correctionId, true)
    const [mine] = (await listCorrections(deps, bilingual, { list: 'mine' })).items
    expect(mine).toMatchObject({ id: correctionId, state: 'accepted', settledBy: 'colleague' })
  })

  test('or taken back by who made it, once or twice alike, and by nobody else', async () => {
    const { commentId, correctionId } = await corrected('The ear is cold.', 'La oreja está fría.')
    await expect(takeBackCorrection(deps, second, correctionId)).rejects.toMatchObject({ code: 'correction.not-yours' })
    await takeBackCorrection(deps, bilingual, correctionId)
    await takeBackCorrection(deps, bilingual, correctionId)
    expect((await read(commentId)).body).toBe('THE EAR IS COLD.')
    await expect(settleCorrection(deps, answerer, correctionId, true)).rejects.toMatchObject({ code: 'correction.taken-back' })
  })

  test('the history of a sentence keeps every one of them, newest first', async () => {
    const { textId, sentence } = await corrected('The leg is cold.', 'La pierna está fría.')
    moveClock(1_000)
    await correct(second, sentence, 'Tiene la pierna fría.')
    const [now] = await sentencesOf(textId)
    expect(now?.corrections.map(({ target, before }) => [before, target])).toEqual([
      ['La pierna está fría.', 'Tiene la pierna fría.'],
      ['THE LEG IS COLD.', 'La pierna está fría.'],
    ])
  })
})

describe('a sentence the gate holds', () => {
  test('waits for a human in a queue, and leaves it when somebody has said it', async () => {
    const { commentId, textId, held } = await say('No rash appeared.')
    expect(held).toEqual(['No rash appeared.'])
    const { items } = await listHeldSentences(deps, bilingual, {})
    const waiting = items.find((item) => item.textId === textId)
    expect(waiting).toMatchObject({
      source: 'No rash appeared.',
      shown: 'No rash appeared.',
      proposed: 'RASH APPEARED.',
      held: true,
      caseId,
    })
    expect(waiting?.objections.map(({ kind }) => kind)).toContain('negation-lost')
    await correct(bilingual, waiting as ShownSentence, 'Sin fiebre.')
    expect(await read(commentId)).toMatchObject({ body: 'Sin fiebre.', held: [], corrected: 1 })
    expect((await listHeldSentences(deps, bilingual, {})).items.map((item) => item.textId)).not.toContain(textId)
  })

  test('is not offered to who reads one language', async () => {
    await expect(listHeldSentences(deps, asker, {})).rejects.toMatchObject({ code: 'correction.one-language' })
  })
})

describe('who may not', () => {
  test('who reads one language corrects nothing', async () => {
    const { textId } = await say('He is awake.')
    const [sentence] = await sentencesOf(textId)
    await expect(correct(asker, sentence as ShownSentence, 'Está despierto.')).rejects.toMatchObject({ code: 'correction.one-language' })
  })

  test('who may not read a case sees, corrects and settles nothing of it', async () => {
    const closed = await ask({ audience: 'specialties', specialties: ['cardiology'] })
    const { textId } = await say('He is asleep.', closed, asker)
    const outsider = await readingBoth(await aDoctor('pathology.GB', { language: 'es' }))
    expect(await sentencesOf(textId, outsider)).toEqual([])
    await expect(correct(outsider, { textId, key: 'a'.repeat(64), language: 'es' }, 'Duerme.')).rejects.toMatchObject({
      code: 'text.not-found',
    })
    const insider = await readingBoth(await aDoctor('cardiology.ES', { language: 'es' }))
    const [sentence] = await sentencesOf(textId, insider)
    const { correctionId } = await correct(insider, sentence as ShownSentence, 'Está dormido.')
    await expect(settleCorrection(deps, outsider, correctionId as string, true)).rejects.toMatchObject({ code: 'correction.not-found' })
    expect((await listCorrections(deps, outsider, { list: 'to-look-at' })).items.map(({ id }) => id)).not.toContain(correctionId)
  })

  test('a sentence that is no longer said is gone, and with a comment taken back or a case withdrawn everything of it', async () => {
    const other = await ask()
    const { commentId, textId } = await say('He is tired.', other)
    const [sentence] = await sentencesOf(textId)
    await expect(correct(bilingual, { textId, key: 'b'.repeat(64), language: 'es' }, 'X.')).rejects.toMatchObject({ code: 'sentence.gone' })
    const { correctionId } = await correct(bilingual, sentence as ShownSentence, 'Está cansado.')
    await takeBackComment(deps, answerer, commentId)
    await expect(settleCorrection(deps, second, correctionId as string, true)).rejects.toMatchObject({ code: 'correction.not-found' })
    await withdrawCase(deps, asker, other)
    expect((await listCorrections(deps, bilingual, { list: 'mine' })).items.map(({ id }) => id)).not.toContain(correctionId)
  })
})
