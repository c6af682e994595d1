import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CaseForm, CaseInList } from '#contract/community/cases.ts'
import type { FoundCase } from '#contract/community/search.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { anAnswer } from '#server/testing/anAnswer.ts'
import type { Member } from '../../access.ts'
import { closeCase, withdrawCase } from '../cases/change-case.ts'
import type { HumanWords } from '../cases/keep-case.ts'
import { postCase } from '../cases/post-case.ts'
import { takeBackComment } from '../discussion/change-comment.ts'
import { postComment } from '../discussion/post-comment.ts'
import { bundledGlossary } from '../texts/readGlossary.ts'
import { forgetWords, indexCase, indexMissedCases } from './index-case.ts'
import { searchCases } from './search-cases.ts'
import { similarCases } from './similar-cases.ts'

const { deps, aDoctor } = await aCommunity()
let asker: Member
let cardiologist: Member
let spanish: Member
let dermatologist: Member

const post = async (more: Partial<CaseForm>, human?: HumanWords): Promise<string> => {
  const { id } = await postCase(deps, asker, { form: aForm(more), draftId: null, key: randomUUID(), ...(human ? { human } : {}) })
  await indexCase(deps, id)
  return id
}
const answer = async (caseId: string, text: string, alsoIn = {}): Promise<string> => {
  const { id } = await postComment(deps, cardiologist, caseId, { form: anAnswer({ text }), key: randomUUID(), alsoIn })
  await indexCase(deps, caseId)
  return id
}
type Reply = { items: FoundCase[]; next: string | null; mended: { typed: string; read: string }[]; loosened: boolean }
const search = async (q: string, more: object = {}, member = cardiologist): Promise<Reply> =>
  JSON.parse((await searchCases(deps, member, { q, ...more })).text)
const ids = (reply: Reply): string[] => reply.items.map((found) => found.case.id)
const marked = ({ items: [first] }: Reply): string[] =>
  (first?.passages ?? []).flatMap(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end)))

let mass: string
let infarct: string
let rash: string
beforeAll(async () => {
  asker = await aDoctor('general-practice.MX', { language: 'es' })
  cardiologist = await aDoctor('pediatric-cardiology.GB')
  spanish = await aDoctor('cardiology.ES', { language: 'es' })
  dermatologist = await aDoctor('dermatology.ES', { language: 'es' })
  mass = await post({}, new Map([[aForm().question, { en: 'What is this branching mass that a boy of 14 coughed up?' }]]))
  await answer(mass, 'Plastic bronchitis until proven otherwise.', { es: 'Bronquitis plástica mientras no se demuestre otra cosa.' })
  infarct = await post({
    question: '¿Trombolisis en un infarto con 14 horas de evolución?',
    specialties: ['cardiology'],
    patient: { ageBand: '65-69', sex: 'female', pregnant: null },
  })
  rash = await post({ question: 'Placas anulares en las piernas', specialties: ['dermatology'], audience: 'specialties' })
})

describe('a case is found', () => {
  test('by words of either language, without accents and in other forms', async () => {
    for (const query of ['masa ramificada', 'masas ramificadas', 'branching mass', 'MASA', 'bronquitis plastica', 'plastic bronchitis'])
      expect(ids(await search(query)), query).toEqual([mass])
  })

  test('by an abbreviation, whatever its author wrote', async () => {
    for (const query of ['IAM', 'MI', 'infarto', 'heart attack', 'myocardial infarction'])
      expect(ids(await search(query)), query).toEqual([infarct])
  })

  test('by a mistyped word, which is said', async () => {
    const reply = await search('bronquitsi')
    expect(ids(reply)).toEqual([mass])
    expect(reply.mended).toEqual([{ typed: 'bronquitsi', read: 'bronquitis' }])
  })

  test('while its word is being typed', async () => {
    expect(ids(await search('ramifi', { typing: true }))).toEqual([mass])
    expect(ids(await search('ramifi'))).toEqual([])
  })

  test('by some of the words where no case has all, which is said', async () => {
    const reply = await search('ramificada trombolisis')
    expect(reply.loosened).toBe(true)
    expect(ids(reply).toSorted()).toEqual([mass, infarct].toSorted())
  })

  test('even if nobody told the index of it when it was posted', async () => {
    const { id } = await postCase(deps, asker, { form: aForm({ question: 'Hipo que no cede' }), draftId: null, key: randomUUID() })
    expect(ids(await search('hipo'))).toEqual([])
    await indexMissedCases(deps)
    expect(ids(await search('hipo'))).toEqual([id])
  })

  test('with the passages that hold the words, marked, in the reader’s language', async () => {
    expect(marked(await search('plastic bronchitis'))).toEqual(['Plastic', 'bronchitis'])
    const reply = await search('plastic bronchitis', {}, spanish)
    expect(reply.items[0]?.passages[0]).toMatchObject({ part: 'comment', language: 'es', commentId: expect.any(String) })
    expect(marked(reply)).toEqual(['Bronquitis', 'plástica'])
  })

  test('by a word of the other language, with what the glossary says for it marked', async () => {
    await answer(infarct, 'Is a wet nappy seen?', { es: '¿Moja el pañal?' })
    const items = await searchCases({ ...deps, glossary: bundledGlossary }, cardiologist, { q: 'pañal' })
    expect(marked(JSON.parse(items.text))).toEqual(['nappy'])
  })

  test('page after page, each once', async () => {
    const first = await search('ramificada trombolisis', { limit: 1 })
    expect(first.next).toBe('some-1')
    const onward = await search('ramificada trombolisis', { limit: 1, after: first.next })
    expect(new Set([...ids(first), ...ids(onward)])).toEqual(new Set([mass, infarct]))
    expect(onward.next).toBeNull()
  })
})

