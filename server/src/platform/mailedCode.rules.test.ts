import { describe, expect, it } from 'vitest'
import { codeFrom, maskAddress, readAddress } from './mailedCode.rules.ts'

describe('an address', () => {
  it('is kept in small letters and without spaces around it', () => {
    expect(readAddress('  Amara.Nwosu@NHS.Example ')).toBe('amara.nwosu@nhs.example')
  })

  it.each(['', 'amara', 'amara@', '@nhs.example', 'amara@nhs', 'a b@nhs.example', 'a@b@nhs.example', 'a@nhs.example\nbcc: b@x.example'])(
    'is not "%s"',
    (typed) => {
      expect(readAddress(typed)).toBeNull()
    },
  )

  it('shows little of itself', () => {
    expect(maskAddress('amara@nhs.example')).toBe('a•••@nhs.example')
  })
})

describe('a code', () => {
  it('has six digits, zeros in front included', () => {
    expect(codeFrom(Buffer.from([0, 0, 0, 7]))).toBe('000007')
    expect(codeFrom(Buffer.from([0xff, 0xff, 0xff, 0xff]))).toMatch(/^\d{6}$/)
  })
})
