import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { Passed } from './Passed.ts'
import { findLanguages, stretchesOf, wantedLanguages } from './stretches.ts'
import type { Translator } from './Translator.ts'
import { dueTranslations, translateWanted } from './translate-wanted.ts'
import { rewriteText, sayWrittenIn, writeText } from './write-text.ts'

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

  test('what a person wrote explains its terms too', async () => {
    const id = await write('The spleen is big.', { es: 'El bazo es grande.' })
    expect(await shown(id, 'es')).toMatchObject({ terms: [{ start: 3, end: 7, source: 'spleen', language: 'en', reading: null }] })
    expect(await shown(id, 'en')).toMatchObject({ terms: [] })
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

  test('an edit that leaves the words keeps what its author judges now, and neither a revision nor a translation is made', async () => {
    const body = 'She came home from Almendralejo.'
    const id = await write(body)
    await translateWanted({ ...deps, translator: engine() }, id, 'es')
    const fields = [{ path: 'text', text: body }]
    const passed = Passed.guard(fields, { language: 'en', notIdentifiers: [{ words: 'Almendralejo', reason: 'public' }] })
    await deps.db.transaction().execute((trx) => rewriteText(deps, trx, id, { language: 'en', body, passed }))
    const judged = await deps.db.selectFrom('text_judgement').select(['starts_at', 'reason']).where('text_id', '=', id).execute()
    expect(judged).toEqual([{ starts_at: 19, reason: 'public' }])
    expect(await shown(id, 'es')).toMatchObject({ state: 'ready' })
    expect(await deps.db.selectFrom('text_revision').select('revision').where('text_id', '=', id).execute()).toEqual([])
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

describe('a text in another language than it was composed in', () => {
  const row = (id: string) => deps.db.selectFrom('text').select(['language', 'spans']).where('id', '=', id).executeTakeFirstOrThrow()
  const lettersFrom = (asked: string[]): Translator => ({
    ...engine(),
    translate: async (sentences, from) => {
      asked.push(...sentences.map(({ text }) => `${from}: ${text}`))
      return sentences.map(({ text }) => ({ text: text.toUpperCase() }))
    },
  })

  test('is in the language of its words, and is translated for readers of the other', async () => {
    const id = await write('Yo pediría los anticuerpos antes de repetir los corticoides.')
    expect((await row(id)).language).toBe('es')
    expect(await shown(id, 'es')).toMatchObject({ state: 'original' })
    expect(await shown(id, 'en')).toMatchObject({ state: 'pending' })
  })

  test('is in that of its author where its words do not tell', async () => {
    expect(await row(await write('Creatinina'))).toEqual({ language: 'en', spans: null })
    expect(await row(await write('BP 120/80, HR 72.'))).toEqual({ language: 'en', spans: null })
  })

  test('mixed, is kept as stretches, and each reader gets the foreign ones translated and the others as they are', async () => {
    const body = 'I would check the antibodies before giving steroids.\nGracias por presentar este caso tan interesante.'
    const id = await write(body)
    const spanish = body.indexOf('Gracias')
    expect(await row(id)).toEqual({ language: 'en', spans: [{ start: spanish, end: body.length, language: 'es' }] })
    expect(await shown(id, 'en')).toMatchObject({ state: 'pending', spans: [{ start: spanish, language: 'es' }] })
    const asked: string[] = []
    for (const language of ['en', 'es'] as const) await translateWanted({ ...deps, translator: lettersFrom(asked) }, id, language)
    expect(asked).toEqual([
      'es: Gracias por presentar este caso tan interesante.',
      'en: I would check the antibodies before giving steroids.',
    ])
    expect(await shown(id, 'en')).toMatchObject({
      state: 'ready',
      body: 'I would check the antibodies before giving steroids.\nGRACIAS POR PRESENTAR ESTE CASO TAN INTERESANTE.',
      spans: [],
      original: { body, spans: [{ start: spanish, language: 'es' }] },
    })
    expect((await shown(id, 'es'))?.body).toBe(
      'I WOULD CHECK THE ANTIBODIES BEFORE GIVING STEROIDS.\nGracias por presentar este caso tan interesante.',
    )
  })

  test('is in the language its author says, then and after an edit, and what was made of it is made anew', async () => {
    const id = await write('Lupus nephritis')
    const say = (language: 'en' | 'es') => deps.db.transaction().execute((trx) => sayWrittenIn(deps, trx, id, language))
    await translateWanted({ ...deps, translator: engine() }, id, 'es')
    await say('es')
    expect(await shown(id, 'es')).toMatchObject({ state: 'original' })
    expect(await shown(id, 'en')).toMatchObject({ state: 'pending' })
    await deps.db
      .transaction()
      .execute((trx) =>
        rewriteText(deps, trx, id, { language: 'en', body: 'The kidney is inflamed by lupus.', passed: Passed.published() }),
      )
    expect((await row(id)).language).toBe('es')
  })
})

test('stretches cover a text from its first letter to its last, and the wanted languages are those it does not stand whole in', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'I would check the antibodies first.',
          'Yo pediría los anticuerpos primero.',
          'BP 120/80.',
          '\n',
          '\r\n',
          '- ',
          ' ',
          'TAC',
        ),
        { maxLength: 12 },
      ),
      (parts) => {
        const body = parts.join('')
        const written = findLanguages(body, 'en')
        expect(
          stretchesOf(body, written)
            .map(({ text }) => text)
            .join(''),
        ).toBe(body)
        expect(wantedLanguages(written, ['en', 'es'])).toContain(written.language === 'en' ? 'es' : 'en')
      },
    ),
  ))
