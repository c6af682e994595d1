import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concepts } from '#atlas/concepts.ts'
import { explainedTermsIn, looksAlike } from './explainedTerms.rules.ts'
import { bundledGlossary } from './readGlossary.ts'
import { spelledOut } from './spelledOut.rules.ts'

const glossary = await bundledGlossary()
const told = { from: 'en', to: 'es', specialty: null, glossary } as const
const said = (source: string, target: string, more: Partial<Parameters<typeof explainedTermsIn>[2]> = {}) =>
  explainedTermsIn(source, target, { ...told, ...more }).map(({ start, end, source, reading }) => [
    source,
    target.slice(start, end),
    ...(reading === null ? [] : [reading]),
  ])

describe('a term explains itself', () => {
  test('where its translation stands, in the form it has there', () => {
    expect(said('A murmur and stools.', 'Soplos y deposiciones.')).toEqual([
      ['murmur', 'Soplos'],
      ['stools', 'deposiciones'],
    ])
    expect(said('Se descarta.', 'It is excluded.', { from: 'es', to: 'en' })).toEqual([['descarta', 'excluded']])
  })

  test('an abbreviation tells what it stands for', () => {
    expect(said('CRP is high.', 'La PCR es alta.')).toEqual([['CRP', 'PCR', 'proteína C reactiva']])
    expect(said('La TA es alta.', 'BP is high.', { from: 'es', to: 'en' })).toEqual([['TA', 'BP', 'blood pressure']])
    expect(said('TSH is high.', 'La TSH es alta.')).toEqual([['TSH', 'TSH', 'tirotropina']])
  })

  test('an abbreviation is read by the specialty of who wrote it', () => {
    expect(said('There is AS.', 'Hay EAo.', { specialty: 'cardiology' })).toEqual([['AS', 'EAo', 'estenosis aórtica']])
    expect(said('There is AS.', 'Hay EA.', { specialty: 'rheumatology' })).toEqual([['AS', 'EA', 'espondilitis anquilosante']])
    expect(said('There is AS.', 'Hay AS.')).toEqual([])
  })

  test('once in a text, and not where a colleague sees the one word in the other', () => {
    expect(said('The spleen. Then the spleen.', 'El bazo. Luego el bazo.')).toEqual([['spleen', 'bazo']])
    expect(said('Albumin and anaemia.', 'Albúmina y anemia.')).toEqual([])
    for (const [one, other] of [
      ['anaemia', 'anemia'],
      ['Syndrome', 'síndrome'],
      ['infection', 'infección'],
      ['sterile', 'estéril'],
    ] as const)
      expect(looksAlike(one, other)).toBe(true)
    for (const [one, other] of [
      ['rash', 'erupción'],
      ['urine output', 'diuresis'],
      ['fever', 'fiebre'],
    ] as const)
      expect(looksAlike(one, other)).toBe(false)
  })

  test('not where the translation says something else, nor within another word', () => {
    expect(said('The rash is gone.', 'La piel está limpia.')).toEqual([])
    expect(said('The spleen is big.', 'El bazote es grande.')).toEqual([])
  })

  test('not in languages our terms are not in', () => {
    expect(explainedTermsIn('La febre.', 'Fever.', { ...told, from: 'ca', to: 'en' })).toEqual([])
    expect(explainedTermsIn('The spleen.', 'La melsa.', { ...told, to: 'ca' })).toEqual([])
  })

  test('whatever is said, terms stand in order, do not overlap, and each is told once', () => {
    const words = fc.constantFrom(
      'spleen',
      'bazo',
      'rash',
      'erupción',
      'CRP',
      'PCR',
      'acute kidney injury',
      'kidney',
      'riñón',
      '(',
      ' ',
      '. ',
    )
    const passage = fc.array(words).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(passage, passage, (source, target) => {
        const terms = explainedTermsIn(source, target, told)
        return (
          terms.every(({ start, end }, i) => start >= (terms[i - 1]?.end ?? 0) && start < end && end <= target.length) &&
          new Set(terms.map(({ source }) => source)).size === terms.length
        )
      }),
    )
  })
})

test('every abbreviation of the glossary can be read in the language it is translated into', () => {
  for (const term of glossary.terms.filter((term) => term.class === 'abbreviation'))
    for (const language of ['en', 'es'] as const) {
      const isWords = /^\p{Ll}{3}/u.test(term[language])
      if (term.oneWay !== language && !isWords) expect([term.en, term.es, spelledOut(term, language)]).not.toContain(null)
    }
})

test('a concept is read by its first name', () => {
  expect(concepts.some(({ en, es }) => en[0] === 'pulmonary embolism' && es.includes('TEP'))).toBe(true)
  expect(spelledOut({ en: 'PE', es: 'TEP' }, 'es')).toBe('embolia pulmonar')
  expect(spelledOut({ en: 'stroke', es: 'ACV' }, 'en')).toBeNull()
  expect(spelledOut({ en: 'plonk', es: 'plonc' }, 'en')).toBeNull()
})
