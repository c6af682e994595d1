/** Where the CBOR item that begins at a place ends (RFC 8949; no indefinite lengths, which authenticators do not write). */
const endOfItem = (bytes: Uint8Array, start: number): number => {
  const first = bytes[start] ?? fail()
  const kind = first >> 5
  const short = first & 31
  if (short > 26) fail()
  const width = short < 24 ? 0 : 1 << (short - 24)
  let at = start + 1 + width
  if (at > bytes.length) fail()
  const value = width === 0 ? short : bytes.subarray(start + 1, at).reduce((sum, byte) => sum * 256 + byte, 0)
  if (kind === 2 || kind === 3) at += value
  const inside = kind === 4 ? value : kind === 5 ? 2 * value : kind === 6 ? 1 : 0
  for (let item = 0; item < inside; item++) at = endOfItem(bytes, at)
  return at > bytes.length ? fail() : at
}

const fail = (): never => {
  throw new RangeError('Not the data of an authenticator')
}

/** The public key (COSE) of a passkey that was just made, cut out of the authenticator's data (WebAuthn, section 6.1). */
export const coseKeyIn = (authenticatorData: Uint8Array): Uint8Array => {
  // Hash of the host 32, flags 1, counter 4, model 16, then the length of the id, the id, the key and perhaps extensions.
  const idAt = 55
  const idLength = ((authenticatorData[53] ?? fail()) << 8) | (authenticatorData[54] ?? fail())
  const keyAt = idAt + idLength
  return authenticatorData.slice(keyAt, endOfItem(authenticatorData, keyAt))
}
