import { describe, expect, it } from 'vitest'
import type { TranslatedSentence, Translator } from './Translator.ts'
import { translateText } from './translateText.ts'

/** An engine that knows the sentences it was told and fails on every other. */
function engineThatSays(known: Record<string, string>): Translator {
  return engine(async (sentences) =>
    sentences.map((sentence) => {
      const text = known[sentence.replace(/[\uE000-\uF8FF]/gu, '#')]
      if (text === undefined) return { error: `does not know: ${sentence}` }
      const placeholders = (sentence.match(/[\uE000-\uF8FF]/gu) ?? []).values()
      return { text: text.replace(/#/g, () => placeholders.next().value ?? '') }
    }),
  )
}

const engine = (translate: (sentences: readonly string[]) => Promise<readonly TranslatedSentence[]>): Translator => ({
  name: 'test',
  pairs: () => [{ from: 'en', to: 'es' }],
  translate: (sentences) => translate(sentences.map(({ text }) => text)),
  health: async () => ({ ok: true }),
  stop: async () => {},
})

describe('translating a text', () => {
  it('keeps its lines, lists and gaps', async () => {
    const translator = engineThatSays({ 'She has no fever.': 'No tiene fiebre.', 'She coughs.': 'Tose.' })
    const { body, state } = await translateText({ translator }, '- She has no fever.  She coughs.\n\n120/80\n', 'en', 'es')
    expect(body).toBe('- No tiene fiebre.  Tose.\n\n120/80\n')
    expect(state).toBe('ready')
  })

  it('carries figures and abbreviations past the engine and into the reader’s format', async () => {
    const translator = engineThatSays({ 'The # had # and was given #.': '  El # tenía # y recibió  #.' })
    const { body } = await translateText({ translator }, 'The COPD had K 5.9 mmol/L and was given 1,500 mg.'.replace('K ', ''), 'en', 'es')
    expect(body).toBe('El EPOC tenía 5,9 mmol/L y recibió 1500 mg.')
  })

  it('shows a sentence in the original when its meaning did not come through', async () => {
    const translator = engineThatSays({ '# the kidney medicine.': 'Mantener la medicina.', 'She has no fever.': 'No tiene fiebre.' })
    const { body, segments, state } = await translateText({ translator }, 'Hold the kidney medicine. She has no fever.', 'en', 'es')
    expect(body).toBe('Hold the kidney medicine. No tiene fiebre.')
    expect(segments[0]).toMatchObject({ target: 'Hold the kidney medicine.', held: [{ kind: 'instruction' }] })
    expect(segments[1]).toMatchObject({ held: null })
    expect(state).toBe('ready')
  })

  it('holds a sentence whose protected span was lost', async () => {
    const { segments } = await translateText({ translator: engineThatSays({ 'Aspirin #.': 'Aspirina.' }) }, 'Aspirin 300 mg.', 'en', 'es')
    expect(segments).toMatchObject([{ target: 'Aspirin 300 mg.', held: [{ kind: 'placeholder' }] }])
  })

  it('keeps the original of a sentence the engine could not do, and asks for another try', async () => {
    const { body, segments, state } = await translateText(
      { translator: engineThatSays({ 'She has no fever.': 'No tiene fiebre.' }) },
      'She has no fever. She coughs.',
      'en',
      'es',
    )
    expect(body).toBe('No tiene fiebre. She coughs.')
    expect(segments[1]!.error).toMatch(/does not know/)
    expect(state).toBe('failed')
  })

  it.each([
    ['throws', engine(() => Promise.reject(new Error('down')))],
    ['answers too little', engine(async () => [])],
  ])('fails as a whole, with the original intact, when the engine %s', async (_, translator) => {
    const { body, state } = await translateText({ translator }, 'No fever.', 'en', 'es')
    expect({ body, state }).toEqual({ body: 'No fever.', state: 'failed' })
  })

  it('does not ask for sentences that are in the reader’s language already', async () => {
    const translator = engineThatSays({ 'Thank you.': 'Gracias.' })
    const { body, state } = await translateText(
      { translator },
      'Thank you. Yo pediría los anticuerpos antes de repetir los corticoides.',
      'en',
      'es',
    )
    expect(body).toBe('Gracias. Yo pediría los anticuerpos antes de repetir los corticoides.')
    expect(state).toBe('ready')
  })

  it('leaves an empty text empty', async () => {
    expect(await translateText({ translator: engineThatSays({}) }, '', 'en', 'es')).toEqual({ body: '', segments: [], state: 'ready' })
  })
})
