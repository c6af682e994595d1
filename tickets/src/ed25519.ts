import { ed25519 } from '@noble/curves/ed25519.js'
import { concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import { type Base64url, fromBase64url, toBase64url } from './base64url.ts'

/** An Ed25519 key pair; the secret is the 32 bytes of RFC 8032. */
export interface KeyPair {
  readonly publicKey: Base64url
  readonly secretKey: Uint8Array
}

/** The pair that belongs to a 32-byte secret. */
export const keyPairOf = (secretKey: Uint8Array): KeyPair => ({ publicKey: toBase64url(ed25519.getPublicKey(secretKey)), secretKey })

/** Signs bytes. */
export const signBytes = (bytes: Uint8Array, secretKey: Uint8Array): Base64url => toBase64url(ed25519.sign(bytes, secretKey))

/** Whether the holder of the key signed exactly these bytes; malformed keys and signatures, and keys of small order, are a no. */
export const isSignedBy = (bytes: Uint8Array, signature: Base64url, publicKey: Base64url): boolean => {
  const signed = fromBase64url(signature)
  const key = fromBase64url(publicKey)
  return signed?.length === 64 && key?.length === 32 && ed25519.verify(signed, bytes, key, { zip215: false })
}

const spkiHeader = hexToBytes('302a300506032b6570032100')

/** A raw Ed25519 public key as SubjectPublicKeyInfo (RFC 8410), the form in which the manifest lists keys. */
export const toSpki = (publicKey: Base64url): Base64url =>
  toBase64url(concatBytes(spkiHeader, fromBase64url(publicKey) ?? new Uint8Array()))

/** The raw Ed25519 public key inside a SubjectPublicKeyInfo, or null when it holds something else. */
export const fromSpki = (spki: Base64url): Base64url | null => {
  const bytes = fromBase64url(spki)
  if (bytes?.length !== 44 || !spkiHeader.every((byte, at) => bytes[at] === byte)) return null
  return toBase64url(bytes.subarray(spkiHeader.length))
}
