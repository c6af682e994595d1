import { expect, test } from 'vitest'
import type { ShownText } from '#contract/shapes.ts'
import { translationOf } from './translation.rules.ts'

const text = (more: Partial<ShownText>): ShownText => ({
  id: 'a',
  body: 'No antibiotic.',
  language: 'en',
  spans: [],
  state: 'original',
  by: null,
  original: null,
  held: [],
  terms: [],
  corrected: 0,
  edited: false,
  ...more,
})
const ready = text({ state: 'ready', by: 'person', original: { body: 'Sin antibiótico.', language: 'es', spans: [] } })

test('texts in the reader’s language need no line', () => {
  expect(translationOf([])).toEqual({ state: 'original' })
  expect(translationOf([text({})])).toEqual({ state: 'original' })
})

test('a translated group says from which language, and counts what was held back', () => {
  expect(translationOf([text({}), ready])).toEqual({ state: 'translated', from: 'es', byMachine: false, held: 0, corrected: 0 })
  expect(translationOf([ready, { ...ready, by: 'machine', held: ['Dar 10 mg.'], corrected: 2 }])).toEqual({
    state: 'translated',
    from: 'es',
    byMachine: true,
    held: 1,
    corrected: 2,
  })
})

test('a group without translation says whether one is coming or has failed', () => {
  expect(translationOf([text({ state: 'pending', language: 'es' })])).toEqual({ state: 'pending', from: 'es' })
  expect(translationOf([text({ state: 'pending', language: 'es' }), text({ state: 'failed', language: 'es' })])).toEqual({
    state: 'failed',
    from: 'es',
  })
})
