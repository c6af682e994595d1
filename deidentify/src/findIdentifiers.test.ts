import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIdentifiers } from './findIdentifiers.ts'
import type { Language } from './Identifier.ts'

const found = (text: string, language: Language): string[] =>
  findIdentifiers(text, { language })
    .filter(({ kind }) => kind !== 'indirect')
    .map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)

describe('what names a patient is found', () => {
  test.each<[Language, string, string[]]>([
    ['en', 'pt john mcallister, 54m, came w/ wife brenda after syncope', ['name: john mcallister', 'name: brenda']],
    ['en', 'Mrs. Parkinson (68F) has Wilson disease, not Parkinson disease.', ['name: Parkinson']],
    ['en', 'Our 103-year-old patient and his sister, aged ninety-four.', ['age: 103-year-old', 'age: ninety-four']],
    ['es', 'Nació el doce de octubre de mil novecientos cuarenta y seis.', ['date: doce de octubre de mil novecientos cuarenta y seis']],
    ['es', 'Debutó el día de Reyes de 2021.', ['date: día de Reyes de 2021']],
    ['es', 'Su DNI es 12345678Z.', ['id: 12345678Z']],
    ['en', 'Write to jane dot roe at example dot org.', ['email: jane dot roe at example dot org']],
  ])('%s: %s', (language, text, wanted) => expect(found(text, language)).toEqual(wanted))
})

describe('medicine stays untouched', () => {
  test.each<[Language, string]>([
    ['en', 'Parkinson disease, Hoehn and Yahr stage 3, on levodopa/carbidopa 100/25 mg TID.'],
    ['en', 'BP 120/80 mmHg, HR 72, RR 16, SpO2 98% RA, T 36.8, GCS 15/15, Apgar 8/9.'],
    ['es', 'Síndrome de Down con tetralogía de Fallot e intervención de Blalock-Taussig.'],
    ['es', 'TA 130/85 mmHg, PIO 16/18 mmHg, EVA 7/10, AV 0,5, leucocitos 12.700/mm3, plaquetas 345.000, glucosa 169 mg/dl.'],
  ])('%s: %s', (language, text) => expect(found(text, language)).toEqual([]))
})

test('a name that was found once is found wherever it stands again', () => {
  expect(found('Ana Ruiz vino sola. Más tarde Ruiz se fue; A.R. no volvió.', 'es')).toEqual(['name: Ana Ruiz', 'name: Ruiz', 'name: A.R.'])
})

test('signs nobody sees and look-alikes hide nothing, and offsets are those of the text as it was written', () => {
  const text = 'Seen on 12\u200B March\u00A02021 by Dr Jоhn Smith.' // The o of John is Cyrillic.
  expect(found(text, 'en')).toEqual(['date: 12\u200B March\u00A02021', 'name: Dr Jоhn Smith'])
})

test('findings are sorted, lie in the text and do not overlap', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.constantFrom('en' as const, 'es' as const), (text, language) => {
      let last = 0
      for (const { start, end } of findIdentifiers(text, { language }).filter(({ kind }) => kind !== 'indirect')) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = end
      }
    }),
    { numRuns: 50 },
  )
})
