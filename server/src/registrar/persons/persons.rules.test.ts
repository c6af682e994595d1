import { describe, expect, it } from 'vitest'
import { labelsOf, leftAfterMove } from './persons.rules.ts'

const spain = { specialty: 'cardiology', country: 'ES' }
const whole = labelsOf({ ...spain, mayCarry: null })

describe('a doctor who moves', () => {
  it('keeps what is true of both places, and widens to nothing that points at the move', () => {
    const left = leftAfterMove(whole, { ...spain, country: 'IE' })
    expect(left).toEqual(['cardiology.world', 'doctor.europe', 'doctor.world'])
    expect(labelsOf({ specialty: 'cardiology', country: 'IE', mayCarry: left })).toEqual(left)
  })

  it('does not become finer again by moving back', () => {
    const away = leftAfterMove(whole, { ...spain, country: 'MX' })
    expect(away).toEqual(['cardiology.world', 'doctor.world'])
    expect(leftAfterMove(away ?? [], spain)).toEqual(['cardiology.world', 'doctor.world'])
  })

  it('is not one who was verified again for the same', () => {
    expect(leftAfterMove(whole, spain)).toBeNull()
  })
})
