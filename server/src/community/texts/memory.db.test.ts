import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { takeByline } from '../bylines/take-byline.ts'
import { correctSentence, settleCorrection, takeSentence } from './correct-sentence.ts'
import { dropTexts, emptyText } from './drop-texts.ts'
import { glossaryOf } from './glossary.rules.ts'
import { lendSentences } from './lend-sentences.ts'
import { keyOf } from './memory.rules.ts'
import { Passed } from './Passed.ts'
import type { Translator } from './Translator.ts'
import { translateWanted } from './translate-wanted.ts'
import { rewriteText, type Setting, writeText } from './write-text.ts'

const { deps, aDoctor, moveClock } = await aCommunity()
const glossary = glossaryOf([], 'none')

let asked: string[] = []
beforeEach(() => {
  asked = []
})

/** An engine that writes in capitals, and remembers what it was asked. */
const engine = (name = 'loud'): Translator => ({
  name,
  pairs: () => [],
  translate: async (sentences) => {
    asked.push(...sentences.map(({ text }) => text))
    return sentences.map(({ text }) => ({ text: text.toUpperCase() }))
  },
  health: async () => ({ ok: true }),
  stop: async () => {},
})

const write = async (body: string, setting: Partial<Setting> = {}, translator = engine()) => {
  const id = await deps.db
    .transaction()
    .execute((trx) =>
      writeText(deps, trx, { language: 'en', body, passed: Passed.published(), setting: { specialty: null, lends: true, ...setting } }),
    )
  await translateWanted({ ...deps, translator }, id, 'es')
  return id
}
const translate = (id: string, translator = engine()) => translateWanted({ ...deps, translator }, id, 'es')
const shown = async (id: string) =>
  (
    await sql<{ text: { body: string; state: string; by: string | null; corrected: number; held: string[] } }>`
      select t.shown as text from text_json(${id}, 'es') t`.execute(deps.db)
  ).rows[0]?.text

const byline = async () => {
  const doctor = await aDoctor()
  return deps.db.transaction().execute((trx) => takeByline(deps, trx, doctor, deps.ids.random(), 'anonymous'))
}

const correct = async (textId: string, source: string, target: string, { findings = [] }: { findings?: never[] | [unknown] } = {}) => {
  moveClock(1_000)
  const id = deps.ids.timed(deps.clock.now())
  const bylineId = await byline()
  await deps.db.transaction().execute(async (trx) => {
    const place = { textId, language: 'es' as const, key: keyOf(source) }
    const sentence = await takeSentence(trx, place)
    if (!sentence) throw new Error('no such sentence')
    const row = { ...place, id, source, before: sentence.shown, target, findings: findings as never[], bylineId, settledBy: null }
    const sent = { state: 'proposed' as const, at: deps.clock.now(), clientKey: deps.ids.random(), requestHash: Buffer.from('x') }
    await correctSentence(deps, trx, { ...row, ...sent }, glossary)
  })
  return id
}
const settle = (id: string, source: string, state: 'accepted' | 'declined' | 'taken-back') =>
  deps.db
    .transaction()
    .execute((trx) =>
      settleCorrection(
        deps,
        trx,
        { id, language: 'es', key: keyOf(source) },
        { state, settledBy: state === 'taken-back' ? null : 'author' },
        glossary,
      ),
    )

describe('a sentence said again', () => {
  test('is not asked of the engine again, in whichever text it stands', async () => {
    await write('The knee hurts. He walks.')
    asked = []
    const other = await write('The knee hurts. He cannot climb stairs.')
    expect(asked).toEqual(['He cannot climb stairs.'])
    expect((await shown(other))?.body).toMatch(/^THE KNEE HURTS\. /)
  })

  test('is asked again of a better engine than the one that said it', async () => {
    await write('The hip hurts.')
    asked = []
    await write('The hip hurts.', {}, engine('better, loud'))
    expect(asked).toEqual(['The hip hurts.'])
  })

  test('is never taken from a text that not everybody may read', async () => {
    await write('The wrist hurts.', { lends: false })
    asked = []
    await write('The wrist hurts.')
    expect(asked).toEqual(['The wrist hurts.'])
  })
})

