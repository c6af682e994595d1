import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aPasskey } from '#server/testing/aPasskey.ts'
import { fromBase64url, toBase64url } from '#tickets/base64url.ts'
import { coseKeyIn } from './coseKey.ts'

const made = () => {
  const passkey = aPasskey('http://localhost:8420')
  const { authenticatorData } = passkey.made('c')['response'] as { authenticatorData: string }
  return { passkey, data: fromBase64url(authenticatorData) ?? new Uint8Array() }
}

it('cuts out the key the server will read, also when extensions follow', () => {
  const { passkey, data } = made()
  expect(toBase64url(coseKeyIn(data))).toBe(passkey.publicKey)
  const withExtensions = Uint8Array.of(...data, 0xa1, 0x63, 0x61, 0x62, 0x63, 0xf5)
  expect(toBase64url(coseKeyIn(withExtensions))).toBe(passkey.publicKey)
})

it('refuses data that ends too early', () => {
  const { data } = made()
  const early = fc.integer({ min: 0, max: data.length - 1 })
  fc.assert(
    fc.property(early, (end) => {
      expect(() => coseKeyIn(data.slice(0, end))).toThrow(RangeError)
    }),
  )
})
