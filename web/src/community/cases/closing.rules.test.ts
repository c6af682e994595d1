import { expect, test } from 'vitest'
import type { ShownText } from '#contract/shapes.ts'
import { aText } from '../texts/aText.ts'
import { type Closing, closingToStart, outcomeFrom, proposals } from './closing.rules.ts'

const text = (id: string, body: string, more: Partial<ShownText> = {}) => aText({ id, body, ...more })
const shown = {
  workingDiagnosis: text('w', 'Plastic bronchitis'),
  suspicions: [text('s1', 'plastic bronchitis'), text('s2', 'Foreign body')],
}
const phrases = {
  notKnownText: 'Not known',
  howIsText: { well: 'The patient is well.', better: '', worse: '', died: '' },
}
const close = (more: Partial<Closing>) => outcomeFrom({ ...closingToStart, ...more }, shown, phrases)

test('what the asker has named already is proposed, each once, in their own words', () => {
  expect(proposals(shown).map(({ body }) => body)).toEqual(['Plastic bronchitis', 'Foreign body'])
  const translated = text('s', 'Foreign body', { original: { body: 'Cuerpo extraño', language: 'es', spans: [] } })
  expect(proposals({ workingDiagnosis: null, suspicions: [translated] })).toEqual([{ id: 's', body: 'Cuerpo extraño' }])
  expect(proposals({ workingDiagnosis: null, suspicions: null })).toEqual([])
})

test('three taps make an outcome', () => {
  expect(close({ what: 'w', helped: ['c1'], howIs: 'well' })).toEqual({
    finalDiagnosis: 'Plastic bronchitis',
    confirmedBy: 'clinical-course',
    course: 'The patient is well.',
    learningPoint: '',
    helped: ['c1'],
  })
})

test('what is not known is an outcome too', () => {
  expect(close({ what: 'not-known' })?.finalDiagnosis).toBe('Not known')
})

test('no outcome goes without a diagnosis', () => {
  expect(close({})).toBeNull()
  expect(close({ what: 'other', written: '  ' })).toBeNull()
  expect(close({ what: 'gone' })).toBeNull()
})

test('the course says how the patient is before it tells more', () => {
  expect(close({ what: 'other', written: ' STEC ', howIs: 'well', course: ' Home on day 11. ' })).toMatchObject({
    finalDiagnosis: 'STEC',
    course: 'The patient is well. Home on day 11.',
  })
})
