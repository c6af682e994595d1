import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ShownCase, WithdrawnCase } from '#contract/community/cases.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { anAnswer } from '#server/testing/anAnswer.ts'
import type { Member } from '../../access.ts'
import type { JsonText } from '../../platform/bind.ts'
import { editComment, takeBackComment } from '../discussion/change-comment.ts'
import { postComment } from '../discussion/post-comment.ts'
import { keepDraft } from '../drafts/keep-draft.ts'
import { addUpdate, closeCase, noteQuestionBack, reopenCase, setWorkingDiagnosis, withdrawCase } from './change-case.ts'
import { listCases, showHome } from './list-cases.ts'
import { postCase } from './post-case.ts'
import { sayLanguage } from './say-language.ts'
import { showCase } from './show-case.ts'
import { showWithdrawnCase } from './show-withdrawn-case.ts'
import { RecentViews, tellViewed } from './tell-viewed.ts'
import { undoPosting } from './undo-posting.ts'

const { deps, aDoctor, moveClock } = await aCommunity()
let asker: Member
let cardiologist: Member
let dermatologist: Member
beforeAll(async () => {
  asker = await aDoctor('general-practice.MX', { language: 'es' })
  cardiologist = await aDoctor('pediatric-cardiology.GB')
  dermatologist = await aDoctor('dermatology.ES')
})

const halfLab = { name: '', value: '', unit: '', range: null, flag: null, hoursBefore: null }
const post = (more = {}, member = asker, key: string = randomUUID()) => postCase(deps, member, { form: aForm(more), draftId: null, key })
const read = async (member: Member, id: string): Promise<ShownCase> => JSON.parse((await showCase(deps, member, id)).text)
const parsed = async <T>(json: Promise<JsonText>): Promise<T> => JSON.parse((await json).text)
const refusal = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no refusal',
    (error: { code?: string }) => error.code ?? String(error),
  )

describe('a case from asking to its outcome', () => {
  test('is asked, answered, updated and closed; the clock and the counters follow', async () => {
    const { id } = await post({ suspicions: ['Cuerpo extraño'] })
    moveClock(8 * 60_000)
    const answer = await postComment(deps, cardiologist, id, { form: anAnswer(), key: randomUUID() })
    moveClock(3 * 60_000)
    await addUpdate(deps, asker, id, {
      form: {
        language: 'es',
        text: '',
        labs: [
          { name: 'Lactato', value: '3.4', unit: 'mmol/L', range: '0.5-2.0', flag: 'high', hoursBefore: 2 },
          { name: 'Leucocitos en orina', value: '5', unit: 'por campo', range: 'negativo', flag: null },
        ],
      },
      key: randomUUID(),
    })
    const open = await read(cardiologist, id)
    expect(open).toMatchObject({ state: 'open', mine: false, suspicions: null, answers: 1, counters: { doctorsWhoTookPart: 1 } })
    expect(open.comments[0]).toMatchObject({
      id: answer.id,
      beforeUpdate: true,
      byAsker: false,
      byline: { label: { specialty: 'pediatric-cardiology', place: 'GB' } },
    })
    expect(open.updates[0]?.labs[0]).toMatchObject({
      value: '3.4',
      flag: 'high',
      hoursBefore: 2,
      name: { body: 'Lactato', state: 'pending' },
      words: { value: null, unit: null, range: null },
    })
    expect(open.updates[0]?.labs[1]?.words).toMatchObject({
      value: null,
      unit: { body: 'por campo', state: 'pending' },
      range: { body: 'negativo', state: 'pending' },
    })
    expect(Date.parse(open.clock.firstAnswerAt ?? '') - Date.parse(open.clock.askedAt)).toBe(8 * 60_000)

    moveClock(1_000)
    await setWorkingDiagnosis(deps, asker, id, { language: 'es', text: 'Bronquitis plástica' })
    const outcome = {
      finalDiagnosis: 'Bronquitis plástica',
      confirmedBy: 'pathology' as const,
      course: '',
      learningPoint: '',
      helped: [answer.id],
    }
    moveClock(1_000)
    await closeCase(deps, asker, id, { language: 'es', outcome })
    const closed = await read(cardiologist, id)
    expect(closed).toMatchObject({ state: 'resolved', outcome: { finalDiagnosis: { body: 'Bronquitis plástica' }, helped: [answer.id] } })
    expect(closed.suspicions?.[0]?.body).toBe('Cuerpo extraño')
    expect(closed.transitions.map(({ to }) => to)).toEqual(['open', 'working-diagnosis', 'resolved'])
    expect(await refusal(postComment(deps, cardiologist, id, { form: anAnswer(), key: randomUUID() }))).toBe('case.closed')
    await postComment(deps, cardiologist, id, { form: anAnswer({ kind: 'comment', text: 'Well done.' }), key: randomUUID() })

    await reopenCase(deps, asker, id)
    expect(await read(cardiologist, id)).toMatchObject({ state: 'open', outcome: null, clock: { resolvedAt: null } })
  })

  test('a question back makes it need information, once however often it is told; an update opens it again', async () => {
    const { id } = await post()
    moveClock(1_000)
    await noteQuestionBack(deps, id)
    await noteQuestionBack(deps, id)
    expect((await read(asker, id)).transitions.map(({ to, by }) => [to, by])).toEqual([
      ['open', 'asker'],
      ['needs-information', 'system'],
    ])
    await addUpdate(deps, asker, id, { form: { language: 'es', text: 'Lactato 3,4.', labs: [] }, key: randomUUID() })
    expect((await read(asker, id)).state).toBe('open')
  })
})