describe('a sentence a doctor puts right', () => {
  test('stands at once for every reader, in its text and wherever the same is said', async () => {
    const [id, other] = [await write('The toe hurts. He walks.'), await write('The toe hurts. He runs.')]
    await correct(id, 'The toe hurts.', 'Le duele el dedo del pie.')
    expect(await shown(id)).toMatchObject({ body: 'Le duele el dedo del pie. HE WALKS.', corrected: 1, state: 'ready' })
    expect(await shown(other)).toMatchObject({ body: 'Le duele el dedo del pie. HE RUNS.', corrected: 1 })
    asked = []
    const later = await write('The toe hurts.')
    expect(asked).toEqual([])
    expect((await shown(later))?.body).toBe('Le duele el dedo del pie.')
  })

  test('outlives an edit that leaves it, and no engine overwrites it', async () => {
    const id = await write('The ear hurts. He walks.')
    await correct(id, 'The ear hurts.', 'Le duele el oído.')
    await deps.db
      .transaction()
      .execute((trx) => rewriteText(deps, trx, id, { language: 'en', body: 'The ear hurts. He sits.', passed: Passed.published() }))
    await translate(id, engine('better'))
    expect((await shown(id))?.body).toBe('Le duele el oído. HE SITS.')
  })

  test('an edit that changes it takes it out of the memory', async () => {
    const id = await write('The jaw hurts.')
    await correct(id, 'The jaw hurts.', 'Le duele la mandíbula.')
    await deps.db
      .transaction()
      .execute((trx) => rewriteText(deps, trx, id, { language: 'en', body: 'The jaw is better.', passed: Passed.published() }))
    await translate(id)
    expect((await shown(await write('The jaw hurts.')))?.body).toBe('THE JAW HURTS.')
  })

  test('while the engine is at work on its text again, it stands, and the text is asked for once more', async () => {
    const id = await write('The heel hurts. He walks.')
    await deps.db.updateTable('translated_sentence').set({ engine: '' }).where('text_id', '=', id).execute()
    await deps.db.updateTable('translation').set({ due_at: deps.clock.now() }).where('text_id', '=', id).execute()
    const slow = engine()
    await translate(id, {
      ...slow,
      translate: async (sentences, from, to) => {
        await correct(id, 'The heel hurts.', 'Le duele el talón.')
        return slow.translate(sentences, from, to)
      },
    })
    expect(await shown(id)).toMatchObject({ body: 'Le duele el talón. HE WALKS.', corrected: 1, state: 'ready' })
    await translate(id)
    expect(await shown(id)).toMatchObject({ body: 'Le duele el talón. HE WALKS.', corrected: 1 })
  })

  test('taken back or declined, what the engine said stands again, everywhere', async () => {
    const [id, other] = [await write('The back hurts.'), await write('The back hurts. He sits.')]
    const first = await correct(id, 'The back hurts.', 'Le duele la espalda.')
    await settle(first, 'The back hurts.', 'taken-back')
    expect((await shown(id))?.body).toBe('THE BACK HURTS.')
    expect((await shown(other))?.body).toBe('THE BACK HURTS. HE SITS.')
    const [second, third] = [await correct(id, 'The back hurts.', 'Dos.'), await correct(id, 'The back hurts.', 'Tres.')]
    expect((await shown(id))?.body).toBe('Tres.')
    await settle(third, 'The back hurts.', 'declined')
    expect((await shown(id))?.body).toBe('Dos.')
    await settle(second, 'The back hurts.', 'declined')
    expect((await shown(id))?.body).toBe('THE BACK HURTS.')
  })

  test('taken back where no engine had said it, it is asked of the engine', async () => {
    const id = await write('The rib hurts.')
    const correction = await correct(id, 'The rib hurts.', 'Le duele la costilla.')
    const other = await write('The rib hurts. He sits.')
    await deps.db.updateTable('translated_sentence').set({ machine: null }).where('text_id', '=', other).execute()
    await settle(correction, 'The rib hurts.', 'taken-back')
    expect((await shown(other))?.state).toBe('pending')
    await translate(other)
    expect((await shown(other))?.body).toBe('THE RIB HURTS. HE SITS.')
  })

  test('stands in its own text alone while the gate objects and nobody else has accepted it', async () => {
    const [id, other] = [await write('The left eye hurts.'), await write('The left eye hurts.')]
    const findings: [unknown] = [{ kind: 'side', expected: 'left', found: '' }]
    const correction = await correct(id, 'The left eye hurts.', 'Le duele un ojo.', { findings })
    expect((await shown(id))?.body).toBe('Le duele un ojo.')
    expect((await shown(other))?.body).toBe('The left eye hurts.')
    await settle(correction, 'The left eye hurts.', 'accepted')
    expect(await shown(other)).toMatchObject({ body: 'Le duele un ojo.', held: [] })
  })

  test('in a text not everybody may read, it goes nowhere else', async () => {
    const [id, other] = [await write('The chin hurts.', { lends: false }), await write('The chin hurts.')]
    await correct(id, 'The chin hurts.', 'Le duele el mentón.')
    expect((await shown(id))?.body).toBe('Le duele el mentón.')
    expect((await shown(other))?.body).toBe('THE CHIN HURTS.')
  })
})

describe('when a text goes', () => {
  test.each([
    ['erased', (id: string) => deps.db.transaction().execute((trx) => dropTexts(trx, [id]))],
    ['emptied', (id: string) => deps.db.transaction().execute((trx) => emptyText(trx, id))],
    ['taken back', (id: string) => deps.db.transaction().execute((trx) => lendSentences(trx, id, false))],
  ])('%s, what was corrected in it goes from every other', async (how, go) => {
    const source = `The shin hurts, ${how}.`
    const [id, other] = [await write(source), await write(`${source} He sits.`)]
    await correct(id, source, 'Le duele la espinilla.')
    expect((await shown(other))?.body).toBe('Le duele la espinilla. HE SITS.')
    await go(id)
    expect(await shown(other)).toMatchObject({ state: 'pending', body: `${source} He sits.` })
    const kept = await deps.db.selectFrom('translation').select('body').where('text_id', '=', other).execute()
    expect(kept).toEqual([{ body: null }])
    await translate(other)
    expect((await shown(other))?.body).toBe(`${source.toUpperCase()} HE SITS.`)
  })
})
