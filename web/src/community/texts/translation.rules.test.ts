import { expect, test } from 'vitest'
import { aText } from './aText.ts'
import { translationOf } from './translation.rules.ts'

const ready = aText({ state: 'ready', by: 'person', original: { body: 'Sin antibiótico.', language: 'es', spans: [] } })

test('texts in the reader’s language need no line', () => {
  expect(translationOf([])).toEqual({ state: 'original' })
  expect(translationOf([aText({})])).toEqual({ state: 'original' })
})

test('a translated group says from which language, and counts what was held back', () => {
  expect(translationOf([aText({}), ready])).toEqual({ state: 'translated', from: 'es', byMachine: false, held: 0, corrected: 0 })
  expect(translationOf([ready, { ...ready, by: 'machine', held: ['Dar 10 mg.'], corrected: 2 }])).toEqual({
    state: 'translated',
    from: 'es',
    byMachine: true,
    held: 1,
    corrected: 2,
  })
})

test('a group without translation says whether one is coming or has failed', () => {
  expect(translationOf([aText({ state: 'pending', language: 'es' })])).toEqual({ state: 'pending', from: 'es' })
  expect(translationOf([aText({ state: 'pending', language: 'es' }), aText({ state: 'failed', language: 'es' })])).toEqual({
    state: 'failed',
    from: 'es',
  })
})
