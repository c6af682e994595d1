import { describe, expect, it } from 'vitest'
import { errors as codes } from '#contract/errors.ts'
import { words as communityEn } from './community/all.en.ts'
import { words as communityEs } from './community/all.es.ts'
import { words as registrarEn } from './registrar/all.en.ts'
import { words as registrarEs } from './registrar/all.es.ts'

type Phrases = Readonly<Record<string, unknown>>

const isBranch = (value: unknown): value is Phrases => typeof value === 'object' && value !== null

/** Every phrase of a tree with its path; a function also with how many things come into it. */
const phrasesOf = (tree: Phrases, path = ''): readonly string[] =>
  Object.entries(tree).flatMap(([name, value]) =>
    isBranch(value) ? phrasesOf(value, `${path}${name}.`) : [typeof value === 'function' ? `${path}${name}(…)` : `${path}${name}`],
  )

const emptyIn = (tree: Phrases): readonly string[] =>
  Object.entries(tree).flatMap(([name, value]) =>
    isBranch(value) ? emptyIn(value).map((inner) => `${name}.${inner}`) : value === '' ? [name] : [],
  )

describe.each([
  ['community', communityEn, communityEs],
  ['registrar', registrarEn, registrarEs],
] as const)('the words of the %s', (_, english, spanish) => {
  it('are the same phrases in both languages', () => {
    expect(phrasesOf(spanish).toSorted()).toEqual(phrasesOf(english).toSorted())
  })

  it('leave none empty', () => {
    expect([...emptyIn(english), ...emptyIn(spanish)]).toEqual([])
  })

  it('have a sentence for every expected no, which says something in each language', () => {
    for (const words of [english, spanish]) expect(Object.keys(words.errors).toSorted()).toEqual(Object.keys(codes).toSorted())
    for (const [code, phrase] of Object.entries(english.errors))
      if (typeof phrase === 'string') expect(spanish.errors[code as keyof typeof codes], code).not.toBe(phrase)
  })
})
