import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, blocksOf, keepUnits, spansOf } from './blocks.rules.ts'

const words = (block: Block) => [block.kind, ...block.lines.map((line) => line.map(({ text }) => text).join(''))]
const links = (line: string) => spansOf(line).flatMap(({ href }) => (href === null ? [] : [href]))

test('blank lines part paragraphs, line breaks stay, dashes make a list', () => {
  expect(blocksOf({ body: 'Admit tonight.\nFluids.\n\n- no antibiotic\n- no loperamide\nThen call.' }).map(words)).toEqual([
    ['paragraph', 'Admit tonight.', 'Fluids.'],
    ['list', 'no antibiotic', 'no loperamide'],
    ['paragraph', 'Then call.'],
  ])
})

test('a minus before a figure makes no list', () => {
  expect(blocksOf({ body: '-2 to 4 in the night' }).map(words)).toEqual([['paragraph', '-2 to 4 in the night']])
})

test('an address is a link without the sentence’s end', () => {
  expect(links('See https://example.org/a_(b)?x=1, then https://example.org/c.')).toEqual([
    'https://example.org/a_(b)?x=1',
    'https://example.org/c',
  ])
  expect(links('(https://example.org/d)')).toEqual(['https://example.org/d'])
})

test('only addresses of the web are links', () => {
  expect(links('javascript:alert(1) ftp://example.org mailto:a@example.org https://')).toEqual([])
})

test('a sentence that was held back from translation is told apart, everywhere it stands', () => {
  const spans = spansOf('Rest. Dar 10 mg. Call. Dar 10 mg.', { held: [{ sentence: 'Dar 10 mg.', language: 'es' }] })
  expect(
    spans
      .map(({ text, held }) => (held ? `[${text}]` : text))
      .join('')
      .replaceAll('\u00a0', ' '),
  ).toBe('Rest. [Dar 10 mg.] Call. [Dar 10 mg.]')
})

test('a stretch in another language is marked as such, in whatever paragraph or list it stands', () => {
  const body = 'Gracias por el caso.\n- I would check the ANCA first.\nUn saludo. See https://example.org/a.'
  const span = (part: string) => ({ start: body.indexOf(part), end: body.indexOf(part) + part.length, language: 'en' as const })
  const marked = blocksOf({ body, spans: [span('- I would check the ANCA first.\n'), span('See https://example.org/a.')] })
    .flatMap(({ lines }) => lines.flat())
    .map(({ text, language, href }) => [language, href === null ? text : '(link)'])
  expect(marked).toEqual([
    [null, 'Gracias por el caso.'],
    ['en', 'I would check the ANCA first.'],
    [null, 'Un saludo. '],
    ['en', 'See '],
    ['en', '(link)'],
    ['en', '.'],
  ])
})

test('a term is told apart where it stands, in whatever line, beside a sentence that is held back', () => {
  const body = 'Hay fiebre.\n- PCR alta. Give 5 mg.'
  const term = (words: string, source: string) => {
    const start = body.indexOf(words)
    return { start, end: start + words.length, source, language: 'en' as const, reading: null }
  }
  const marked = blocksOf({
    body,
    terms: [term('fiebre', 'fever'), term('PCR', 'CRP')],
    held: [{ sentence: 'Give 5 mg.', language: 'en' }],
  })
    .flatMap(({ lines }) => lines.flat())
    .map(({ text, term, held }) => [text.replaceAll('\u00a0', ' '), term?.source ?? null, held])
  expect(marked).toEqual([
    ['Hay ', null, false],
    ['fiebre', 'fever', false],
    ['.', null, false],
    ['PCR', 'CRP', false],
    [' alta. ', null, false],
    ['Give 5 mg.', null, true],
  ])
})

test('a figure stays with its unit, and words that begin like one are left alone', () => {
  const shown = (text: string) => keepUnits(text).replaceAll('\u00a0', '_')
  expect(shown('calcium 1.92 mmol/L, 5 mg every 12 h, 92 %, 40 µg/kg')).toBe('calcium 1.92_mmol/L, 5_mg every 12_h, 92_%, 40_µg/kg')
  expect(shown('2 days, 3 months, 12 hours, 1 large, 4 glands')).toBe('2 days, 3 months, 12 hours, 1 large, 4 glands')
})

test('no character of a line is lost or made up', () =>
  fc.assert(
    fc.property(
      fc
        .array(fc.oneof(fc.string(), fc.constantFrom(' https://example.org/x.', '(http://a.example)', ', ')))
        .map((parts) => parts.join('')),
      (line) =>
        spansOf(line, {
          held: ['a', ', '].map((sentence) => ({ sentence, language: 'es' as const })),
          spans: [{ start: 3, end: 9, language: 'en' }],
          terms: [{ start: 11, end: 14, source: 'b', language: 'en', reading: null }],
        })
          .map(({ text }) => text)
          .join('')
          .replaceAll('\u00a0', ' ') === line.replaceAll('\u00a0', ' '),
    ),
  ))
