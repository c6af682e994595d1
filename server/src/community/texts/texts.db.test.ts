import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { Passed } from './Passed.ts'
import type { Translator } from './Translator.ts'
import { dueTranslations, translateWanted } from './translate-wanted.ts'
import { rewriteText, writeText } from './write-text.ts'

const { deps, moveClock } = await aCommunity()

/** An engine that writes in capitals, or fails when told to. */
const engine = ({ fails = () => false }: { fails?: () => boolean } = {}): Translator => ({
  name: 'loud',
  pairs: () => [
    { from: 'en', to: 'es' },
    { from: 'es', to: 'en' },
  ],
  translate: async (sentences) => sentences.map(({ text }) => (fails() ? { error: 'down' } : { text: text.toUpperCase() })),
  health: async () => ({ ok: true }),
  stop: async () => {},
})
const write = (body: string, alsoIn?: { es?: string; en?: string }) =>
  deps.db.transaction().execute((trx) =>
    writeText(deps, trx, {
      language: 'en',
      body,
      passed: Passed.published(),
      setting: { specialty: null, lends: true },
      ...(alsoIn ? { alsoIn } : {}),
    }),
  )
const shown = async (id: string, language: string) =>
  (
    await sql<{
      text: { body: string; state: string; by: string | null; original: { body: string } | null }
    }>`select text_json(${id}, ${language}) as text`.execute(deps.db)
  ).rows[0]?.text

describe('a text and its translation', () => {
  test('is the original to its own reader, pending to the other, then translated with the original beside it', async () => {
    const id = await write('The child is better.')
    expect(await shown(id, 'en')).toMatchObject({ state: 'original', body: 'The child is better.', original: null })
    expect(await shown(id, 'es')).toMatchObject({ state: 'pending', body: 'The child is better.' })
    await translateWanted({ ...deps, translator: engine() }, id, 'es')
    expect(await shown(id, 'es')).toMatchObject({ state: 'ready', by: 'machine', original: { body: 'The child is better.' } })
  })

  test('what a person wrote in the other language stands, and no engine is asked', async () => {
    const id = await write('Well done.', { es: 'Bien hecho.' })
    await translateWanted({ ...deps, translator: engine() }, id, 'es')
    expect(await shown(id, 'es')).toMatchObject({ state: 'ready', by: 'person', body: 'Bien hecho.' })
  })

  test('an engine that fails leaves the original with a notice, is asked again after its wait, and then succeeds', async () => {
    const id = await write('The pulse is weak.')
    await translateWanted({ ...deps, translator: engine({ fails: () => true }) }, id, 'es')
    expect(await shown(id, 'es')).toMatchObject({ state: 'failed', body: 'The pulse is weak.' })
    const due = async () =>
      (await deps.db.selectFrom('translation').select('due_at').where('text_id', '=', id).executeTakeFirstOrThrow()).due_at
    expect((await due())?.getTime()).toBe(deps.clock.now().getTime() + 60_000)
    moveClock(61_000)
    await dueTranslations(deps, deps.clock.now())
    await translateWanted({ ...deps, translator: engine() }, id, 'es')
    expect(await shown(id, 'es')).toMatchObject({ state: 'ready' })
  })

  test('with no engine at all the original stands', async () => {
    const id = await write('Nothing to add.')
    await translateWanted({ ...deps, translator: null }, id, 'es')
    expect(await shown(id, 'es')).toMatchObject({ state: 'failed', body: 'Nothing to add.' })
  })

  test('an edit while the engine works wins: the old translation is never shown for the new words', async () => {
    const id = await write('Give the drug.')
    const slow: Translator = {
      ...engine(),
      translate: async (sentences) => {
        await deps.db
          .transaction()
          .execute((trx) => rewriteText(deps, trx, id, { language: 'en', body: 'Do not give the drug.', passed: Passed.published() }))
        return sentences.map(({ text }) => ({ text }))
      },
    }
    await translateWanted({ ...deps, translator: slow }, id, 'es')
    expect(await shown(id, 'es')).toMatchObject({ state: 'pending', body: 'Do not give the drug.' })
    await translateWanted({ ...deps, translator: engine() }, id, 'es')
    expect((await shown(id, 'es'))?.original?.body).toBe('Do not give the drug.')
  })

  test('an edit asks the engine for the changed sentence alone', async () => {
    const asked: string[] = []
    const listening: Translator = {
      ...engine(),
      translate: async (sentences) => {
        asked.push(...sentences.map(({ text }) => text))
        return sentences.map(({ text }) => ({ text: text.toUpperCase() }))
      },
    }
    const id = await write('She slept well. She ate nothing. The dose was 2.5 mg.')
    await translateWanted({ ...deps, translator: listening }, id, 'es')
    const body = 'She slept well. She ate a little. The dose was 2.5 mg.'
    await deps.db.transaction().execute((trx) => rewriteText(deps, trx, id, { language: 'en', body, passed: Passed.published() }))
    asked.length = 0
    await translateWanted({ ...deps, translator: listening }, id, 'es')
    expect(asked).toHaveLength(2)
    expect(asked).not.toContain('She slept well.')
    expect(await shown(id, 'es')).toMatchObject({ state: 'ready', body: expect.stringMatching(/^SHE SLEPT WELL\. SHE ATE A LITTLE\./) })
  })

  test('the old wording of an edited text is kept as a revision', async () => {
    const id = await write('First.')
    await deps.db
      .transaction()
      .execute((trx) => rewriteText(deps, trx, id, { language: 'en', body: 'Second.', passed: Passed.published() }))
    const kept = await deps.db.selectFrom('text_revision').select(['revision', 'body']).where('text_id', '=', id).execute()
    expect(kept).toEqual([{ revision: 1, body: 'First.' }])
  })
})
