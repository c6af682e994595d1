import { describe, expect, it } from 'vitest'
import { whyNoCode } from './codes.rules.ts'

describe('a code', () => {
  it('counts for five tries, right or wrong', () => {
    expect(whyNoCode({ tries: 5, right: true })).toBeNull()
    expect(whyNoCode({ tries: 5, right: false })).toBe('application.code-wrong')
    expect(whyNoCode({ tries: 6, right: true })).toBe('application.code-too-many')
    expect(whyNoCode(null)).toBe('application.code-expired')
  })
})
