import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concepts } from '#atlas/concepts.ts'
import { conceptsIn, readQuery } from './readQuery.rules.ts'

const named = (query: string) => readQuery(query, false).map(({ concept, words }) => concept?.id ?? words.join(' '))

describe('a search is taken apart', () => {
  test('an abbreviation, its English words and its Spanish words are one concept', () => {
    const id = named('myocardial infarction')
    for (const query of ['IAM', 'iam', 'MI', 'mi', 'infarto', 'Infarto agudo de miocardio', 'heart attack'])
      expect(named(query)).toEqual(id)
    expect(named('TEP')).toEqual(named('pulmonary embolism'))
    expect(named('PE')).toEqual(named('embolia pulmonar'))
  })

  test('the longest name wins, and what surrounds it stays single words', () => {
    expect(named('niña con diarrea con sangre')).toEqual([...named('niña'), 'con', ...named('bloody diarrhoea')])
    expect(named('septic shock')).not.toEqual(named('sepsis shock'))
  })

  test('accents, capitals and plurals make no difference', () => {
    expect(named('SEPTICO')).toEqual(named('séptico'))
    expect(named('seizures')).toEqual(named('seizure'))
    expect(named('fracturas')).toEqual(named('fracture'))
  })

  test('only the last word of what is being typed may go on, and not after a blank', () => {
    expect(readQuery('masa ramif', true).map(({ unfinished }) => unfinished)).toEqual([false, true])
    expect(readQuery('masa ramif ', true).map(({ unfinished }) => unfinished)).toEqual([false, false])
    expect(readQuery('masa ramif', false).some(({ unfinished }) => unfinished)).toBe(false)
  })

  test('whatever is typed, there are at most twelve terms and no word is made up', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (query) => {
        const terms = readQuery(query, true)
        const plain = query.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
        return terms.length <= 12 && terms.every(({ words }) => words.every((word) => plain.includes(word)))
      }),
    ))
})

describe('concepts in a text', () => {
  test('are found in either language', () => {
    expect([...conceptsIn('Acude por un infarto agudo de miocardio.')]).toEqual(named('MI'))
    expect(conceptsIn('He had an MI in May.')).toEqual(new Set(named('infarto')))
  })

  test('an abbreviation counts only in capitals: mi, pe and it are words', () => {
    expect([...conceptsIn('En mi opinión, pe no. It is as well; er, ed and ra.')]).toEqual([])
  })
})

test('every concept has a name in both languages, an id of its own, and none claims a name of another in the same language', () => {
  expect(new Set(concepts.map(({ id }) => id)).size).toBe(concepts.length)
  for (const language of ['en', 'es'] as const) {
    const seen = new Map<string, string>()
    for (const concept of concepts)
      for (const name of concept[language]) {
        expect(name.trim().length, concept.id).toBeGreaterThan(0)
        expect(seen.get(name) ?? concept.id, name).toBe(concept.id)
        seen.set(name, concept.id)
      }
  }
})
