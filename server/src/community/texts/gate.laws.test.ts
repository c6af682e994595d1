import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FindingKind, findingsIn } from './gate.rules.ts'
import { bundledGlossary } from './readGlossary.ts'
import type { Language } from './Translator.ts'

const glossary = await bundledGlossary()

const pairs = [
  ['Give 0.5 mg of lorazepam every 8 hours, not 5 mg.', 'Dar 0,5 mg de lorazepam cada 8 horas, no 5 mg.'],
  ['No fever; metformin 850 mg twice daily.', 'Sin fiebre; metformina 850 mg dos veces al día.'],
  ['Pain in the left arm and the right leg, without weakness.', 'Dolor en el brazo izquierdo y la pierna derecha, sin debilidad.'],
  ['Never give amiodarone 300 mg with QTc 520 ms.', 'Nunca dar amiodarona 300 mg con QTc 520 ms.'],
  ['Vancomycin 15 mg/kg every 12 hours for 10 days.', 'Vancomicina 15 mg/kg cada 12 horas durante 10 días.'],
  ['Stop apixaban 5 mg; the left kidney does not excrete.', 'Suspender apixabán 5 mg; el riñón izquierdo no excreta.'],
  ['Enoxaparin 40 mg once daily, no aspirin.', 'Enoxaparina 40 mg una vez al día, sin aspirina.'],
  ['Potassium 5.9 mmol/L, creatinine 2.1 mg/dL; no digoxin.', 'Potasio 5,9 mmol/L, creatinina 2,1 mg/dL; no digoxina.'],
] as const

const directions = pairs.flatMap(([en, es]) => [
  { from: 'en', to: 'es', source: en, target: es } as const,
  { from: 'es', to: 'en', source: es, target: en } as const,
])

type Direction = (typeof directions)[number]
const kinds = ({ from, to }: { from: Language; to: Language }, source: string, target: string): readonly FindingKind[] =>
  findingsIn(source, target, { from, to, mark: null, glossary }).map(({ kind }) => kind)

/** Every way to change a match of the pattern in the target into something else. */
const mutations = (direction: Direction, pattern: RegExp, changes: (found: string) => readonly string[]) =>
  [...direction.target.matchAll(pattern)].flatMap(({ 0: found, index }) =>
    changes(found).map((changed) => direction.target.slice(0, index) + changed + direction.target.slice(index + found.length)),
  )

const always = (pattern: Record<'en' | 'es', RegExp>, changes: (found: string, language: 'en' | 'es') => readonly string[]) => {
  const cases = directions.flatMap((direction) =>
    mutations(direction, pattern[direction.to], (found) => changes(found, direction.to)).map((target) => ({ direction, target })),
  )
  expect(cases.length).toBeGreaterThan(5)
  fc.assert(
    fc.property(fc.constantFrom(...cases), ({ direction, target }) => {
      expect([target, ...kinds(direction, direction.source, target)].length, target).toBeGreaterThan(1)
    }),
    { numRuns: cases.length * 3 },
  )
}

describe('the gate', () => {
  it.each(directions)('lets through what a colleague would write: $target', (direction) =>
    expect(kinds(direction, direction.source, direction.target)).toEqual([]),
  )

  it('catches every figure that changes', () => {
    const figure = /\d+(?:[.,]\d+)?/g
    always({ en: figure, es: figure }, (found) =>
      [found.replace(/[.,]/, ''), `${found}5`, String(Number.parseInt(found, 10) + 1), ''].filter((other) => other !== found),
    )
  })

  it('catches every unit that changes', () => {
    const unit = /(?<=\d )(?:mg\/kg|mg\/dL|mmol\/L|mg|ms)/g
    always({ en: unit, es: unit }, (found) => ['g', 'µg', 'mL', ''].filter((other) => other !== found))
  })

  it('catches every denial that falls away', () =>
    always({ en: /\b(?:No|Never|not|without|no)\b ?/g, es: /(?<!\p{L})(?:Sin|Nunca|no|sin|No) /gu }, () => ['']))

  it('catches every denial that is made up', () =>
    always(
      {
        en: /(?<=[,;] |^)(?=\p{L})(?![^,;.]*\b(?:no|not|without|never)\b)/giu,
        es: /(?<=[,;] |^)(?=\p{L})(?![^,;.]*\b(?:no|sin|nunca)\b)/giu,
      },
      (_, language) => (language === 'en' ? ['not ', 'no '] : ['no ', 'sin ']),
    ))

  it('catches every drug that becomes another', () => {
    const drug = {
      en: /lorazepam|metformin|amiodarone|Vancomycin|apixaban|Enoxaparin|aspirin|digoxin/g,
      es: /lorazepam|metformina|amiodarona|Vancomicina|apixabán|Enoxaparina|aspirina|digoxina/g,
    }
    always(drug, () => ['warfarin', 'furosemida', ''])
  })

  it('catches every side that changes', () => {
    const other: Record<string, string> = {
      left: 'right',
      right: 'left',
      izquierdo: 'derecho',
      izquierda: 'derecha',
      derecho: 'izquierdo',
      derecha: 'izquierda',
    }
    always({ en: /left|right/g, es: /izquierd[oa]|derech[oa]/g }, (found) => [other[found]!, ''])
  })

  it('catches a rhythm that changes', () =>
    always({ en: /twice daily|once daily|hours/g, es: /dos veces al día|una vez al día|horas/g }, (_, language) =>
      language === 'en' ? ['weekly'] : ['semanal'],
    ))

  it.each([
    ['en', 'Hold the kidney medicine.', 'Mantener la medicina del riñón.'],
    ['en', 'Hold the kidney medicine.', 'Tomar la medicina del riñón.'],
    ['en', 'Hold the kidney medicine.', 'Sostener la medicina del riñón.'],
    ['en', 'Give 0.5 mg.', 'Dar 5 mg.'],
    ['en', '10~20 doses', '1020 dosis'],
    ['es', 'Ninguno de ellos tuvo fiebre.', 'Any of them had fever.'],
  ] as const)('never lets through, from %s, %s as %s', (from, source, target) =>
    expect(kinds({ from, to: from === 'en' ? 'es' : 'en' }, source, target)).not.toEqual([]),
  )
})
