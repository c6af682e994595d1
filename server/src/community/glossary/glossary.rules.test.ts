import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TermPair } from '#contract/community/glossary.ts'
import { nameOf, standing, termsLike, whyNoProposal, whyNotSettle } from './glossary.rules.ts'

const term = (en: string, es: string, more: Partial<TermPair> = {}): TermPair => ({
  class: 'noun',
  en,
  es,
  gender: 'm',
  plural: {},
  onlyFrom: null,
  specialties: [],
  isDrug: false,
  ...more,
})

describe('the glossary after some changes', () => {
  test('has the newest reading first, and none that was replaced or taken out', () => {
    const [ward, floor, drip] = [term('ward', 'pabellón'), term('ward', 'planta'), term('drip', 'goteo')]
    const changes = [
      { term: ward, replaces: null },
      { term: floor, replaces: nameOf(ward) },
      { term: drip, replaces: null },
    ]
    expect(standing(changes).terms).toEqual([drip, floor])
    expect(standing([...changes, { term: null, replaces: nameOf(drip) }]).terms).toEqual([floor])
    expect([...standing(changes).replaced]).toContain(nameOf(ward))
  })

  test('holds each term once, whatever was proposed', () => {
    const some = fc.record({ en: fc.constantFrom('a', 'b'), es: fc.constantFrom('x', 'y') })
    fc.assert(
      fc.property(fc.array(some), (pairs) => {
        const names = standing(pairs.map(({ en, es }) => ({ term: term(en, es), replaces: null }))).terms.map(nameOf)
        return new Set(names).size === names.length && pairs.every(({ en, es }) => names.includes(nameOf(term(en, es))))
      }),
    )
  })
})

test('a change says something new about something that is there', () => {
  const known = new Map([term('ward', 'planta')].map((each) => [nameOf(each), each]))
  expect(whyNoProposal({ term: null, replaces: null }, known)).toBe('term.missing')
  expect(whyNoProposal({ term: term(' ', 'x'), replaces: null }, known)).toBe('term.missing')
  expect(whyNoProposal({ term: null, replaces: nameOf(term('x', 'y')) }, known)).toBe('term.unknown')
  expect(whyNoProposal({ term: term('ward', 'planta'), replaces: null }, known)).toBe('term.known')
  expect(whyNoProposal({ term: term('ward', 'planta', { gender: 'f' }), replaces: null }, known)).toBeNull()
})

test('nobody settles their own proposal, nor one that is settled', () => {
  expect(whyNotSettle({ state: 'proposed', mine: true, readsBoth: true })).toBe('correction.own')
  expect(whyNotSettle({ state: 'proposed', mine: false, readsBoth: false })).toBe('correction.one-language')
  expect(whyNotSettle({ state: 'accepted', mine: false, readsBoth: true })).toBe('term.settled')
  expect(whyNotSettle({ state: 'proposed', mine: false, readsBoth: true })).toBeNull()
})

test('a term is found by either language, without its accents, the exact one first', () => {
  const terms = [
    term('pulmonary embolism', 'embolia pulmonar'),
    term('embolism', 'embolia'),
    term('fever', 'fiebre'),
    term('duct', 'conducto'),
  ]
  expect(termsLike(terms, 'EMBOLIA').map(({ en }) => en)).toEqual(['embolism', 'pulmonary embolism'])
  expect(termsLike([term('stroke', 'ictus isquémico')], 'isquemico')).toHaveLength(1)
  expect(termsLike(terms, 'xyz')).toEqual([])
  expect(termsLike(terms, ' ')).toEqual(terms)
})
