import { type Base64url, fromBase64url, toBase64url } from '#tickets/base64url.ts'

// A passkey's PRF gives 32 bytes that only this passkey can give again; under them the seed may lie on the server.

const text = new TextEncoder()
const nonceLength = 12
/** Nonce, seed, tag. */
const wrappedLength = nonceLength + 16 + 16

/** What every passkey is asked its PRF for. */
export const prfInput = (): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', text.encode('consilium/v1/prf'))

const keyFrom = async (prf: Uint8Array, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> => {
  const secret = await crypto.subtle.importKey('raw', Uint8Array.from(prf), 'HKDF', false, ['deriveKey'])
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: text.encode('consilium/v1/wrapped-seed') }
  return crypto.subtle.deriveKey(derivation, secret, { name: 'AES-GCM', length: 256 }, false, [use])
}

/** Wraps a seed; without a PRF gives random bytes of the same length, so that nobody can tell the two apart. */
export const wrapSeed = async (seed: Uint8Array, prf: Uint8Array | null): Promise<Base64url> => {
  if (!prf) return toBase64url(crypto.getRandomValues(new Uint8Array(wrappedLength)))
  const iv = crypto.getRandomValues(new Uint8Array(nonceLength))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyFrom(prf, 'encrypt'), Uint8Array.from(seed))
  return toBase64url(Uint8Array.of(...iv, ...new Uint8Array(sealed)))
}

/** The seed again, or null when these bytes hold none for this passkey. */
export const unwrapSeed = async (wrapped: Base64url, prf: Uint8Array | null): Promise<Uint8Array | null> => {
  const bytes = fromBase64url(wrapped)
  if (!prf || bytes?.length !== wrappedLength) return null
  const iv = bytes.slice(0, nonceLength)
  const key = await keyFrom(prf, 'decrypt')
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.slice(nonceLength)).then(
    (seed) => new Uint8Array(seed),
    () => null,
  )
}