describe('what is asked twice happens once', () => {
  test('a double click posts one case, also when both arrive together', async () => {
    const key = randomUUID()
    const ids = await Promise.all(Array.from({ length: 6 }, () => post({}, asker, key)))
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1)
  })

  test('the same key with other words is refused', async () => {
    const key = randomUUID()
    await post({}, asker, key)
    expect(await refusal(post({ question: '¿Otra cosa?' }, asker, key))).toBe('request.repeat-differs')
  })

  test('the same key of another doctor is another case', async () => {
    const key = randomUUID()
    expect((await post({}, asker, key)).id).not.toBe((await post({}, cardiologist, key)).id)
  })

  test('twenty equal comments at once are one comment under one byline', async () => {
    const { id } = await post()
    const key = randomUUID()
    await Promise.all(Array.from({ length: 20 }, () => postComment(deps, cardiologist, id, { form: anAnswer(), key })))
    expect((await read(asker, id)).comments).toHaveLength(1)
  })

  test('parallel answers of one doctor under different keys share one byline', async () => {
    const { id } = await post()
    await Promise.all(Array.from({ length: 8 }, () => postComment(deps, cardiologist, id, { form: anAnswer(), key: randomUUID() })))
    const { comments, counters } = await read(asker, id)
    expect(new Set(comments.map(({ byline }) => byline.handle)).size).toBe(1)
    expect(counters.doctorsWhoTookPart).toBe(1)
  })
})

describe('the language of a text', () => {
  test('is put right by its author alone', async () => {
    const { id } = await post()
    const comment = await postComment(deps, cardiologist, id, { form: anAnswer(), key: randomUUID() })
    const { question, sections } = await read(asker, id)
    const said = (await read(cardiologist, id)).comments.find((one) => one.id === comment.id)?.text?.id ?? ''
    await sayLanguage(deps, asker, { textIds: [question.id, ...sections.map(({ text }) => text.id)], language: 'en' })
    expect((await read(asker, id)).question).toMatchObject({ language: 'en' })
    await sayLanguage(deps, cardiologist, { textIds: [said], language: 'es' })
    for (const [member, textIds] of [
      [cardiologist, [question.id]],
      [asker, [question.id, said]],
      [asker, [randomUUID()]],
    ] as const)
      await expect(sayLanguage(deps, member, { textIds, language: 'es' })).rejects.toMatchObject({ code: 'case.not-found' })
    expect((await read(asker, id)).question).toMatchObject({ language: 'en' })
  })
})

