import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { NotIdentifier } from '#contract/community/privacy.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { anAnswer } from '#server/testing/anAnswer.ts'
import type { Member } from '../../access.ts'
import { Refusal } from '../../platform/refuse.ts'
import { editComment } from '../discussion/change-comment.ts'
import { postComment } from '../discussion/post-comment.ts'
import { addUpdate, closeCase, setWorkingDiagnosis } from './change-case.ts'
import { postCase } from './post-case.ts'

const { deps, aDoctor } = await aCommunity()
let asker: Member
let colleague: Member
let caseId: string
beforeAll(async () => {
  asker = await aDoctor('general-practice.MX', { language: 'es' })
  colleague = await aDoctor('pediatric-cardiology.GB')
  caseId = (await postCase(deps, asker, { form: aForm(), draftId: null, key: randomUUID() })).id
})

const named = 'La paciente, Josefa Almagro, vive en Almendralejo.'
const post = (more: object, key: string = randomUUID()) => postCase(deps, asker, { form: aForm(more), draftId: null, key })
const refusalOf = async (promise: Promise<unknown>): Promise<Refusal> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error)),
  )
const lab = { name: 'Lactato', value: '3.4', unit: 'mmol/L', range: null, flag: null }
const outcome = { finalDiagnosis: 'Faringitis', confirmedBy: 'clinical-course' as const, course: '', learningPoint: '', helped: [] }
const judgementsOf = () =>
  deps.db
    .selectFrom('text_judgement')
    .innerJoin('text', 'text.id', 'text_id')
    .select(['text.body', 'starts_at', 'ends_at', 'kind', 'reason'])
    .execute()

describe('a patient’s name is published by no route', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    ['the question of a case', () => post({ question: named }), 'question'],
    ['a part of its story', () => post({ sections: { history: named } }), 'sections/history'],
    ['what the asker suspects', () => post({ suspicions: [named] }), 'suspicions/0'],
    ['the name of a value', () => post({ labs: [{ ...lab, name: named }] }), 'labs/0/name'],
    ['the unit beside a value', () => post({ labs: [{ ...lab, unit: 'Sra. Josefa Almagro' }] }), 'labs/0/unit'],
    [
      'the caption of an image',
      () => post({ images: [{ imageId: randomUUID(), caption: named, kind: 'photo' }], consent: 'written' }),
      'images/0/caption',
    ],
    ['the outcome of a case that is shared', () => post({ mode: 'share', outcome: { ...outcome, course: named } }), 'outcome/course'],
    ['an update', () => addUpdate(deps, asker, caseId, { form: { language: 'es', text: named, labs: [] }, key: randomUUID() }), 'text'],
    [
      'a value of an update',
      () =>
        addUpdate(deps, asker, caseId, {
          form: { language: 'es', text: '', labs: [{ ...lab, value: 'Sra. Almagro' }] },
          key: randomUUID(),
        }),
      'labs/0/value',
    ],
    ['a working diagnosis', () => setWorkingDiagnosis(deps, asker, caseId, { language: 'es', text: named }), 'text'],
    [
      'an outcome',
      () => closeCase(deps, asker, caseId, { language: 'es', outcome: { ...outcome, learningPoint: named } }),
      'outcome/learningPoint',
    ],
    [
      'a comment',
      () => postComment(deps, colleague, caseId, { form: { ...anAnswer(), language: 'es', text: named }, key: randomUUID() }),
      'text',
    ],
    [
      'a changed comment',
      async () => {
        const { id } = await postComment(deps, colleague, caseId, { form: anAnswer(), key: randomUUID() })
        return editComment(deps, colleague, id, { language: 'es', text: named, kind: 'answer' })
      },
      'text',
    ],
  ])('%s', async (_route, send, path) => {
    const { code, params, fields = [] } = await refusalOf(send())
    expect({ code, params }).toEqual({ code: 'privacy.identifier', params: { count: fields.length } })
    expect(fields.map((field) => field.path)).toContain(path)
  })
})

test('a refusal says where each finding stands, and a name said in one field is found in all', async () => {
  const { fields } = await refusalOf(post({ question: '¿Qué más puedo hacer por Almagro?', sections: { history: named } }))
  expect(fields).toEqual([
    { path: 'question', reason: 'name', start: 25, end: 32 },
    { path: 'sections/history', reason: 'name', start: 13, end: 27 },
    { path: 'sections/history', reason: 'place', start: 37, end: 49 },
  ])
})

test('judged to name nobody it is published, and the judgement is kept beside the text', async () => {
  const notIdentifiers: NotIdentifier[] = [{ words: 'Almendralejo', reason: 'public' }]
  const history = '  Brote comunicado en Almendralejo.'
  await post({ sections: { history }, notIdentifiers })
  expect(await judgementsOf()).toEqual([
    { body: 'Brote comunicado en Almendralejo.', starts_at: 20, ends_at: 32, kind: 'place', reason: 'public' },
  ])
})

test('a judgement on other words clears nothing', async () => {
  const { fields } = await refusalOf(post({ sections: { history: named }, notIdentifiers: [{ words: 'Josefa', reason: 'everyday' }] }))
  expect(fields).toHaveLength(2)
})

test('refused and mended, the same key posts it; sent again it is the same case', async () => {
  const key = randomUUID()
  await refusalOf(post({ sections: { history: named } }, key))
  const { id } = await post({ sections: { history: 'La paciente vive sola.' } }, key)
  expect(await post({ sections: { history: 'La paciente vive sola.' } }, key)).toEqual({ id })
})
