import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { flagOf, labsFrom, labToType, readLab, readLabs } from './labs.rules.ts'

test('a value is set against its range', () => {
  expect(flagOf('3.4', '0.5-2.0')).toBe('high')
  expect(flagOf('28', '35–50')).toBe('low')
  expect(flagOf('40', '35–50')).toBeNull()
  expect(flagOf('9', '<14')).toBeNull()
  expect(flagOf('19', '≤ 14')).toBe('high')
  expect(flagOf('80', '> 90')).toBe('low')
})

test('a decimal comma counts as a point, and is stored as one', () => {
  expect(flagOf('3,4', '0,5–2,0')).toBe('high')
  expect(labsFrom([{ ...labToType, name: ' Lactato ', value: '3,4', unit: 'mmol/L', range: '0,5–2,0' }])).toEqual([
    { name: 'Lactato', value: '3.4', unit: 'mmol/L', range: '0.5–2.0', flag: 'high', hoursBefore: null },
  ])
})

test('a comma before three digits may part thousands, and is left alone', () => {
  expect(labsFrom([{ ...labToType, name: 'Platelets', value: '41,000' }])?.[0]?.value).toBe('41,000')
})

test('words are no figures', () => {
  expect(flagOf('positive', 'negative')).toBeNull()
  expect(labsFrom([{ ...labToType, name: 'stx2', value: 'positive' }])).toMatchObject([{ name: 'stx2', value: 'positive', flag: null }])
})

test('what its author says of the range counts first', () => {
  expect(labsFrom([{ ...labToType, name: 'Ca', value: '1.92', range: '2.1–2.6', flag: 'high' }])?.[0]?.flag).toBe('high')
})

test('empty rows are left out; a value without its name cannot go', () => {
  expect(labsFrom([labToType])).toEqual([])
  expect(labsFrom([{ ...labToType, value: '3.4' }])).toBeNull()
  expect(labsFrom([{ ...labToType, name: 'Lactate' }])).toBeNull()
})

test('a line that was typed and not yet taken apart is read when it is sent', () => {
  expect(labsFrom([{ ...labToType, name: 'Na 128 mmol/L (135-145)' }])).toMatchObject([{ name: 'Na', value: '128', flag: 'low' }])
})

describe('a line of a report', () => {
  it.each([
    ['Na 128 mmol/L (135-145)', { name: 'Na', value: '128', unit: 'mmol/L', range: '135-145' }],
    ['- Lactato: 3,4 mmol/L [0,5–2,0]', { name: 'Lactato', value: '3,4', unit: 'mmol/L', range: '0,5–2,0' }],
    ['K+ 6.1', { name: 'K+', value: '6.1', unit: '', range: null }],
    ['Troponin T 9 ng/L (<14)', { name: 'Troponin T', value: '9', unit: 'ng/L', range: '<14' }],
    ['CRP\t212\tmg/L\t0-5', { name: 'CRP', value: '212', unit: 'mg/L', range: '0-5' }],
    ['Plaquetas 41 x10^9/L (ref. 150-400)', { name: 'Plaquetas', value: '41', unit: 'x10^9/L', range: '150-400' }],
    ['Leucocitos 12,4 10^9/L', { name: 'Leucocitos', value: '12,4', unit: '10^9/L', range: null }],
    ['25-OH vitamin D 18 ng/mL', { name: '25-OH vitamin D', value: '18', unit: 'ng/mL' }],
    ['Vitamin B12 300 pg/mL', { name: 'Vitamin B12', value: '300', unit: 'pg/mL' }],
    ['D-dimer >20 mg/L', { name: 'D-dimer', value: '>20', unit: 'mg/L' }],
    ['pH 7.21', { name: 'pH', value: '7.21' }],
    ['stx2: positive', { name: 'stx2', value: 'positive', unit: '' }],
    ['Hb 72 g/L L', { name: 'Hb', value: '72', unit: 'g/L', flag: 'low' }],
    ['Creatinina 2,1 mg/dL ↑', { name: 'Creatinina', value: '2,1', unit: 'mg/dL', flag: 'high' }],
    ['Lactate 3.4 mmol/L (0.5-2.0), 2 h ago', { name: 'Lactate', value: '3.4', unit: 'mmol/L', range: '0.5-2.0', hoursBefore: 2 }],
    ['Urea 40 mmol/L hace 3 días', { name: 'Urea', value: '40', unit: 'mmol/L', hoursBefore: 72 }],
    ['Hb ayer 98 g/L', { name: 'Hb', value: '98', unit: 'g/L', hoursBefore: 24 }],
  ])('%s', (line, read) => expect(readLab(line)).toMatchObject(read))

  it('that holds no name with a figure is not guessed at', () => {
    for (const line of ['awaiting cultures', '128', '', '12 34', 'Na']) expect(readLab(line)).toBeNull()
  })

  it('comes back as it was written, whatever the figures are', () => {
    const decimal = fc.integer({ min: 0, max: 99_999 }).map((n) => String(n / 10))
    fc.assert(
      fc.property(
        fc.constantFrom('Na', 'Potasio', 'Free T4', 'ALT', 'pCO2', 'Proteína C reactiva'),
        decimal,
        fc.constantFrom('mmol/L', 'g/dL', '%', 'U/L', 'x10^9/L', ''),
        fc.option(fc.tuple(decimal, decimal)),
        (name, value, unit, range) => {
          const written = range && `${range[0]}-${range[1]}`
          expect(readLab(`${name} ${value} ${unit} ${written === null ? '' : `(${written})`}`)).toMatchObject({
            name,
            value,
            unit,
            range: written,
          })
        },
      ),
    )
  })
})

test('of several lines none is lost: what cannot be read stays to be mended', () => {
  expect(readLabs('Na 128 mmol/L\n\n K 5,9; awaiting cultures ')).toMatchObject([
    { name: 'Na', value: '128' },
    { name: 'K', value: '5,9' },
    { name: 'awaiting cultures', value: '' },
  ])
})