describe('who may not', () => {
  test('nobody but the asker updates, closes, reopens or withdraws', async () => {
    const { id } = await post()
    const outcome = { finalDiagnosis: 'x', confirmedBy: 'other' as const, course: '', learningPoint: '', helped: [] }
    expect(await refusal(addUpdate(deps, cardiologist, id, { form: { language: 'en', text: 'x', labs: [] }, key: randomUUID() }))).toBe(
      'case.not-yours',
    )
    expect(await refusal(closeCase(deps, cardiologist, id, { language: 'en', outcome }))).toBe('case.not-yours')
    expect(await refusal(reopenCase(deps, cardiologist, id))).toBe('case.not-yours')
    expect(await refusal(withdrawCase(deps, cardiologist, id))).toBe('case.not-yours')
  })

  test('a case for its specialties is not there for others: not read, listed, viewed or answered; a generalist covers all', async () => {
    const generalist = await aDoctor('family-medicine.US')
    const { id } = await post({ audience: 'specialties' })
    const latest = async (member: Member) =>
      (await parsed<{ items: { id: string }[] }>(listCases(deps, member, { list: 'latest', limit: 100 }))).items.some(
        (item) => item.id === id,
      )
    for (const member of [cardiologist, generalist, asker]) {
      expect((await read(member, id)).id).toBe(id)
      expect(await latest(member)).toBe(true)
    }
    expect(await refusal(showCase(deps, dermatologist, id))).toBe('case.not-found')
    expect(await refusal(tellViewed(deps, new RecentViews(), dermatologist, id))).toBe('case.not-found')
    expect(await refusal(postComment(deps, dermatologist, id, { form: anAnswer(), key: randomUUID() }))).toBe('case.not-found')
    expect(await latest(dermatologist)).toBe(false)
  })

  test('an interest typed by hand opens nothing', async () => {
    const curious = await aDoctor('dermatology.ES', { interests: ['pediatric-cardiology'] })
    const { id } = await post({ audience: 'specialties' })
    expect(await refusal(showCase(deps, curious, id))).toBe('case.not-found')
  })

  test('a name that nobody has signed is no byline', async () => {
    expect(await refusal(post({ byline: 'name' }))).toBe('byline.name-missing')
  })

  test('a signed name whose time is over signs nothing', async () => {
    const named = await aDoctor('cardiology.ES', { name: 'Invented Doctor' })
    await deps.db.updateTable('account').set({ name_through: 0 }).where('id', '=', named.accountId).execute()
    expect(await refusal(post({ byline: 'name' }, named))).toBe('byline.name-missing')
  })

  test('once named in a case, an author does not turn anonymous there again', async () => {
    const named = await aDoctor('cardiology.ES', { name: 'Invented Doctor' })
    const { id } = await post()
    await postComment(deps, named, id, { form: anAnswer({ byline: 'anonymous' }), key: randomUUID() })
    await postComment(deps, named, id, { form: anAnswer({ byline: 'name' }), key: randomUUID() })
    expect((await read(asker, id)).comments.map(({ byline }) => byline.name)).toEqual(['Invented Doctor', 'Invented Doctor'])
    expect(await refusal(postComment(deps, named, id, { form: anAnswer({ byline: 'anonymous' }), key: randomUUID() }))).toBe(
      'byline.never-back',
    )
  })
})

describe('a form that cannot be posted names what to mend and keeps everything', () => {
  test.each([
    ['case.question-missing', { question: '  ' }],
    ['case.question-missing', { specialties: [] }],
    ['case.question-missing', { urgency: null }],
    ['case.question-too-long', { question: 'a'.repeat(141) }],
    ['privacy.identifier', { sections: { history: 'Operado el 21 de noviembre.' } }],
    ['privacy.identifier', { question: 'Seen on 2026-11-03, now worse?' }],
    ['privacy.identifier', { labs: [{ name: 'Na, 12 March', value: '128', unit: 'mmol/L', range: '', flag: null }] }],
    ['case.consent-needed', { images: [{ imageId: randomUUID(), caption: '', kind: 'photo' as const }] }],
  ])('%s', async (code, more) => {
    expect(await refusal(post(more))).toBe(code)
  })

  test('an image that is not mine is not found, and no case is left behind', async () => {
    const before = await deps.db.selectFrom('patient_case').select('id').execute()
    expect(await refusal(post({ consent: 'written', images: [{ imageId: randomUUID(), caption: '', kind: 'photo' }] }))).toBe(
      'image.not-found',
    )
    expect(await deps.db.selectFrom('patient_case').select('id').execute()).toHaveLength(before.length)
  })
})

