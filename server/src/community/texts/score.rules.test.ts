import { expect, test } from 'vitest'
import { score, tokens13a } from './score.rules.ts'

const translations = ['The patient has no fever, 0.5 mg (i.v.) were given.', 'Stools were black-ish.', 'Un "test" de 3-4 días: sí.']
const references = ['The patient does not have fever; 0.5 mg i.v. was given.', 'The stools were black.', 'Una prueba de 3-4 días: sí.']

test('the figures are those of sacreBLEU 2', () => {
  const { chrF, bleu } = score(translations, references)
  expect(chrF).toBeCloseTo(54.51252194513668, 10)
  expect(bleu).toBeCloseTo(37.804928496856654, 10)
  expect(score(['a b c'], ['a b c d e'])).toEqual({ chrF: expect.closeTo(53.34987593052109, 10), bleu: 0 })
})

test('a translation that is its reference scores 100, one that shares nothing 0', () => {
  expect(score(references, references)).toEqual({ chrF: expect.closeTo(100, 10), bleu: expect.closeTo(100, 10) })
  expect(score(['xxxx'], ['yyyy'])).toEqual({ chrF: 0, bleu: 0 })
  expect(score([], [])).toEqual({ chrF: 0, bleu: 0 })
})

test('a mark stands alone, save within a figure', () => {
  expect(tokens13a('Give 0.5 mg, 1,500 mL (3-4 days).')).toEqual([
    'Give',
    '0.5',
    'mg',
    ',',
    '1,500',
    'mL',
    '(',
    '3',
    '-',
    '4',
    'days',
    ')',
    '.',
  ])
})
