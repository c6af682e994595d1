import { expect, test } from 'vitest'
import { flagOf, labsFrom, labToType } from './labs.rules.ts'

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
    { name: 'Lactato', value: '3.4', unit: 'mmol/L', range: '0.5–2.0', flag: 'high' },
  ])
})

test('a comma before three digits may part thousands, and is left alone', () => {
  expect(labsFrom([{ ...labToType, name: 'Platelets', value: '41,000' }])?.[0]?.value).toBe('41,000')
})

test('words are no figures', () => {
  expect(flagOf('positive', 'negative')).toBeNull()
  expect(labsFrom([{ ...labToType, name: 'stx2', value: 'positive' }])).toEqual([
    { name: 'stx2', value: 'positive', unit: '', range: null, flag: null },
  ])
})

test('what its author says of the range counts first', () => {
  expect(labsFrom([{ ...labToType, name: 'Ca', value: '1.92', range: '2.1–2.6', flag: 'high' }])?.[0]?.flag).toBe('high')
})

test('empty rows are left out; a value without its name cannot go', () => {
  expect(labsFrom([labToType])).toEqual([])
  expect(labsFrom([{ ...labToType, value: '3.4' }])).toBeNull()
  expect(labsFrom([{ ...labToType, name: 'Lactate' }])).toBeNull()
})
