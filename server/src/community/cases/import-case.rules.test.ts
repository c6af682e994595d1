import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutAtWord, questionFrom, readReport } from './import-case.rules.ts'

const line = (more: Record<string, unknown> = {}) =>
  JSON.stringify({ id: 'EN1', text: 'A man coughed.', source: 'A Journal', doi: '10.1234/abc', licence: 'CC BY 4.0', ...more })

describe('a line of a file', () => {
  test('is a report with its source, licence, address and date', () => {
    expect(readReport(line({ url: 'https://example.org/a', date: '2012-11-19', language: 'es' }))).toEqual({
      externalId: '10.1234/abc#EN1',
      text: 'A man coughed.',
      language: 'es',
      source: 'A Journal',
      doi: '10.1234/abc',
      url: 'https://example.org/a',
      licence: 'CC BY 4.0',
      publishedAt: new Date('2012-11-19'),
    })
  })

  test('may leave out language, address, date, and one of DOI and id', () => {
    expect(readReport(line({ id: undefined }))).toMatchObject({ externalId: '10.1234/abc', language: null, url: null, publishedAt: null })
    expect(readReport(line({ doi: '' }))).toMatchObject({ externalId: 'EN1', doi: null })
  })

  test('two reports under the DOI of one collection are two', () => {
    const [one, other] = ['ES1', 'ES2'].map((id) => readReport(line({ id })))
    expect(one).not.toMatchObject({ externalId: (other as { externalId: string }).externalId })
  })

  test.each(['http://doi.org/10.1234/abc', 'https://dx.doi.org/10.1234/abc', 'doi: 10.1234/abc'])('knows the DOI in %s', (doi) => {
    expect(readReport(line({ doi }))).toMatchObject({ doi: '10.1234/abc' })
  })

  test.each([
    ['is not a JSON object', '{"id": "EN1", "text":'],
    ['is not a JSON object', '["a"]'],
    ['is not a JSON object', 'null'],
    ['has no text', line({ text: ' \n' })],
    ['has no text', line({ text: 7 })],
    ['has a text of more than 20000 characters', line({ text: 'a'.repeat(20_001) })],
    ['holds a character that no text has', line({ text: 'a\u0000b' })],
    ['does not say where it was published', line({ source: undefined })],
    ['has no licence', line({ licence: '' })],
    ['has a DOI that is none', line({ doi: 'see the article' })],
    ['has an address that is none of the web', line({ url: 'javascript:alert(1)' })],
    ['has neither a DOI nor an id', line({ id: '', doi: '' })],
    ['is in a language other than English or Spanish', line({ language: 'fr' })],
  ])('a line that %s is refused', (reason, text) => {
    expect(readReport(text)).toBe(reason)
  })

  test('whatever it holds, it is a report or a reason', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.object().map(line)), (text) => {
        const found = readReport(text)
        expect(typeof found === 'string' || found.text.length > 0).toBe(true)
      }),
    )
  })
})

describe('the question of a report', () => {
  test('is its first sentence', () => {
    expect(questionFrom('A 14-year-old boy coughed up a branching cast. He was well.\nDr. Who saw him.')).toBe(
      'A 14-year-old boy coughed up a branching cast.',
    )
  })

  test('takes the next sentence with a very short one', () => {
    expect(questionFrom('Varón, 40 años.\nDolor torácico de dos horas de evolución. Fumador.')).toBe(
      'Varón, 40 años. Dolor torácico de dos horas de evolución.',
    )
  })

  test('is cut at a word, without the comma before the cut', () => {
    const long = `A 60-year-old woman with diabetes, ${'hypertension, '.repeat(10)}and asthma presented.`
    expect(questionFrom(long)).toMatch(/^A 60-year-old woman with diabetes, (?:hypertension, ){6}hypertension…$/)
  })

  test('of a text without a letter is the text', () => {
    expect(questionFrom('120/80')).toBe('120/80')
  })

  const words = fc.array(fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.constant('fiebre,')), { minLength: 1 })

  test('a cut text has room, and is whole words of the text and an ellipsis', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 150 }), (parts, max) => {
        const text = parts.join(' ')
        const cut = cutAtWord(text, max)
        expect(cut.length).toBeLessThanOrEqual(max)
        expect(cut.isWellFormed()).toBe(text.isWellFormed())
        if (text.length <= max) expect(cut).toBe(text)
        else {
          const kept = cut.slice(0, -1)
          expect(text.startsWith(kept)).toBe(true)
          if (/^\S+\s/.test(text.slice(0, max)) && kept !== '') expect(text.slice(kept.length)).toMatch(/^[\s,;:.(¿¡–—-]/u)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('is never empty where the text says something, and always short enough', () => {
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ').trim()
        fc.pre(/\p{L}/u.test(text))
        const question = questionFrom(text)
        expect(question).not.toBe('')
        expect(question.length).toBeLessThanOrEqual(140)
      }),
    )
  })
})
