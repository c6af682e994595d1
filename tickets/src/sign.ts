import { constants, createPublicKey, generateKeyPair, type KeyObject, privateDecrypt, publicEncrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { bytesToNumberBE } from '@noble/curves/utils.js'
import { type Base64url, fromBase64url, toBase64url } from './base64url.ts'
import { isSignable } from './blind.ts'

// Server only: the half of RFC 9474 that needs the private key.

const padding = constants.RSA_NO_PADDING

/** Signs a blinded message unseen; throws when it is not one this key may sign, or when the arithmetic went wrong. */
export const blindSign = (privateKey: KeyObject, blinded: Uint8Array): Uint8Array => {
  const publicKey = createPublicKey(privateKey)
  const modulus = fromBase64url(publicKey.export({ format: 'jwk' }).n ?? '') ?? new Uint8Array()
  if (!isSignable(blinded, { modulus: bytesToNumberBE(modulus), length: modulus.length }))
    throw new RangeError('Not a blinded message for this key')
  const signature = privateDecrypt({ key: privateKey, padding }, blinded)
  // One faulty signature is enough to factor the modulus, so a wrong result never leaves.
  if (!publicEncrypt({ key: publicKey, padding }, signature).equals(blinded)) throw new Error('Signing failed its own check')
  return new Uint8Array(signature)
}

/** A new key for signing tickets. */
export const generateTicketKey = async (bits: 2048 | 3072 | 4096): Promise<{ privateKey: KeyObject; publicKey: Base64url }> => {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits, publicExponent: 65537 })
  return { privateKey, publicKey: toBase64url(publicKey.export({ format: 'der', type: 'spki' })) }
}
