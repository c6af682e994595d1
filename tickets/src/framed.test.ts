import { bytesToHex } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { framed } from './framed.ts'

describe('a frame', () => {
  it('differs whenever its fields do, however they are cut', () => {
    const fields = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 }), { maxLength: 4 })
    fc.assert(
      fc.property(fields, fields, (some, others) => {
        const same = JSON.stringify(some) === JSON.stringify(others)
        expect(bytesToHex(framed('p', ...some)) === bytesToHex(framed('p', ...others))).toBe(same)
      }),
    )
  })

  it('differs with its purpose', () => {
    expect(framed('one', 'a')).not.toEqual(framed('two', 'a'))
  })

  it('puts each field behind its length', () => {
    const text = `0000000e${bytesToHex(new TextEncoder().encode('consilium/v1/p'))}00000001610000000400000007000000020102`
    expect(bytesToHex(framed('p', 'a', 7, Uint8Array.of(1, 2)))).toBe(text)
  })

  it('holds no number of 2^32 or more, and none below 0', () => {
    expect(() => framed('p', 2 ** 32)).toThrow()
    expect(() => framed('p', -1)).toThrow()
  })
})
