import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { glossaryOf } from './glossary.rules.ts'
import { bestMemory, composed, keyOf, type Memory, mayServe, type RememberedSentence, shownOf } from './memory.rules.ts'
import { termFrom } from './readGlossary.ts'

const glossary = glossaryOf(
  [termFrom(['x', 'MR', 'IM', 'f', 'for=cardiology'], 'test'), termFrom(['x', 'MR', 'RMM', 'f', 'for=radiology'], 'test')],
  'test',
)
const said = { source: 'She slept well.', from: 'en', specialty: null, glossary, bestEngine: 'Apertium' } as const
const told = { to: 'es', specialty: 'cardiology', glossary } as const
const memory = (more: Partial<Memory> = {}): Memory => ({
  target: 'Durmió bien.',
  by: 'machine',
  engine: 'Apertium',
  fromItsOwnText: false,
  specialty: null,
  ...more,
})
const sentence = (more: Partial<RememberedSentence> = {}): RememberedSentence => ({
  source: 'She slept well.',
  writtenIn: 'en',
  machine: 'Durmió bien.',
  findings: null,
  corrected: null,
  ...more,
})

describe('what a sentence became serves where the same is said', () => {
  test('unless a lesser engine said it', () => {
    expect(mayServe(memory(), said)).toBe(true)
    expect(mayServe(memory({ engine: 'LibreTranslate' }), said)).toBe(false)
    expect(mayServe(memory({ engine: 'LibreTranslate', by: 'person' }), said)).toBe(true)
  })

  test('unless it has a figure whose reading depends on its text; there a person’s words stay', () => {
    const figure = { ...said, source: 'Platelets of 1.500.' }
    expect(mayServe(memory({ by: 'person' }), figure)).toBe(false)
    expect(mayServe(memory({ fromItsOwnText: true }), figure)).toBe(false)
    expect(mayServe(memory({ by: 'person', fromItsOwnText: true }), figure)).toBe(true)
  })

  test('unless another specialty reads an abbreviation in it otherwise', () => {
    const mr = { ...said, source: 'There is MR.', specialty: 'radiology' }
    expect(mayServe(memory({ specialty: 'cardiology' }), mr)).toBe(false)
    expect(mayServe(memory({ specialty: 'radiology' }), mr)).toBe(true)
    expect(mayServe(memory({ specialty: 'cardiology' }), { ...said, specialty: 'radiology' })).toBe(true)
  })

  test('a person’s words come before an engine’s, however many there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ by: fc.constantFrom('machine', 'person'), fromItsOwnText: fc.boolean() }), { minLength: 1 }),
        (kinds) => {
          const best = bestMemory(
            kinds.map((kind) => memory(kind)),
            said,
          )
          return best?.by === (kinds.some(({ by }) => by === 'person') ? 'person' : 'machine')
        },
      ),
    )
  })
})

describe('a text put together', () => {
  test('shows a doctor’s words, then the engine’s, and the original of what the gate holds', () => {
    expect(shownOf(sentence())).toBe('Durmió bien.')
    expect(shownOf(sentence({ corrected: 'Ha dormido bien.' }))).toBe('Ha dormido bien.')
    const held = [{ kind: 'side', expected: 'left', found: '' }] as const
    expect(shownOf(sentence({ findings: held }))).toBe('She slept well.')
    expect(shownOf(sentence({ findings: held, corrected: 'Durmió bien.' }))).toBe('Durmió bien.')
  })

  test('keeps everything between its sentences, and what nothing is known of', () => {
    const body = 'She slept well.\n\n- Is it left?  She slept well.'
    const whole = composed(body, [sentence({ corrected: 'Durmió bien.' })], told)
    expect(whole).toEqual({ body: 'Durmió bien.\n\n- Is it left?  Durmió bien.', held: [], terms: [], corrected: 1 })
  })

  test('explains a term where it says it first, and none in a sentence that stands in the original', () => {
    const heard = sentence({ source: 'There is MR.', machine: 'Hay IM.' })
    const held = sentence({ source: 'No MR, on the left.', findings: [{ kind: 'side', expected: 'left', found: '' }] })
    const { body, terms } = composed('No MR, on the left. There is MR.\nThere is MR.', [heard, held], told)
    expect(body).toBe('No MR, on the left. Hay IM.\nHay IM.')
    expect(terms).toEqual([{ start: 24, end: 26, source: 'MR', language: 'en', reading: 'insuficiencia mitral' }])
  })

  test('with nothing known is the text itself, whatever it says', () => {
    fc.assert(fc.property(fc.string(), (body) => composed(body, [], told).body === body))
  })

  test('knows a sentence however it is spaced', () => {
    expect(keyOf('She  slept\nwell. ')).toEqual(keyOf('She slept well.'))
    expect(keyOf('She slept well.')).not.toEqual(keyOf('she slept well.'))
  })
})
