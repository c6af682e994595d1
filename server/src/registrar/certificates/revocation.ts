import 'reflect-metadata'
import { createHash, verify, X509Certificate } from 'node:crypto'
import { AuthorityInfoAccessExtension, CRLDistributionPointsExtension, X509Certificate as ReadCertificate, X509Crl } from '@peculiar/x509'
import { Enumerated, GeneralizedTime, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import { minutes, seconds } from '../../platform/time.ts'
import { CertificateRefused, RevocationUnknown } from './Authority.ts'
import { bytesOf, childrenOf, isTagged, type Node, octetsOf, oidOf, rawOf, readDer } from './der.ts'
import { digestOfSignature } from './readSignature.ts'

const patience = 10 * seconds
const clocksDiffer = 5 * minutes
const mostBytes = 50_000_000

/** Refuses a certificate its issuer has taken back, by asking the issuer's responder, else by its list; where neither answers, nothing is known. */
export const refuseRevoked = async (certificate: X509Certificate, issuer: X509Certificate, at: Date): Promise<void> => {
  const read = new ReadCertificate(certificate.raw)
  const responders = urls(read.getExtension(AuthorityInfoAccessExtension)?.ocsp.map(({ value }) => value))
  const lists = urls(
    read
      .getExtension(CRLDistributionPointsExtension)
      ?.distributionPoints.flatMap((point) => point.distributionPoint?.fullName ?? [])
      .map((name) => name.uniformResourceIdentifier),
  )
  for (const url of responders) {
    const said = await askResponder(url, certificate, issuer, at).catch(() => null)
    if (said !== null) return refuseIf(said)
  }
  for (const url of lists) {
    const said = await askList(url, read, issuer, at).catch(() => null)
    if (said !== null) return refuseIf(said)
  }
  throw new RevocationUnknown('no answer about revocation')
}

const refuseIf = (revoked: boolean): void => {
  if (revoked) throw new CertificateRefused('revoked')
}

const urls = (found: readonly (string | undefined)[] = []): string[] => found.filter((url): url is string => /^https?:\/\//.test(url ?? ''))

const fetchBytes = async (url: string, init: RequestInit = {}): Promise<Buffer> => {
  const reply = await fetch(url, { ...init, signal: AbortSignal.timeout(patience) })
  const bytes = Buffer.from(await reply.arrayBuffer())
  if (!reply.ok || bytes.length > mostBytes) throw new Error('no answer')
  return bytes
}

/** Whether a list names the certificate; null when it is not this issuer's, or not of now. */
const askList = async (url: string, certificate: ReadCertificate, issuer: X509Certificate, at: Date): Promise<boolean | null> => {
  const list = new X509Crl(new Uint8Array(await fetchBytes(url)))
  const isOfIssuer = list.issuer === new ReadCertificate(issuer.raw).subject
  if (!isOfIssuer || !(await list.verify({ publicKey: new ReadCertificate(issuer.raw).publicKey }))) return null
  if (!isOfNow(list.thisUpdate, list.nextUpdate, at)) return null
  return list.findRevoked(certificate.serialNumber) !== null
}

const isOfNow = (from: Date | undefined, until: Date | undefined, at: Date): boolean =>
  from !== undefined &&
  from.getTime() <= at.getTime() + clocksDiffer &&
  until !== undefined &&
  until.getTime() >= at.getTime() - clocksDiffer

const sha1 = '1.3.14.3.2.26'
const basicResponse = '1.3.6.1.5.5.7.48.1.1'
const mayAnswer = '1.3.6.1.5.5.7.3.9'

/** What a responder is asked: hashes of the issuer's name and key, and the number (RFC 6960; the hash is an index here, and SHA-1 the one all know). */
const questionAbout = (certificate: X509Certificate, issuer: X509Certificate): { id: Sequence; question: Buffer } => {
  const hash = (bytes: Uint8Array): OctetString =>
    new OctetString({ valueHex: new Uint8Array(createHash('sha1').update(bytes).digest()).buffer })
  const [own, theirs] = [bodyOf(certificate), bodyOf(issuer)]
  const id = new Sequence({
    value: [
      new Sequence({ value: [new ObjectIdentifier({ value: sha1 }), new Null()] }),
      hash(rawOf(theirs.subject)),
      hash(bytesOf(childrenOf(theirs.key)[1])),
      own.serial,
    ],
  })
  const request = new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [id] })] })] })] })
  return { id, question: Buffer.from(request.toBER()) }
}

