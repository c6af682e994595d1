import { randomUUID } from 'node:crypto'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import sharp from 'sharp'
import type { TSchema } from 'typebox'
import { beforeAll, describe, expect, test } from 'vitest'
import * as promises from '#contract/community/cases.ts'
import { aCommunity, lookedAt } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { anAnswer } from '#server/testing/anAnswer.ts'
import type { Member } from '../../access.ts'
import type { JsonText } from '../../platform/bind.ts'
import { takeBackComment } from '../discussion/change-comment.ts'
import { postComment } from '../discussion/post-comment.ts'
import { takeImage } from '../media/take-image.ts'
import { addUpdate, closeCase, noteQuestionBack, setWorkingDiagnosis, withdrawCase } from './change-case.ts'
import { importCase } from './import-case.ts'
import { listCases, showHome } from './list-cases.ts'
import { postCase } from './post-case.ts'
import { showCase } from './show-case.ts'
import { showWithdrawnCase } from './show-withdrawn-case.ts'

// These replies are written by the database and sent as they are: no serialiser would mend what the contract does not say.
const { deps, aDoctor } = await aCommunity()
const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }))
const expectPromised = async (endpoint: { reply?: unknown }, reply: Promise<JsonText>, about: string): Promise<void> => {
  const valid = ajv.compile(endpoint.reply as TSchema)
  valid(JSON.parse((await reply).text))
  expect(valid.errors, about).toBeNull()
}

const outcome = { finalDiagnosis: 'Bronquitis plástica', confirmedBy: 'pathology' as const, course: 'Bien.', learningPoint: '', helped: [] }
const lab = { name: 'Lactato', value: '3.4', unit: 'mmol/L', range: '0.5-2.0', flag: 'high' as const }
const readers: Record<string, Member> = {}
let asker: Member
let named: Member
const cases: Record<string, string> = {}

/** A case with everything a case can have, by this author: photo, update, answers under both kinds of byline, one taken back. */
const aWholeCase = async (author: Member, more: Parameters<typeof aForm>[0] = {}): Promise<string> => {
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#254' } })
    .png()
    .toBuffer()
  const photo = await takeImage(deps, author, { bytes, key: randomUUID() })
  await lookedAt(deps, author, photo.id)
  const form = aForm({
    sections: { history: 'Cinco días de tos.', chiefComplaint: 'Tos' },
    vitals: [{ code: 'spo2', value: '86' }],
    labs: [lab],
    suspicions: ['Cuerpo extraño'],
    images: [{ imageId: photo.id, caption: 'Molde', kind: 'photo' }],
    consent: 'written',
    patientLeavesAt: deps.clock.now().toISOString(),
    ...more,
  })
  const { id } = await postCase(deps, author, { form, draftId: null, key: randomUUID() })
  const say = (member: Member, comment: Parameters<typeof anAnswer>[0]) =>
    postComment(deps, member, id, { form: anAnswer(comment), key: randomUUID() })
  const kind = form.mode === 'share' ? 'comment' : 'answer'
  const first = await say(readers['answerer'] as Member, { kind })
  await say(named, { kind, byline: 'name', confidence: null, seen: null })
  await say(author, {
    kind: 'comment',
    language: 'es',
    text: 'Gracias.',
    parentId: first.id,
    ...(author === named ? { byline: 'name' } : {}),
  })
  await takeBackComment(deps, readers['answerer'] as Member, first.id)
  if (form.mode === 'ask')
    await addUpdate(deps, author, id, { form: { language: 'es', text: 'Lactato nuevo.', labs: [lab] }, key: randomUUID() })
  return id
}

beforeAll(async () => {
  asker = await aDoctor('general-practice.MX', { language: 'es' })
  named = await aDoctor('cardiology.ES', { language: 'es', name: 'Invented Doctor' })
  readers['asker'] = asker
  readers['answerer'] = await aDoctor('pediatric-cardiology.GB')
  readers['reader in Spanish'] = await aDoctor('cardiology-group.ES', { language: 'es' })
  readers['reader in English under a coarse label'] = await aDoctor('doctor.europe')

  cases['bare'] = (await postCase(deps, asker, { form: aForm(), draftId: null, key: randomUUID() })).id
  cases['open'] = await aWholeCase(asker)
  cases['open, by name'] = await aWholeCase(named, { byline: 'name' })
  cases['needs-information'] = await aWholeCase(asker)
  await noteQuestionBack(deps, cases['needs-information'])
  cases['working-diagnosis'] = await aWholeCase(asker)
  await setWorkingDiagnosis(deps, asker, cases['working-diagnosis'], { language: 'es', text: 'Bronquitis plástica' })
  cases['resolved'] = await aWholeCase(asker)
  await closeCase(deps, asker, cases['resolved'], { language: 'es', outcome })
  cases['case-study'] = await aWholeCase(asker, { mode: 'share', urgency: null, outcome })
  const report = { externalId: 'x-1', text: 'A man of 40. He recovered.', source: 'A journal', doi: null, url: null, licence: 'CC BY 4.0' }
  await importCase(deps, { ...report, language: null, publishedAt: null }, 'en')
  cases['imported'] = (
    await deps.db.selectFrom('patient_case').select('id').where('external_id', 'is not', null).executeTakeFirstOrThrow()
  ).id
  cases['withdrawn'] = await aWholeCase(asker)
  await withdrawCase(deps, asker, cases['withdrawn'])

  // Every way a text can stand: held in part by the gate, translated by an engine or a person, failed, and waiting.
  const texts = await deps.db.selectFrom('translation').select(['text_id', 'language']).execute()
  for (const [at, { text_id, language }] of texts.entries()) {
    const ways = [
      { state: 'ready', by: 'machine', body: 'Translated.', held: ['Held.'], due_at: null },
      { state: 'ready', by: 'person', body: 'Written.', held: [], due_at: null },
      { state: 'failed' },
      {},
    ]
    const way = ways[at % ways.length]
    if (way && 'state' in way)
      await deps.db.updateTable('translation').set(way).where('text_id', '=', text_id).where('language', '=', language).execute()
  }
})

describe('what the database writes is what the contract promises, for every reader', () => {
  test('a case, in every state', async () => {
    for (const [state, id] of Object.entries(cases))
      for (const [who, reader] of Object.entries(readers))
        if (state !== 'withdrawn') await expectPromised(promises.showCase, showCase(deps, reader, id), `${state} for ${who}`)
  })

  test('what is left of a withdrawn case', async () => {
    for (const who of ['asker', 'answerer'])
      await expectPromised(promises.showWithdrawnCase, showWithdrawnCase(deps, readers[who] as Member, cases['withdrawn'] ?? ''), who)
  })

  test('the lists of home, and what stands beside them', async () => {
    for (const [who, reader] of Object.entries(readers)) {
      await expectPromised(promises.showHome, showHome(deps, reader), who)
      for (const list of ['for-you', 'unanswered', 'latest', 'resolved'] as const)
        for (const limit of [2, 100])
          await expectPromised(promises.listCases, listCases(deps, reader, { list, limit }), `${list}, ${limit}, for ${who}`)
    }
  })
})
