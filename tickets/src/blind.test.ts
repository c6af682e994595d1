import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { invert, mod, pow } from '@noble/curves/abstract/modular.js'
import { bytesToNumberBE, hexToNumber, numberToBytesBE, numberToVarBytesBE } from '@noble/curves/utils.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { toBase64url } from './base64url.ts'
import { blind, finalise, isSignable, isSignature, prepare, readTicketKey, type TicketKey } from './blind.ts'
import { rfc9474Vector } from './rfc9474.vector.ts'
import { blindingOf, rootKeyOf } from './seed.ts'
import { blindSign, generateTicketKey } from './sign.ts'
import { ticketMessage } from './tickets.rules.ts'

const seedNumber = (number: number): Uint8Array => numberToBytesBE(number, 16)
const rootClaim = { kind: 'root', period: 0 } as const

const privateKeyOfVector = () => {
  const p = hexToNumber(rfc9474Vector.p)
  const q = hexToNumber(rfc9474Vector.q)
  const d = invert(65537n, (p - 1n) * (q - 1n))
  const text = (number: bigint) => toBase64url(numberToVarBytesBE(number))
  const numbers = { n: p * q, e: 65537n, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: invert(q, p) }
  const jwk = Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, text(number)]))
  return createPrivateKey({ key: { kty: 'RSA', ...jwk }, format: 'jwk' })
}

describe('the test vector of RFC 9474, appendix A.1', () => {
  const privateKey = privateKeyOfVector()
  const bytes = (name: keyof typeof rfc9474Vector) => hexToBytes(rfc9474Vector[name])
  let key: TicketKey
  let factor: bigint
  const prepared = prepare(bytes('message'), { prefix: bytes('prefix') })

  beforeAll(async () => {
    const modulus = hexToNumber(rfc9474Vector.p) * hexToNumber(rfc9474Vector.q)
    key = (await readTicketKey(await spkiOf(modulus)))!
    factor = invert(hexToNumber(rfc9474Vector.inverse), modulus)
  })

  it('gives its blinded message', () => {
    expect(bytesToHex(blind(prepared, { salt: bytes('salt'), factor }, key))).toBe(rfc9474Vector.blindedMessage)
  })

  it('gives its blind signature', () => {
    expect(bytesToHex(blindSign(privateKey, bytes('blindedMessage')))).toBe(rfc9474Vector.blindSignature)
  })

  it('gives its signature, which is good', async () => {
    const signature = await finalise(prepared, bytes('blindSignature'), { factor }, key)
    expect(bytesToHex(signature!)).toBe(rfc9474Vector.signature)
    expect(await isSignature(prepared, signature!, key)).toBe(true)
  })
})

const spkiOf = async (modulus: bigint) => {
  const jwk = { kty: 'RSA', n: toBase64url(numberToVarBytesBE(modulus)), e: 'AQAB' }
  const imported = await crypto.subtle.importKey('jwk', jwk, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])
  return toBase64url(new Uint8Array(await crypto.subtle.exportKey('spki', imported)))
}

describe('beside the library', () => {
  const suite = RSABSSA.SHA384.PSS.Randomized()

  it('each finishes, and accepts, what the other signed or blinded', async () => {
    const pair = await suite.generateKey({ modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) })
    const key = (await readTicketKey(toBase64url(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)))))!
    const privateKey = createPrivateKey({ key: { ...(await crypto.subtle.exportKey('jwk', pair.privateKey)) }, format: 'jwk' })
    const blinding = blindingOf(seedNumber(1), rootClaim, key)
    const message = ticketMessage(rootClaim, rootKeyOf(seedNumber(1)).publicKey)

    const ours = prepare(message, blinding)
    const signedByTheirs = await suite.blindSign(pair.privateKey, blind(ours, blinding, key))
    const signature = await finalise(ours, signedByTheirs, blinding, key)
    expect(await suite.verify(pair.publicKey, Uint8Array.from(signature!), Uint8Array.from(ours))).toBe(true)

    const theirs = suite.prepare(message)
    const { blindedMsg, inv } = await suite.blind(pair.publicKey, theirs)
    const finished = await suite.finalize(pair.publicKey, theirs, blindSign(privateKey, blindedMsg), inv)
    expect(await isSignature(theirs, finished, key)).toBe(true)
  }, 20_000)
})

