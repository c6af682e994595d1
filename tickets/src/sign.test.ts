import { createPublicKey, type KeyObject, publicEncrypt } from 'node:crypto'
import { bytesToHex } from '@noble/hashes/utils.js'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { blindSign, generateTicketKey } from './sign.ts'

let privateKey: KeyObject
beforeAll(async () => {
  privateKey = (await generateTicketKey(2048)).privateKey
})

vi.mock(import('node:crypto'), async (original) => {
  const real = await original()
  return { ...real, publicEncrypt: vi.fn(real.publicEncrypt) as unknown as typeof real.publicEncrypt }
})

const blinded = new Uint8Array(256).fill(7)

describe('signing unseen', () => {
  it('gives the same answer to the same bytes, so a repeated request costs nothing', () => {
    expect(bytesToHex(blindSign(privateKey, blinded))).toBe(bytesToHex(blindSign(privateKey, blinded)))
  })

  it('refuses what is too short, too long, too large or trivial', () => {
    const modulus = Buffer.from(createPublicKey(privateKey).export({ format: 'jwk' }).n!, 'base64url')
    const one = new Uint8Array(256).with(255, 1)
    const allButOne = new Uint8Array(modulus).with(255, modulus[255]! - 1)
    for (const refused of [
      blinded.subarray(1),
      new Uint8Array(257).fill(7),
      new Uint8Array(modulus),
      new Uint8Array(256),
      one,
      allButOne,
    ]) {
      expect(() => blindSign(privateKey, refused)).toThrow('Not a blinded message')
    }
  })

  it('keeps a faulty signature to itself', () => {
    vi.mocked(publicEncrypt).mockReturnValueOnce(Buffer.alloc(256, 8))
    expect(() => blindSign(privateKey, blinded)).toThrow('its own check')
  })
})
