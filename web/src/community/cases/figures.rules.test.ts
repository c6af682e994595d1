import { expect, test } from 'vitest'
import { ageBands } from '#atlas/ageBands.ts'
import { ageOf, isAdult, localFigure, vitalFigures } from './figures.rules.ts'

const patient = (ageBand: string | null) => ({ ageBand, sex: null, pregnant: null })
const vitals = [
  { code: 'temperature', value: '38.2' },
  { code: 'diastolic', value: '62' },
  { code: 'systolic', value: '84' },
  { code: 'heart-rate', value: '112' },
  { code: 'spo2', value: '86' },
] as const

const seen = (ageBand: string | null, language: 'en' | 'es' = 'en') =>
  vitalFigures({ vitals: [...vitals], patient: patient(ageBand) }, language).map(
    ({ short, value, flag }) => `${short} ${value} ${flag ?? 'usual'}`,
  )

test('an adult’s values are marked against the range, in the usual order, pressure as one', () => {
  expect(seen('40-44')).toEqual(['SpO₂ 86 low', 'HR 112 high', 'BP 84/62 low', 'Temp 38.2 high'])
})

test('a child’s values are marked only where the range is the same at every age', () => {
  expect(seen('10-14')).toEqual(['SpO₂ 86 low', 'HR 112 usual', 'BP 84/62 usual', 'Temp 38.2 high'])
  expect(['d3', 'm20', '2-4', '10-14'].map(isAdult)).toEqual([false, false, false, false])
  expect(['15-19', '90+', null].map(isAdult)).toEqual([true, true, true])
})

test('one pressure without the other stands alone', () => {
  const only = vitalFigures({ vitals: [{ code: 'systolic', value: '120' }], patient: patient(null) }, 'es')
  expect(only.map(({ short, value }) => `${short} ${value}`)).toEqual(['TAS 120'])
})

test('a range is told with its figures, open at one end where it is', () => {
  const [oxygen, heart] = vitalFigures({ vitals: [...vitals], patient: patient(null) }, 'en')
  expect(oxygen?.range?.replace('\u00a0', ' ')).toBe('≥ 94')
  expect(heart?.range).toBe('50–100')
})

test('Spanish writes the decimal comma, and leaves what is no decimal', () => {
  expect(localFigure('3.4', 'es')).toBe('3,4')
  expect(localFigure('0.5–2.0', 'es')).toBe('0,5–2,0')
  expect(localFigure('104/62', 'es')).toBe('104/62')
  expect(localFigure('3.4', 'en')).toBe('3.4')
})

test('every age band of the atlas can be told', () => {
  expect(ageOf('d3')).toEqual({ kind: 'days', count: 3 })
  expect(ageOf('m5')).toEqual({ kind: 'months', count: 5 })
  expect(ageOf('10-14')).toEqual({ kind: 'years', from: '10', to: '14' })
  expect(ageOf('90+')).toEqual({ kind: 'from', from: '90' })
  for (const band of ageBands) expect(Object.values(ageOf(band)).every((part) => part !== '' && !Number.isNaN(part))).toBe(true)
})