describe('a case is not found', () => {
  test('by who may not see it, and by nobody by the handle of its asker', async () => {
    expect(ids(await search('placas anulares', {}, dermatologist))).toEqual([rash])
    expect(ids(await search('placas anulares', {}, cardiologist))).toEqual([])
    const handle = (await search('masa')).items[0]?.case.byline?.handle ?? ''
    expect(ids(await search(handle))).toEqual([])
  })

  test('not even by a mistyped word that stands in it alone, which is then not said', async () => {
    expect((await search('anulraes', {}, dermatologist)).mended).toEqual([{ typed: 'anulraes', read: 'anulares' }])
    expect(await search('anulraes', {}, cardiologist)).toMatchObject({ items: [], mended: [] })
  })

  test('once it is withdrawn', async () => {
    const gone = await post({ question: 'Fiebre del heno que no cede' })
    expect(ids(await search('heno'))).toEqual([gone])
    await withdrawCase(deps, asker, gone)
    expect(ids(await search('heno'))).toEqual([])
    await indexCase(deps, gone)
    expect(ids(await search('heno'))).toEqual([])
    const words = async () => (await deps.db.selectFrom('search_word').select('word').execute()).map(({ word }) => word)
    expect(await words()).toContain('heno')
    await forgetWords(deps)
    expect(await words()).not.toContain('heno')
    expect(await words()).toContain('ramificada')
  })

  test('by what was taken back, or by what its asker suspects while it is open', async () => {
    const id = await post({ question: 'Tos seca', suspicions: ['Sarcoidosis'] })
    const comment = await answer(id, 'Histoplasmosis perhaps.')
    expect(ids(await search('sarcoidosis'))).toEqual([])
    expect(ids(await search('histoplasmosis'))).toEqual([id])
    await takeBackComment(deps, cardiologist, comment)
    await indexCase(deps, id)
    expect(ids(await search('histoplasmosis'))).toEqual([])
  })

  test('by words that say nothing, nor by the signs of a query language', async () => {
    expect(await search('de la the')).toMatchObject({ items: [], next: null })
    for (const query of ["'; drop table text; --", '& | ! <-> :*', '(((', '\\', '"', "a'b\\'c"])
      expect((await search(query)).items).toBeDefined()
  })

  test('outside the filters', async () => {
    expect(ids(await search('infarto', { specialty: 'cardiology', country: 'MX', age: 'older', status: 'open' }))).toEqual([infarct])
    for (const filter of [
      { specialty: 'dermatology' },
      { country: 'ES' },
      { age: 'child' },
      { status: 'resolved' },
      { withOutcome: true },
      { withImage: true },
    ])
      expect(ids(await search('infarto', filter)), JSON.stringify(filter)).toEqual([])
  })

  test('after a cursor nobody gave', async () => {
    await expect(search('infarto', { after: 'x' })).rejects.toMatchObject({ code: 'request.invalid' })
  })
})

describe('resolved cases', () => {
  test('with an outcome come first, and are what a new question is compared with', async () => {
    const open = await post({ question: 'Picadura de alacrán en un niño de 3 años con taquicardia' })
    const solved = await post({ question: 'Niño picado por un alacrán, taquicardia y sialorrea' })
    const similar = async (q: string, member = spanish) =>
      (JSON.parse((await similarCases(deps, member, { q })).text) as { items: CaseInList[] }).items.map(({ id }) => id)
    expect(await similar('Alacrán, niña, taquicardia')).toEqual([])
    await closeCase(deps, asker, solved, {
      language: 'es',
      outcome: { finalDiagnosis: 'Picadura de alacrán', confirmedBy: 'clinical-course', course: '', learningPoint: '', helped: [] },
    })
    await indexCase(deps, solved)
    expect(ids(await search('alacrán'))).toEqual([solved, open])
    expect(await similar('Alacrán, niña, taquicardia')).toEqual([solved])
    expect(await similar('taquicardia y fiebre en un anciano')).toEqual([])
    expect(await similar('de la y')).toEqual([])
  })
})