describe('counters are counted', () => {
  test('the same doctor counts as one viewer and, within 30 minutes, as one view; the asker not at all', async () => {
    const { id } = await post()
    const recent = new RecentViews()
    const view = (member: Member) => parsed(tellViewed(deps, recent, member, id))
    await view(asker)
    await view(cardiologist)
    expect(await view(cardiologist)).toEqual({ views: 1, doctorsWhoViewed: 1, doctorsWhoTookPart: 0 })
    moveClock(31 * 60_000)
    expect(await view(cardiologist)).toEqual({ views: 2, doctorsWhoViewed: 1, doctorsWhoTookPart: 0 })
    expect(await view(dermatologist)).toEqual({ views: 3, doctorsWhoViewed: 2, doctorsWhoTookPart: 0 })
  })

  test('reading a case or a list counts nothing', async () => {
    const { id } = await post()
    await read(cardiologist, id)
    await listCases(deps, cardiologist, { list: 'latest' })
    expect((await read(cardiologist, id)).counters).toEqual({ views: 0, doctorsWhoViewed: 0, doctorsWhoTookPart: 0 })
  })
})

describe('taking back', () => {
  test('posting is undone within ten seconds: the case is gone and the form is a draft again', async () => {
    const { id } = await post()
    const { draftId } = await undoPosting(deps, asker, id)
    expect(await refusal(showCase(deps, asker, id))).toBe('case.not-found')
    const draft = await deps.db.selectFrom('draft').selectAll().where('id', '=', draftId).executeTakeFirstOrThrow()
    expect(draft).toMatchObject({ posted_case_id: null, form: { question: aForm().question } })
  })

  test('not after a quarter of a minute, not by another, not once somebody has answered', async () => {
    const late = await post()
    moveClock(16_000)
    expect(await refusal(undoPosting(deps, asker, late.id))).toBe('case.undo-too-late')
    const answered = await post()
    expect(await refusal(undoPosting(deps, cardiologist, answered.id))).toBe('case.not-yours')
    await postComment(deps, cardiologist, answered.id, { form: anAnswer(), key: randomUUID() })
    expect(await refusal(undoPosting(deps, asker, answered.id))).toBe('case.undo-too-late')
    const takenBack = await post()
    const { id } = await postComment(deps, cardiologist, takenBack.id, { form: anAnswer(), key: randomUUID() })
    await takeBackComment(deps, cardiologist, id)
    expect(await refusal(undoPosting(deps, asker, takenBack.id))).toBe('case.undo-too-late')
  })

  test('withdrawn, the story is gone for all, from lists too, and its words leave the database', async () => {
    const words = 'Una historia que no se cuenta en otro caso.'
    const question = '¿Una pregunta que no se hace en otro caso?'
    const { id } = await post({ question, sections: { history: words } })
    await withdrawCase(deps, asker, id)
    expect(await refusal(showCase(deps, cardiologist, id))).toBe('case.gone')
    expect(await deps.db.selectFrom('text').select('id').where('body', 'in', [words, question]).execute()).toEqual([])
    expect(
      (await parsed<{ items: { id: string }[] }>(listCases(deps, cardiologist, { list: 'latest', limit: 100 }))).items.map(
        (item) => item.id,
      ),
    ).not.toContain(id)
  })

  test('withdrawn, what was said stays for those who wrote in it, whole and untouchable, and is gone for everybody else', async () => {
    const { id } = await post()
    const answer = await postComment(deps, cardiologist, id, { form: anAnswer(), key: randomUUID() })
    moveClock(1_000)
    const reply = anAnswer({ kind: 'comment', text: 'Gracias.', language: 'es', parentId: answer.id })
    const thanks = await postComment(deps, asker, id, { form: reply, key: randomUUID() })
    expect(await refusal(showWithdrawnCase(deps, cardiologist, id))).toBe('case.not-found')
    moveClock(1_000)
    await withdrawCase(deps, asker, id)

    for (const writer of [cardiologist, asker]) {
      expect(await refusal(showCase(deps, writer, id))).toBe('case.gone')
      const left = await parsed<WithdrawnCase>(showWithdrawnCase(deps, writer, id))
      expect(left).toMatchObject({ id, withdrawnAt: deps.clock.now().toISOString() })
      expect(left.comments.map((comment) => comment.id)).toEqual([answer.id, thanks.id])
      expect(left.comments.every(({ editableUntil }) => editableUntil === null)).toBe(true)
    }
    expect(await refusal(showWithdrawnCase(deps, dermatologist, id))).toBe('case.gone')
    expect(await refusal(showWithdrawnCase(deps, cardiologist, randomUUID()))).toBe('case.not-found')
    expect(await refusal(postComment(deps, cardiologist, id, { form: anAnswer({ kind: 'comment' }), key: randomUUID() }))).toBe('case.gone')
    expect(await refusal(editComment(deps, asker, thanks.id, { language: 'es', text: 'Otra cosa.', kind: 'comment' }))).toBe('case.gone')

    // What is one's own can still be taken back, and who took everything back may still read.
    await takeBackComment(deps, asker, thanks.id)
    expect((await parsed<WithdrawnCase>(showWithdrawnCase(deps, asker, id))).comments).toHaveLength(1)
  })

  test('an asker who said nothing below the case has nothing left of it', async () => {
    const { id } = await post()
    await postComment(deps, cardiologist, id, { form: anAnswer(), key: randomUUID() })
    await withdrawCase(deps, asker, id)
    expect(await refusal(showWithdrawnCase(deps, asker, id))).toBe('case.gone')
  })

  test('withdrawn, a case for its specialties is still not there for others', async () => {
    const { id } = await post({ audience: 'specialties' })
    await withdrawCase(deps, asker, id)
    expect(await refusal(showWithdrawnCase(deps, dermatologist, id))).toBe('case.not-found')
  })
})