/** The parts of a certificate a responder is asked by. */
const bodyOf = (certificate: X509Certificate): { serial: Node; subject: Node; key: Node } => {
  const parts = childrenOf(childrenOf(readDer(certificate.raw))[0])
  const at = isTagged(parts[0], 0) ? 1 : 0
  const [serial, subject, key] = [parts[at], parts[at + 4], parts[at + 5]]
  if (!serial || !subject || !key) throw new Error('no certificate')
  return { serial, subject, key }
}

/** Whether the responder says revoked; null when its answer is about something else, not of now, or not signed by whom it may be. */
const askResponder = async (url: string, certificate: X509Certificate, issuer: X509Certificate, at: Date): Promise<boolean | null> => {
  const { id, question } = questionAbout(certificate, issuer)
  const reply = readDer(
    await fetchBytes(url, { method: 'POST', headers: { 'content-type': 'application/ocsp-request' }, body: new Uint8Array(question) }),
  )
  const [status, wrapped] = childrenOf(reply)
  if (!(status instanceof Enumerated) || status.valueBlock.valueDec !== 0) return null
  const [type, inside] = childrenOf(childrenOf(wrapped)[0])
  const written = octetsOf(inside)
  if (oidOf(type) !== basicResponse || !written) return null
  const [data, method, signature, came] = childrenOf(readDer(written))
  if (!data || !signature) return null
  const signer = responderOf(childrenOf(childrenOf(came)[0]), issuer, at)
  const hash = digestOfSignature(oidOf(childrenOf(method)[0]))
  if (!hash || !verify(hash, rawOf(data), signer.publicKey, bytesOf(signature))) return null
  const answers = childrenOf(childrenOf(data).find((part) => part instanceof Sequence))
  const asked = Buffer.from(id.toBER())
  const mine = answers.find((answer) => {
    const [about] = childrenOf(answer)
    return about !== undefined && sameId(rawOf(about), asked)
  })
  const [, said, from, until] = childrenOf(mine)
  const dates = [from, childrenOf(until)[0]].map((node) => (node instanceof GeneralizedTime ? node.toDate() : undefined))
  if (!said || !isOfNow(dates[0], dates[1], at)) return null
  return isTagged(said, 1) ? true : isTagged(said, 0) ? false : null
}

/** The same hashes and number; whether the hash's parameters are written out as nothing or left out does not matter. */
const sameId = (one: Buffer, other: Buffer): boolean => {
  const parts = (bytes: Buffer): Buffer[] => {
    const [method, ...rest] = childrenOf(readDer(bytes))
    return [Buffer.from(oidOf(childrenOf(method)[0])), ...rest.map(rawOf)]
  }
  const [mine, theirs] = [parts(one), parts(other)]
  return mine.length === theirs.length && mine.every((part, at) => theirs[at]?.equals(part))
}

/** Whoever may answer for an issuer: the issuer, or somebody it has certified for just that. */
const responderOf = (came: readonly Node[], issuer: X509Certificate, at: Date): X509Certificate => {
  for (const node of came) {
    const one = new X509Certificate(rawOf(node))
    const isNamed = one.keyUsage?.includes(mayAnswer) && one.checkIssued(issuer) && one.verify(issuer.publicKey)
    if (isNamed && one.validFromDate <= at && at <= one.validToDate) return one
  }
  return issuer
}
