import { describe, expect, it, test } from 'vitest'
import { cognateOf } from './cognates.rules.ts'
import { tokenFor, withWordsForTokens } from './grammarTokens.rules.ts'
import { englishPlural, englishVerb, spanishAdjective, spanishPlural, spanishVerb } from './inflection.rules.ts'
import { bundledGlossary, rowsOf, termFrom } from './readGlossary.ts'
import type { Language } from './Translator.ts'

const glossary = await bundledGlossary()
const found = (text: string, from: Language, specialty: string | null = null) =>
  glossary.find(text, from, specialty).map(({ start, end, target }) => `${text.slice(start, end)} -> ${target()}`)

describe('a term of the glossary', () => {
  it.each([
    ['en', 'Two pulmonary embolisms and a biopsy.', ['pulmonary embolisms -> embolias pulmonares', 'biopsy -> biopsia']],
    ['es', 'Tromboembolia no; embolias pulmonares, intubada.', ['embolias pulmonares -> pulmonary embolisms', 'intubada -> intubated']],
    ['en', 'Shortness of breath at rest', ['Shortness of breath -> falta de aire', 'at rest -> en reposo']],
    ['en', 'He was intubated and discharged', ['intubated -> intubado', 'discharged -> dado de alta']],
  ] as const)('from %s is found in the form it stands in: %s', (from, text, expected) => expect(found(text, from)).toEqual(expected))

  it('is the longest that begins there', () => expect(found('heart failure', 'en')).toEqual(['heart failure -> insuficiencia cardíaca']))

  it('is not found across a comma', () =>
    expect(found('pulmonary, embolism', 'en')).not.toContain('pulmonary, embolism -> embolia pulmonar'))

  it('is an abbreviation by its exact letters only', () => {
    expect(found('COPD', 'en')).toEqual(['COPD -> EPOC'])
    expect(found('who and aids', 'en')).toEqual([])
  })

  it('with several readings is read by the specialty, and without one left alone', () => {
    expect(found('PCR pendiente', 'es')).toEqual([])
    expect(found('PCR pendiente', 'es', 'rheumatology')).toEqual(['PCR -> CRP'])
    expect(found('Tras la PCR', 'es', 'critical-care-medicine')).toEqual(['PCR -> cardiac arrest'])
  })

  it('is read by the words of its sentence before anything else', () => {
    expect(found('PCR 120 mg/L', 'es', 'critical-care-medicine')).toEqual(['PCR -> CRP'])
    expect(found('Review before discharge', 'en')).toContain('discharge -> alta')
    expect(found('Yellow discharge, wound open', 'en')).toContain('discharge -> secreción')
  })

  it('is a noun or a verb by the word before it', () => {
    expect(found('Severe vomiting', 'en')).toContain('vomiting -> vómito')
    expect(found('He was vomiting', 'en')).toContain('vomiting -> vomitando')
    expect(found('Plan to discharge', 'en')).toContain('discharge -> dar de alta')
  })
})

test('the glossary has at least 600 pairs, and none twice', () => {
  expect(glossary.terms.length).toBeGreaterThan(600)
  const keys = glossary.terms.map((term) => JSON.stringify(term))
  expect(new Set(keys).size).toBe(keys.length)
})

test('a line that is no term says where it stands', () => {
  expect(() => termFrom(['z', 'a', 'b'], 'terms.tsv:7')).toThrow('terms.tsv:7')
  expect(rowsOf('# note\n\nn\ta\tb\n')).toEqual([{ line: 3, cells: ['n', 'a', 'b'] }])
})

test('Spanish words are bent as a colleague would', () => {
  expect(['lesión', 'absceso', 'crisis', 'luz', 'dolor de espalda', 'infección urinaria'].map(spanishPlural)).toEqual([
    'lesiones',
    'abscesos',
    'crisis',
    'luces',
    'dolores de espalda',
    'infecciones urinarias',
  ])
  expect(['ms', 'fs', 'mp', 'fp'].map((form) => spanishAdjective('séptico', form))).toEqual(['séptico', 'séptica', 'sépticos', 'sépticas'])
  expect(spanishAdjective('no estructural', 'fp')).toBe('no estructurales')
  expect(spanishVerb('practicar', 'ia')).toBe('practiqué')
  expect(spanishVerb('dar de alta', 'ic')).toBe('dio de alta')
  expect([spanishVerb('mostrar/muestr', 'pc'), spanishVerb('mostrar/muestr', 'ic')]).toEqual(['muestra', 'mostró'])
})

test('English words are bent as a colleague would', () => {
  expect(['diagnosis', 'biopsy', 'abscess', 'bout of vomiting'].map(englishPlural)).toEqual([
    'diagnoses',
    'biopsies',
    'abscesses',
    'bouts of vomiting',
  ])
  expect(['sa', 'ed', 'pp', 'ng'].map((code) => englishVerb('admit/admitted', code))).toEqual([
    'admits',
    'admitted',
    'admitted',
    'admitting',
  ])
})

test.each([
  ['splenomegaly', 'en', 'splenomegaly', 'esplenomegalia'],
  ['thrombocytosis', 'en', 'thrombocytosis', 'trombocitosis'],
  ['metastatic', 'en', 'metastatic', 'metastático'],
  ['linfangitis', 'es', 'lymphangitis', 'linfangitis'],
  ['torácicas', 'es', 'thoracic', 'torácico'],
] as const)('a word nobody listed is turned over by its Greek: %s', (word, from, en, es) => {
  const term = cognateOf(word, from)
  expect(term?.en).toBe(en)
  expect(term?.es).toBe(es)
})

test('an everyday word has no cognate', () =>
  expect(['people', 'house', 'mujer', 'ahora'].map((word) => cognateOf(word, 'en'))).toEqual([null, null, null, null]))

test('a token tells which word and in which form, wherever the engine puts it', () => {
  const first = tokenFor({ class: 'noun', gender: 'f', form: 'p' }, 0)!
  const last = tokenFor({ class: 'verb', form: 'ed' }, 255)!
  expect(withWordsForTokens(`Las ${first} fueron ${last}.`, (n, form) => `<${n} ${form}>`)).toBe('Las <0 p> fueron <255 ed>.')
  expect(tokenFor({ class: 'adverb' }, 256)).toBeNull()
})
