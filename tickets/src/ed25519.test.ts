import { createPublicKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url } from './base64url.ts'
import { fromSpki, isSignedBy, keyPairOf, signBytes, toSpki } from './ed25519.ts'

const pair = keyPairOf(new Uint8Array(32).fill(9))
const bytes = Uint8Array.of(1, 2, 3)

describe('a signature', () => {
  const signature = signBytes(bytes, pair.secretKey)

  it('belongs to one key and one message', () => {
    expect(isSignedBy(bytes, signature, pair.publicKey)).toBe(true)
    expect(isSignedBy(Uint8Array.of(1, 2, 4), signature, pair.publicKey)).toBe(false)
    expect(isSignedBy(bytes, signature, keyPairOf(new Uint8Array(32).fill(8)).publicKey)).toBe(false)
  })

  it('is refused with one wrong bit', () => {
    const written = fromBase64url(signature)!
    for (const at of [0, 31, 32, 63]) expect(isSignedBy(bytes, toBase64url(written.with(at, written[at]! ^ 1)), pair.publicKey)).toBe(false)
  })

  it('is refused, not thrown at, when it or the key is malformed', () => {
    for (const text of ['', 'AAAA', 'no key!']) {
      expect(isSignedBy(bytes, text, pair.publicKey)).toBe(false)
      expect(isSignedBy(bytes, signature, text)).toBe(false)
    }
    expect(isSignedBy(bytes, signature, toBase64url(new Uint8Array(32).fill(255)))).toBe(false)
  })

  it('by a key of small order, which would fit any message, is refused', () => {
    const identity = new Uint8Array(32).with(0, 1)
    const forged = new Uint8Array(64).with(0, 1)
    expect(isSignedBy(bytes, toBase64url(forged), toBase64url(identity))).toBe(false)
  })
})

describe('a public key as SubjectPublicKeyInfo', () => {
  it('is what Node reads, and comes back', () => {
    const spki = toSpki(pair.publicKey)
    const read = createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' })
    expect(read.export({ format: 'jwk' }).x).toBe(pair.publicKey)
    expect(fromSpki(spki)).toBe(pair.publicKey)
  })

  it('is refused when it holds something else', () => {
    expect(fromSpki('AAAA')).toBeNull()
    expect(fromSpki(toBase64url(new Uint8Array(44)))).toBeNull()
  })
})