describe('lists', () => {
  test('page by page shows every case once, in order, also while new ones are posted', async () => {
    const member = await aDoctor('urology.NZ')
    const mine: string[] = []
    for (let n = 0; n < 7; n += 1) {
      moveClock(1_000)
      mine.push((await post({ specialties: ['urology'], urgency: n % 2 ? 'hours' : 'minutes' })).id)
    }
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await parsed<{ items: { id: string; urgency: string }[]; next: string | null }>(
        listCases(deps, member, { list: 'for-you', specialty: 'urology', limit: 2, ...(after ? { after } : {}) }),
      )
      seen.push(...page.items.map(({ id }) => id))
      after = page.next ?? undefined
      if (seen.length === 2) await post({ specialties: ['urology'], urgency: 'no-hurry' })
    } while (after)
    expect(seen.slice(0, 7)).toEqual([...mine.filter((_, n) => n % 2 === 0), ...mine.filter((_, n) => n % 2 === 1)])
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('home counts what waits for me and shows my own open cases', async () => {
    const member = await aDoctor('urogynecology.IE')
    const { id } = await post({ specialties: ['dermatology'] }, member)
    await post({ specialties: ['urogynecology'] })
    const home = await parsed<{ counts: { forYou: number }; mine: { id: string }[] }>(showHome(deps, member))
    expect(home.counts.forYou).toBe(1)
    expect(home.mine.map((item) => item.id)).toEqual([id])
  })

  test('home names the draft written in last, and no posted one', async () => {
    const member = await aDoctor('cardiology.MX', { language: 'es' })
    const begun = () => parsed<{ drafts: number; lastDraft: unknown }>(showHome(deps, member))
    expect(await begun()).toMatchObject({ drafts: 0, lastDraft: null })
    const [first, second] = [randomUUID(), randomUUID()]
    await keepDraft(deps, member, first, { revision: 0, form: aForm({ question: '¿Uno?', labs: [{ ...halfLab, name: 'Na' }] }) })
    moveClock(1_000)
    await keepDraft(deps, member, second, { revision: 0, form: aForm({ question: '¿Dos?' }) })
    expect(await begun()).toMatchObject({ drafts: 2, lastDraft: { id: second, language: 'es', question: '¿Dos?' } })
    await postCase(deps, member, { form: aForm({ question: '¿Dos?' }), draftId: second, key: randomUUID() })
    expect(await begun()).toMatchObject({ drafts: 1, lastDraft: { id: first } })
  })

  test('a cursor that we did not give is refused', async () => {
    expect(await refusal(listCases(deps, asker, { list: 'latest', after: 'bm9wZQ' }))).toBe('request.invalid')
  })
})
