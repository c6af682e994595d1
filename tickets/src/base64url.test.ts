import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url } from './base64url.ts'

describe('base64url', () => {
  it('gives back the bytes that were written, as Node would write them', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
        expect(fromBase64url(toBase64url(bytes))).toEqual(Uint8Array.from(bytes))
      }),
    )
  })

  it('refuses padding, the other alphabet, spaces and a second way to write the same bytes', () => {
    for (const text of ['AA==', '+/+/', 'AA AA', 'A', 'AB', 'é']) expect(fromBase64url(text)).toBeNull()
  })
})
