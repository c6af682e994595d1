import { createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto'
import { SignatureWrong } from './Authority.ts'
import { bytesOf, childrenOf, isTagged, type Node, octetsOf, oidOf, rawOf, readDer } from './der.ts'

/** Whoever signed, and the certificates that came along. */
export interface Signed {
  readonly signer: X509Certificate
  readonly others: readonly X509Certificate[]
}

const ids = { signedData: '1.2.840.113549.1.7.2', contentType: '1.2.840.113549.1.9.3', messageDigest: '1.2.840.113549.1.9.4' } as const

/** Digests nobody has broken; SHA-1 is not among them. */
export const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** Signatures that say no digest themselves take the signer's. */
const signatures: Readonly<Record<string, string | null>> = {
  '1.2.840.113549.1.1.1': null,
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}

/** The digest a signature was made over, by the name of its method; null where we take none such. */
export const digestOfSignature = (method: string, otherwise: string | null = null): string | null =>
  method in signatures ? (signatures[method] ?? otherwise) : null

const wrong = (why: string): never => {
  throw new SignatureWrong(why)
}

const fromText = (signed: Buffer): Buffer => {
  const inside = /-----BEGIN [A-Z0-9 ]+-----([\s\S]+?)-----END/.exec(signed.subarray(0, 200_000).toString('latin1'))?.[1]
  return inside === undefined ? signed : Buffer.from(inside, 'base64')
}

/** Checks that a CMS message signs this text, once, and says by whose key; whether that certificate is worth anything is another question. */
export const readSignature = (signed: Buffer, text: Buffer): Signed => {
  try {
    return readMessage(readDer(fromText(signed)), text)
  } catch (error) {
    // Whatever somebody sends may be bent in any place.
    throw error instanceof SignatureWrong ? error : new SignatureWrong('unreadable')
  }
}

const readMessage = (message: Node, text: Buffer): Signed => {
  const [type, wrapped] = childrenOf(message)
  if (oidOf(type) !== ids.signedData) return wrong('no signed data')
  const parts = childrenOf(childrenOf(wrapped)[0])
  const [contentType, content] = childrenOf(parts[2])
  const carried = content && octetsOf(childrenOf(content)[0])
  if (carried && !carried.equals(text)) return wrong('another text')
  const certificates = childrenOf(parts.find((part, at) => at > 2 && isTagged(part, 0))).map((node) => new X509Certificate(rawOf(node)))
  const signers = childrenOf(parts.at(-1))
  if (signers.length !== 1) return wrong('not one signer')
  const [, by, digestMethod, ...rest] = childrenOf(signers[0])
  const digest = digests[oidOf(childrenOf(digestMethod)[0])] ?? wrong('an old digest')
  const attributes = isTagged(rest[0], 0) ? rest.shift() : undefined
  const [signatureMethod, signature] = rest
  const made = octetsOf(signature) ?? wrong('no signature')
  const signer = certificates.find((certificate) => isNamed(certificate, by)) ?? wrong('no certificate of the signer')
  const over = attributes ? attributesFor(attributes, text, digest, oidOf(contentType)) : text
  const hash = digestOfSignature(oidOf(childrenOf(signatureMethod)[0]), digest) ?? wrong('an unknown method')
  if (!verify(hash, over, signer.publicKey, made)) return wrong('it does not verify')
  return { signer, others: certificates.filter((one) => one !== signer) }
}

/** By issuer and serial number, or by the key's identifier. */
const isNamed = (certificate: X509Certificate, by: Node | undefined): boolean => {
  const parts = childrenOf(childrenOf(readDer(certificate.raw))[0])
  if (isTagged(by, 0)) {
    const extensions = childrenOf(childrenOf(parts.find((part) => isTagged(part, 3)))[0])
    const key = extensions.find((extension) => oidOf(childrenOf(extension)[0]) === '2.5.29.14')
    const written = key && octetsOf(childrenOf(key).at(-1))
    const named = bytesOf(by)
    return Boolean(written && named.length > 0 && octetsOf(readDer(written))?.equals(named))
  }
  const at = isTagged(parts[0], 0) ? 1 : 0
  const [issuer, serial] = childrenOf(by)
  const [ownSerial, ownIssuer] = [parts[at], parts[at + 2]]
  return Boolean(
    issuer && serial && ownSerial && ownIssuer && rawOf(serial).equals(rawOf(ownSerial)) && rawOf(issuer).equals(rawOf(ownIssuer)),
  )
}

/** What was signed in the text's place, once it names the text's digest and its kind. */
const attributesFor = (attributes: Node, text: Buffer, digest: string, contentType: string): Buffer => {
  const only = (id: string): Node | undefined => {
    const found = childrenOf(attributes).filter((attribute) => oidOf(childrenOf(attribute)[0]) === id)
    return found.length === 1 ? childrenOf(childrenOf(found[0])[1])[0] : undefined
  }
  const named = octetsOf(only(ids.messageDigest))
  const own = createHash(digest).update(text).digest()
  if (!named || named.length !== own.length || !timingSafeEqual(named, own)) return wrong('another text')
  if (oidOf(only(ids.contentType)) !== contentType) return wrong('another kind of content')
  const over = rawOf(attributes)
  // Signed as the set they are, not under the tag they are sent with.
  over[0] = 0x31
  return over
}
