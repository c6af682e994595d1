import { describe, expect, test } from 'vitest'
import type { CaseInList, ShownCase } from '#contract/community/cases.ts'
import { listCases } from '#server/community/cases/list-cases.ts'
import { showCase } from '#server/community/cases/show-case.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import type { Translator } from '../community/texts/Translator.ts'
import { importLines } from './importCases.ts'

const { deps, aDoctor } = await aCommunity()
const reader = await aDoctor('dermatology.ES', { language: 'es' })

const shouting: Translator = {
  name: 'shouting',
  pairs: () => [{ from: 'en', to: 'es' }],
  translate: async (sentences) => sentences.map(({ text }) => ({ text: text.toUpperCase() })),
  health: async () => ({ ok: true }),
  stop: async () => {},
}

const aLine = (id: string, more: Record<string, unknown> = {}) =>
  JSON.stringify({
    id,
    text: `A woman under the number ${id} had a fever after a journey. She got better with rest.`,
    source: 'A Journal',
    doi: '10.1234/collection',
    url: 'https://example.org/collection',
    licence: 'CC BY 4.0',
    date: '2018-12-01',
    ...more,
  })
const numbered = (lines: readonly string[]) => lines.map((text, index) => ({ number: index + 1, text }))
const run = (
  lines: readonly string[],
  { dryRun = false, translator = shouting as Translator | null, language = null as 'en' | 'es' | null } = {},
) => importLines({ ...deps, translator }, numbered(lines), { language, dryRun })
const published = async (): Promise<CaseInList[]> =>
  JSON.parse((await listCases(deps, reader, { list: 'resolved', published: 'only' })).text).items
const rowsIn = async () => {
  const { text, cases } = await deps.db
    .selectNoFrom((from) => [
      from
        .selectFrom('text')
        .select((row) => row.fn.countAll<number>().as('n'))
        .as('text'),
      from
        .selectFrom('patient_case')
        .select((row) => row.fn.countAll<number>().as('n'))
        .as('cases'),
    ])
    .executeTakeFirstOrThrow()
  return { text, cases }
}

describe('importing published case reports', () => {
  test('a dry run tells what would be imported, and writes nothing', async () => {
    expect(await run([aLine('D1'), aLine('D2')], { dryRun: true })).toMatchObject({ imported: 2, known: 0, texts: 0 })
    expect(await rowsIn()).toEqual({ text: 0, cases: 0 })
  })

  test('each becomes a case study with its source in place of a byline, readable in both languages, and alerts nobody', async () => {
    expect(await run([aLine('A1'), aLine('A2')])).toMatchObject({ lines: 2, imported: 2, known: 0, texts: 4, waiting: 0 })
    const [found] = (await published()).filter(({ question }) => question.original?.body.includes('A1'))
    expect(found).toMatchObject({
      mode: 'share',
      state: 'case-study',
      byline: null,
      attribution: { source: 'A Journal', doi: '10.1234/collection', url: 'https://example.org/collection', licence: 'CC BY 4.0' },
      specialties: [],
      finalDiagnosis: null,
      clock: { askedAt: '2018-12-01T00:00:00.000Z', resolvedAt: '2018-12-01T00:00:00.000Z' },
      question: { state: 'ready', by: 'machine', body: 'A WOMAN UNDER THE NUMBER A1 HAD A FEVER AFTER A JOURNEY.' },
    })
    const whole: ShownCase = JSON.parse((await showCase(deps, reader, found?.id ?? '')).text)
    expect(whole).toMatchObject({
      outcome: null,
      mine: false,
      sections: [
        {
          name: 'history',
          text: { state: 'ready', original: { language: 'en', body: expect.stringContaining('She got better with rest.') } },
        },
      ],
      transitions: [{ from: null, to: 'case-study', by: 'system' }],
    })
    expect(
      await deps.db
        .selectFrom('pgboss.job' as never)
        .selectAll()
        .execute(),
    ).toEqual([])
  })

  test('a second time nothing is imported, in the same file neither', async () => {
    const before = await rowsIn()
    expect(await run([aLine('A1'), aLine('A2')])).toMatchObject({ imported: 0, known: 2 })
    expect(await rowsIn()).toEqual(before)
    expect(await run([aLine('A3'), aLine('A3')])).toMatchObject({ imported: 1, known: 1 })
  })

  test('a broken line and one without a licence are refused with their numbers; the others are imported', async () => {
    const result = await run(['{"id": "B1"', aLine('B2', { licence: '' }), aLine('B3'), '}'])
    expect(result).toMatchObject({ lines: 4, imported: 1 })
    expect(Object.fromEntries(result.refused)).toEqual({ 'is not a JSON object': [1, 4], 'has no licence': [2] })
  })

  test('the language is the one given, else the line’s, else that of its words', async () => {
    const words = 'Mujer de 40 años que acude con fiebre de una semana tras un viaje.'
    await run([aLine('L1', { text: words }), aLine('L2', { text: words, language: 'en' })])
    await run([aLine('L3')], { language: 'es' })
    const rows = await deps.db
      .selectFrom('patient_case')
      .innerJoin('text', 'text.id', 'question_text_id')
      .select(['external_id', 'text.language'])
      .where('external_id', 'like', '%#L_')
      .orderBy('external_id')
      .execute()
    expect(rows.map(({ language }) => language)).toEqual(['es', 'en', 'es'])
  })

  test('without an engine they stand in the original and are due for the server', async () => {
    expect(await run([aLine('W1')], { translator: null })).toMatchObject({ imported: 1, texts: 2, waiting: 2 })
    const due = await deps.db.selectFrom('translation').select(['state', 'due_at']).where('state', '<>', 'ready').execute()
    expect(due).toHaveLength(2)
    expect(due.every(({ state, due_at }) => state === 'pending' && due_at !== null)).toBe(true)
  })

  test('two imports of one report at once import it once', async () => {
    const results = await Promise.all([run([aLine('T1')]), run([aLine('T1')])])
    expect(results.map(({ imported }) => imported).sort()).toEqual([0, 1])
  })
})
