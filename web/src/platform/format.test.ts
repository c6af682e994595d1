import { describe, expect, it } from 'vitest'
import { ago, clockTime, duration, eventTime, figure, withUnit } from './format.ts'

const minutes = (count: number) => count * 60_000
const at = (text: string) => new Date(text).getTime()

describe('a figure', () => {
  it('is written as the British do', () => {
    expect(figure(1253, 'en')).toBe('1,253')
    expect(figure(1.92, 'en')).toBe('1.92')
  })

  it('is written as Spanish does, with no mark in four figures', () => {
    expect(figure(1840, 'es')).toBe('1840')
    expect(figure(3.4, 'es')).toBe('3,4')
    expect(figure(12_500, 'es')).toBe('12.500')
  })

  it('keeps its unit on its line', () => {
    expect(withUnit(3.4, 'mmol/L', 'es')).toBe('3,4\u00a0mmol/L')
  })
})

describe('a duration', () => {
  it.each([
    [0, '0 min'],
    [minutes(16) + 59_000, '16 min'],
    [minutes(59), '59 min'],
    [minutes(60), '1 h'],
    [minutes(65), '1 h 05'],
    [minutes(140), '2 h 20'],
    [minutes(19 * 60 + 40), '19 h'],
    [minutes(47 * 60 + 59), '47 h'],
    [minutes(48 * 60), '2 d'],
  ])('of %i ms reads "%s"', (milliseconds, words) => {
    expect(duration(milliseconds).replaceAll('\u00a0', ' ')).toBe(words)
  })

  it('of a clock that runs behind is none', () => {
    expect(duration(-minutes(3)).replaceAll('\u00a0', ' ')).toBe('0 min')
  })
})

describe('a time', () => {
  it('is the clock alone on the same day and carries the day on another', () => {
    const now = at('2026-11-24T12:00:00')
    expect(eventTime('2026-11-24T03:09:00', now, 'en')).toBe('03:09')
    expect(eventTime('2026-11-21T03:09:00', now, 'en')).toBe('21 Nov, 03:09')
    expect(eventTime('2025-11-21T03:09:00', now, 'es')).toBe('21 nov 2025, 03:09')
  })

  it('says midnight as 00, not 24', () => {
    expect(clockTime('2026-11-24T00:05:00', 'en')).toBe('00:05')
    expect(clockTime('2026-11-24T00:05:00', 'es')).toBe('00:05')
  })

  it('is told as long ago in the reader’s words', () => {
    const now = at('2026-11-24T12:00:00')
    expect(ago('2026-11-24T11:55:00', now, 'en')).toBe('5 minutes ago')
    expect(ago('2026-11-23T11:00:00', now, 'es')).toBe('ayer')
  })
})
