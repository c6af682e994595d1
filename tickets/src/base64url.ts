/** Bytes as they travel in JSON and addresses: RFC 4648 base64url without padding. */
export type Base64url = string

/** Writes bytes as plain base64. */
export const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

/** Writes bytes as base64url. */
export const toBase64url = (bytes: Uint8Array): Base64url => toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** Reads base64url, or null when the text is not the one way to write some bytes. */
export const fromBase64url = (text: Base64url): Uint8Array | null => {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
  return toBase64url(bytes) === text ? bytes : null
}