describe('blinding', () => {
  const doctors = 8
  let pair: Awaited<ReturnType<typeof generateTicketKey>>
  let key: TicketKey

  beforeAll(async () => {
    pair = await generateTicketKey(2048)
    key = (await readTicketKey(pair.publicKey))!
  })

  const sitting = async (number: number) => {
    const seed = seedNumber(number)
    const blinding = blindingOf(seed, rootClaim, key)
    const prepared = prepare(ticketMessage(rootClaim, rootKeyOf(seed).publicKey), blinding)
    const blinded = blind(prepared, blinding, key)
    const answer = blindSign(pair.privateKey, blinded)
    const signature = (await finalise(prepared, answer, blinding, key))!
    return { blinding, prepared, blinded, answer, signature }
  }

  it('leaves every signature consistent with every request: for each pair there is a factor that explains it', async () => {
    const sittings = await Promise.all(Array.from({ length: doctors }, (_, number) => sitting(number)))
    for (const [asked, { blinded, answer }] of sittings.entries()) {
      for (const [shown, { signature, blinding }] of sittings.entries()) {
        const encoded = pow(bytesToNumberBE(signature), key.exponent, key.modulus)
        const factor = mod(bytesToNumberBE(answer) * invert(bytesToNumberBE(signature), key.modulus), key.modulus)
        expect(mod(encoded * pow(factor, key.exponent, key.modulus), key.modulus)).toBe(bytesToNumberBE(blinded))
        expect(factor === blinding.factor).toBe(asked === shown)
      }
    }
  })

  it('shows the signer neither the message nor the signature', async () => {
    const { blinded, answer, signature, prepared } = await sitting(1)
    const encoded = numberToBytesBE(pow(bytesToNumberBE(signature), key.exponent, key.modulus), key.length)
    expect(bytesToHex(blinded)).not.toBe(bytesToHex(encoded))
    expect(bytesToHex(answer)).not.toBe(bytesToHex(signature))
    expect(bytesToHex(blinded)).not.toContain(bytesToHex(prepared))
  })

  it('refuses one wrong bit, wherever it is', async () => {
    const { blinding, prepared, answer, signature } = await sitting(2)
    for (const at of [0, 100, key.length - 1]) {
      expect(await isSignature(prepared, withFlippedBit(signature, at), key)).toBe(false)
      expect(await finalise(prepared, withFlippedBit(answer, at), blinding, key)).toBeNull()
    }
    for (const at of [0, 31, 32, 63]) expect(await isSignature(withFlippedBit(prepared, at), signature, key)).toBe(false)
  })

  it('refuses an answer of another length, another factor and another key', async () => {
    const { blinding, prepared, answer, signature } = await sitting(3)
    expect(await finalise(prepared, answer.subarray(1), blinding, key)).toBeNull()
    expect(await finalise(prepared, answer, { factor: blinding.factor + 1n }, key)).toBeNull()
    const other = (await readTicketKey((await generateTicketKey(2048)).publicKey))!
    expect(await isSignature(prepared, signature, other)).toBe(false)
  })

  it('stops at a factor that shares a prime with the modulus', () => {
    const tiny = { ...key, modulus: 3n * hexToNumber(rfc9474Vector.p), length: 257 }
    expect(() => blind(new Uint8Array(64), { salt: new Uint8Array(48), factor: 3n }, tiny)).toThrow()
  })

  it('stops at a salt of another length', () => {
    expect(() => blind(new Uint8Array(64), { salt: new Uint8Array(32), factor: 5n }, key)).toThrow('48 bytes')
  })
})

const withFlippedBit = (bytes: Uint8Array, at: number): Uint8Array => bytes.with(at, bytes[at]! ^ 1)

describe('what a signer may touch', () => {
  const key = { modulus: 2n ** 2048n - 1n, length: 256 }
  const written = (number: bigint) => numberToBytesBE(number, 256)

  it('is any number between 1 and n - 1, both left out, at full length', () => {
    expect(isSignable(written(2n), key)).toBe(true)
    expect(isSignable(written(key.modulus - 2n), key)).toBe(true)
    for (const number of [0n, 1n, key.modulus - 1n, key.modulus]) expect(isSignable(written(number), key)).toBe(false)
    expect(isSignable(numberToBytesBE(2n, 255), key)).toBe(false)
    expect(isSignable(numberToBytesBE(2n, 257), key)).toBe(false)
    expect(isSignable(new Uint8Array(), key)).toBe(false)
  })
})

describe('reading a key', () => {
  const spki = (type: 'rsa', options: { modulusLength: number; publicExponent: number }) =>
    toBase64url(generateKeyPairSync(type, options).publicKey.export({ format: 'der', type: 'spki' }))

  it('refuses a short one, an unusual exponent and what is no key', async () => {
    expect(await readTicketKey(spki('rsa', { modulusLength: 1024, publicExponent: 65537 }))).toBeNull()
    expect(await readTicketKey(spki('rsa', { modulusLength: 2048, publicExponent: 3 }))).toBeNull()
    expect(await readTicketKey('AAAA')).toBeNull()
    expect(await readTicketKey('not base64url!')).toBeNull()
  })

  it('names different keys differently', async () => {
    const [one, other] = await Promise.all([generateTicketKey(2048), generateTicketKey(2048)])
    expect((await readTicketKey(one.publicKey))!.id).not.toBe((await readTicketKey(other.publicKey))!.id)
  })
})
