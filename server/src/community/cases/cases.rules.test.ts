import { describe, expect, it } from 'vitest'
import { aForm } from '#server/testing/aForm.ts'
import { saysWords, whyNoCase } from './cases.rules.ts'

const sodium = { name: 'Na', value: '128', unit: 'mmol/L', range: '135-145', flag: 'low' as const }

describe('a form that cannot be posted', () => {
  it('may hold a half laboratory value as a draft, but not as a case', () => {
    expect(whyNoCase(aForm({ labs: [sodium, { ...sodium, value: ' ' }, { ...sodium, name: '' }] }))).toEqual({
      code: 'case.labs-incomplete',
      fields: [
        { path: 'labs/1/value', reason: 'missing' },
        { path: 'labs/2/name', reason: 'missing' },
      ],
    })
    expect(whyNoCase(aForm({ labs: [sodium] }))).toBeNull()
  })

  it('ranks more than five diagnoses: it says so, at the first beyond', () => {
    expect(whyNoCase(aForm({ suspicions: ['a', 'b', 'c', 'd', 'e'] }))).toBeNull()
    expect(whyNoCase(aForm({ suspicions: ['a', 'b', 'c', 'd', 'e', 'f'] }))).toMatchObject({
      code: 'case.suspicions-too-many',
      params: { max: 5 },
      fields: [{ path: 'suspicions/5' }],
    })
  })
})

it.each([
  ['negativo', true],
  ['no detectado', true],
  ['pos', true],
  ['células/campo', true],
  ['hasta 5', true],
  ['1.92', false],
  ['mmol/mol', false],
  ['µmol/L', false],
  ['mmHg', false],
  ['×10⁹/L', false],
  ['3+', false],
])('beside a value, %s is words: %s', (typed, words) => expect(saysWords(typed)).toBe(words))
