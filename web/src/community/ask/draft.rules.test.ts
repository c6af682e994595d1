import { describe, expect, it } from 'vitest'
import { emptyForm, isBegun, isComplete, linesOf, sameForm, withVital } from './draft.rules.ts'

describe('a draft of a case', () => {
  it('is complete with a question, somebody to see it and an urgency, and not before', () => {
    const form = { ...emptyForm('en'), question: 'What is it?', notSure: true, urgency: 'hours' as const }
    expect(isComplete(form)).toBe(true)
    expect(isComplete({ ...form, question: '  ' })).toBe(false)
    expect(isComplete({ ...form, notSure: false })).toBe(false)
    expect(isComplete({ ...form, urgency: null })).toBe(false)
  })

  it('is worth keeping once something is typed, not because of the usual byline', () => {
    expect(isBegun({ ...emptyForm('es'), byline: 'name' })).toBe(false)
    expect(isBegun({ ...emptyForm('es'), question: '¿Qué' })).toBe(true)
  })

  it('reads a decimal comma as a point and lets an empty or wrong figure go', () => {
    expect(withVital([], 'temperature', '38,4')).toEqual([{ code: 'temperature', value: '38.4' }])
    expect(withVital([{ code: 'temperature', value: '38.4' }], 'temperature', '')).toEqual([])
    expect(withVital([], 'spo2', 'eighty')).toEqual([])
  })

  it('says the same in whatever order its parts come back', () => {
    const form = { ...emptyForm('en'), question: 'What is it?' }
    const back = Object.fromEntries(Object.entries(form).reverse()) as typeof form
    expect(sameForm(form, back)).toBe(true)
    expect(sameForm(form, { ...back, question: 'What next?' })).toBe(false)
  })

  it('takes five diagnoses at most, in order', () => {
    expect(linesOf('a\n\n b \nc\nd\ne\nf')).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})
