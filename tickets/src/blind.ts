import { invert, mod, pow } from '@noble/curves/abstract/modular.js'
import { bitLen, bytesToNumberBE, numberToBytesBE } from '@noble/curves/utils.js'
import { sha256, sha384 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { type Base64url, fromBase64url, toBase64url } from './base64url.ts'

// RSABSSA-SHA384-PSS-Randomized (RFC 9474) with a prefix, salt and factor that come from outside.

const hashLength = 48
/** The PSS salt of this scheme, in bytes. */
export const saltLength = 48
/** The random prefix of a prepared message, in bytes. */
export const prefixLength = 32

/** The public half of a key that signs tickets. */
export interface TicketKey {
  /** SHA-256 of its SubjectPublicKeyInfo. */
  readonly id: Base64url
  readonly modulus: bigint
  readonly exponent: bigint
  /** The length of its messages and signatures, in bytes. */
  readonly length: number
  readonly verifier: CryptoKey
}

/** What hides one ticket while it is signed. */
export interface Blinding {
  readonly prefix: Uint8Array
  readonly salt: Uint8Array
  /** Coprime to the modulus; it must never be used for two messages. */
  readonly factor: bigint
}

const pss = { name: 'RSA-PSS', hash: 'SHA-384' }

/** Reads an RSA public key (SubjectPublicKeyInfo), or null when it is none, is shorter than 2048 bits or has another exponent than 65537. */
export const readTicketKey = async (spki: Base64url): Promise<TicketKey | null> => {
  const bytes = fromBase64url(spki)
  if (!bytes) return null
  const verifier = await crypto.subtle.importKey('spki', Uint8Array.from(bytes), pss, true, ['verify']).catch(() => null)
  if (!verifier) return null
  const { n, e } = await crypto.subtle.exportKey('jwk', verifier)
  const modulus = integerOf(n)
  const exponent = integerOf(e)
  if (exponent !== 65537n || bitLen(modulus) < 2048) return null
  return { id: toBase64url(sha256(bytes)), modulus, exponent, length: Math.ceil(bitLen(modulus) / 8), verifier }
}

const integerOf = (text: Base64url | undefined): bigint => bytesToNumberBE(fromBase64url(text ?? '') ?? new Uint8Array())

/** The message that is signed: the prefix, then what the ticket says. */
export const prepare = (message: Uint8Array, { prefix }: Pick<Blinding, 'prefix'>): Uint8Array => concatBytes(prefix, message)

/** Blinds a prepared message; the result says nothing about it, whoever made the key. */
export const blind = (prepared: Uint8Array, { salt, factor }: Omit<Blinding, 'prefix'>, key: TicketKey): Uint8Array => {
  const encoded = bytesToNumberBE(encodePss(prepared, salt, bitLen(key.modulus) - 1))
  // Throws where the RFC does, when a number shares a factor with the modulus: whoever meets one has broken the key.
  invert(encoded, key.modulus)
  invert(factor, key.modulus)
  return numberToBytesBE(mod(encoded * pow(factor, key.exponent, key.modulus), key.modulus), key.length)
}

/** Takes the blinding off the signer's answer, or null when no valid signature comes out. */
export const finalise = async (
  prepared: Uint8Array,
  blindSignature: Uint8Array,
  { factor }: Pick<Blinding, 'factor'>,
  key: TicketKey,
): Promise<Uint8Array | null> => {
  if (blindSignature.length !== key.length) return null
  const unblinded = mod(bytesToNumberBE(blindSignature) * invert(factor, key.modulus), key.modulus)
  const signature = numberToBytesBE(unblinded, key.length)
  return (await isSignature(prepared, signature, key)) ? signature : null
}

/** Whether this is the key's signature on exactly this prepared message. */
export const isSignature = (prepared: Uint8Array, signature: Uint8Array, key: TicketKey): Promise<boolean> =>
  crypto.subtle.verify({ name: 'RSA-PSS', saltLength }, key.verifier, Uint8Array.from(signature), Uint8Array.from(prepared))

/** Whether the signer may touch this: the key's full length, and not one of the numbers whose signature everyone knows. */
export const isSignable = (blinded: Uint8Array, { modulus, length }: Pick<TicketKey, 'modulus' | 'length'>): boolean => {
  const x = bytesToNumberBE(blinded)
  return blinded.length === length && 1n < x && x < modulus - 1n
}

/** EMSA-PSS-ENCODE of RFC 8017, section 9.1.1, with SHA-384. */
const encodePss = (message: Uint8Array, salt: Uint8Array, bits: number): Uint8Array => {
  if (salt.length !== saltLength) throw new RangeError(`A salt has ${saltLength} bytes`)
  const length = Math.ceil(bits / 8)
  const digest = sha384(concatBytes(new Uint8Array(8), sha384(message), salt))
  const maskedLength = length - hashLength - 1
  const block = concatBytes(new Uint8Array(maskedLength - saltLength - 1), Uint8Array.of(1), salt)
  const mask = maskOf(digest, maskedLength)
  const masked = block.map((byte, at) => byte ^ mask[at]!)
  masked[0]! &= 0xff >> (8 * length - bits)
  return concatBytes(masked, digest, Uint8Array.of(0xbc))
}

/** MGF1 of RFC 8017, appendix B.2.1, with SHA-384. */
const maskOf = (seed: Uint8Array, length: number): Uint8Array => {
  const blocks = Array.from({ length: Math.ceil(length / hashLength) }, (_, counter) =>
    sha384(concatBytes(seed, numberToBytesBE(counter, 4))),
  )
  return concatBytes(...blocks).subarray(0, length)
}
