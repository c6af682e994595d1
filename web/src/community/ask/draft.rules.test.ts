import { describe, expect, it } from 'vitest'
import { labToType } from '../cases/labs.rules.ts'
import { asksPregnancy, emptyForm, isBegun, isComplete, linesOf, readyToPost, sameForm, withPatient, withVital } from './draft.rules.ts'

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

  it('keeps every diagnosis that is typed, in order', () => {
    expect(linesOf('a\n\n b \nc\nd\ne\nf')).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('asks for pregnancy where it can be, and forgets it where it cannot', () => {
    const patient = { ageBand: '30-34', sex: 'female', pregnant: true } as const
    expect(asksPregnancy(patient)).toBe(true)
    expect(asksPregnancy({ ...patient, ageBand: null })).toBe(true)
    for (const ageBand of ['d3', 'm11', '5-9', '60-64', '90+']) expect(asksPregnancy({ ...patient, ageBand })).toBe(false)
    expect(asksPregnancy({ ...patient, sex: 'male' })).toBe(false)
    expect(withPatient(patient, { ageBand: '35-39' }).pregnant).toBe(true)
    expect(withPatient(patient, { sex: 'male' }).pregnant).toBeNull()
  })

  it('is posted with its values taken apart, and kept as typed where one is not whole', () => {
    const form = emptyForm('en')
    const line = { ...labToType, name: 'Na 128 mmol/L (135-145)' }
    expect(readyToPost({ ...form, labs: [line] }).labs).toMatchObject([{ name: 'Na', value: '128', flag: 'low' }])
    expect(readyToPost({ ...form, labs: [line, { ...labToType, name: 'K' }] }).labs).toEqual([line, { ...labToType, name: 'K' }])
  })
})
