import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

// A community that speaks a third language: nothing but this setting differs from any other.
vi.hoisted(() => {
  process.env['SITE_LANGUAGES'] = 'en,es,ca'
})

import type { ShownCase } from '#contract/community/cases.ts'
import type { TextLanguage } from '#contract/shapes.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { anAnswer } from '#server/testing/anAnswer.ts'
import { postCase } from './community/cases/post-case.ts'
import { showCase } from './community/cases/show-case.ts'
import { postComment } from './community/discussion/post-comment.ts'
import { indexCase } from './community/search/index-case.ts'
import { searchCases } from './community/search/search-cases.ts'
import { apertium } from './community/texts/apertium.ts'
import { findApertium } from './community/texts/findApertium.ts'
import type { Translator } from './community/texts/Translator.ts'
import { translateWanted } from './community/texts/translate-wanted.ts'
import { unpackApertium } from './community/texts/unpackApertium.ts'

const { deps, aDoctor } = await aCommunity()
let translator: Translator

beforeAll(async () => {
  const dataDir = join(process.env['CONSILIUM_DATA'] ?? '.data', 'three-languages')
  const place = (await findApertium({ dataDir, system: null })) ?? (await unpackApertium({ dataDir, log: () => {} }))
  if ('reason' in place) throw new Error(place.reason)
  translator = apertium(place)
}, 240_000)

afterAll(() => translator?.stop())

const readers = {
  en: await aDoctor('cardiology.GB', { language: 'en' }),
  es: await aDoctor('general-practice.MX', { language: 'es' }),
  ca: await aDoctor('general-practice.ES', { language: 'ca' }),
}

const translateAll = async () => {
  const wanted = await deps.db.selectFrom('translation').select(['text_id', 'language']).where('state', '<>', 'ready').execute()
  for (const { text_id, language } of wanted) await translateWanted({ ...deps, translator }, text_id, language as TextLanguage)
}
const read = async (language: TextLanguage, id: string): Promise<ShownCase> =>
  JSON.parse((await showCase(deps, readers[language], id)).text)

test('asked in Catalan, it is read in English and in Spanish, and answers in both are read in Catalan', async () => {
  const { id } = await postCase(deps, readers.ca, {
    key: randomUUID(),
    draftId: null,
    form: aForm({
      language: 'ca',
      question: 'Què faríeu amb aquest nen que no respira bé?',
      sections: { history: 'El pacient no té febre. Pren 0,5 mg de lorazepam cada 8 hores.' },
    }),
  })
  await postComment(deps, readers.en, id, { key: randomUUID(), form: anAnswer({ text: 'The child has no fever. Give 2.5 mg now.' }) })
  await postComment(deps, readers.es, id, {
    key: randomUUID(),
    form: anAnswer({ language: 'es', text: 'El niño tiene dolor en el brazo izquierdo desde ayer.' }),
  })
  await translateAll()

  const [english, spanish, catalan] = [await read('en', id), await read('es', id), await read('ca', id)]
  expect(catalan.question).toMatchObject({ language: 'ca', state: 'original' })
  expect(english.sections[0]?.text).toMatchObject({ state: 'ready', language: 'en', original: { language: 'ca' } })
  expect(english.sections[0]?.text.body).toMatch(/fever.*0\.5 mg.*lorazepam/s)
  expect(spanish.sections[0]?.text).toMatchObject({ state: 'ready', language: 'es', original: { language: 'ca' } })
  expect(spanish.sections[0]?.text.body).toMatch(/no tiene fiebre.*0,5 mg.*lorazepam/is)
  for (const { text } of catalan.comments) expect(text).toMatchObject({ state: 'ready', language: 'ca' })
  // Two comments of one moment stand in either order.
  const said = ({ comments }: typeof catalan) => comments.map(({ text }) => text?.body ?? '')
  const fromEnglish = said(catalan).find((body) => /febre/.test(body))
  expect(fromEnglish).toMatch(/2,5 mg|Give 2\.5 mg now/)
  expect(said(catalan)).toContainEqual(expect.stringMatching(/braç esquerre/))
  expect(said(english)).toContainEqual(expect.stringMatching(/left arm/))

  await indexCase(deps, id)
  for (const [language, word] of [
    ['ca', 'febre'],
    ['en', 'fever'],
    ['es', 'fiebre'],
  ] as const)
    expect((await searchCases(deps, readers[language], { q: word })).text).toContain(id)
})

test('a sentence that loses its denial on the way from Catalan is held back as from any other language', async () => {
  const poisoned: Translator = {
    ...translator,
    translate: async (sentences) => sentences.map(() => ({ text: 'The patient has fever.' })),
  }
  const { id } = await postCase(deps, readers.ca, {
    key: randomUUID(),
    draftId: null,
    form: aForm({ language: 'ca', question: 'El pacient no té febre ni dolor.' }),
  })
  const { question } = await read('ca', id)
  await translateWanted({ ...deps, translator: poisoned }, question.id, 'en')
  expect((await read('en', id)).question).toMatchObject({
    body: 'El pacient no té febre ni dolor.',
    held: ['El pacient no té febre ni dolor.'],
  })
})

test('a doctor who reads Catalan is spoken to in the nearest language the product has words in', async () => {
  expect(readers.ca.language).toBe('ca')
  const { wordsFor } = await import('#contract/shapes.ts')
  expect(wordsFor.ca).toBe('es')
})
