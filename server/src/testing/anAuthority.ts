import 'reflect-metadata'
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as x509 from '@peculiar/x509'
import {
  BitString,
  Constructed,
  Enumerated,
  fromBER,
  GeneralizedTime,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as SetOf,
} from 'asn1js'
import { afterAll } from 'vitest'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 } as const
const ids = {
  data: '1.2.840.113549.1.7.1',
  signed: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  digest: '1.2.840.113549.1.9.4',
}
const methods = { sha1: '1.3.14.3.2.26', sha256: '2.16.840.1.101.3.4.2.1', rsa: '1.2.840.113549.1.1.11', basic: '1.3.6.1.5.5.7.48.1.1' }
const personal = [x509.ExtendedKeyUsage.clientAuth, x509.ExtendedKeyUsage.emailProtection]

interface Keys {
  readonly publicKey: CryptoKey
  readonly privateKey: CryptoKey
}

/** A certificate and its key, as somebody holds them. */
export interface Held {
  readonly certificate: x509.X509Certificate
  readonly keys: Keys
}

export interface Wanted {
  readonly subject: string
  readonly from?: Date
  readonly until?: Date
  readonly policy?: string
  /** Left out: a person's. */
  readonly purposes?: readonly string[]
  readonly ca?: boolean
  /** Where to ask whether it is revoked; left out: the responder. */
  readonly asks?: 'responder' | 'list' | 'nobody'
}

export interface TestAuthority {
  readonly pem: string
  readonly issue: (wanted: Wanted, by?: Held) => Promise<Held>
  readonly revoke: (held: Held) => void
  /** What responder and list answer: as they should, with an old answer, with one of another key, or not at all. */
  answers: 'well' | 'old' | 'forged' | 'not'
}

const ber = (bytes: ArrayBuffer | Uint8Array) => fromBER(new Uint8Array(bytes)).result
const hashed = (name: string, bytes: ArrayBuffer | Uint8Array): Uint8Array =>
  new Uint8Array(createHash(name).update(new Uint8Array(bytes)).digest())
const octets = (bytes: Uint8Array) => new OctetString({ valueHex: new Uint8Array(bytes).buffer })
const method = (id: string) => new Sequence({ value: [new ObjectIdentifier({ value: id }), new Null()] })

/** A root of its own, with a responder (OCSP) and a list (CRL) on this machine. */
export const anAuthority = async (name: string, now: () => Date): Promise<TestAuthority> => {
  x509.cryptoProvider.set(crypto)
  const keys = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as Keys
  const stranger = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as Keys
  const day = 86_400_000
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    notBefore: new Date(now().getTime() - 1_000 * day),
    notAfter: new Date(now().getTime() + 3_000 * day),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  })
  const revoked = new Set<string>()
  /** Who issued the certificate of this number, and so answers for it. */
  const issuers = new Map<string, Keys>()
  let serials = 0
  const whole: { authority: TestAuthority | null } = { authority: null }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', async () => {
      if (whole.authority?.answers === 'not') return response.writeHead(503).end()
      const at = whole.authority?.answers === 'old' ? new Date(now().getTime() - 30 * day) : now()
      const forger = whole.authority?.answers === 'forged' ? stranger : null
      const body = request.method === 'POST' ? await respond(Buffer.concat(parts), forger, at) : await list(forger ?? keys, at)
      return response.end(body)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  afterAll(() => new Promise((closed) => server.close(closed)))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const list = async (signer: Keys, at: Date): Promise<Buffer> =>
    Buffer.from(
      (
        await x509.X509CrlGenerator.create({
          issuer: root.subject,
          thisUpdate: at,
          nextUpdate: new Date(at.getTime() + 7 * day),
          signingAlgorithm: algorithm,
          signingKey: signer.privateKey,
          entries: [...revoked].map((serialNumber) => ({ serialNumber, revocationDate: at })),
        })
      ).rawData,
    )

  /** Answers what was asked, whoever's certificate it is about. */
  const respond = async (question: Buffer, forger: Keys | null, at: Date): Promise<Buffer> => {
    // OCSPRequest > tbsRequest > requestList > Request > reqCert
    let asked = ber(question)
    for (let depth = 0; depth < 4; depth += 1) asked = (asked.valueBlock as unknown as { value: (typeof asked)[] }).value[0] as typeof asked
    const serial = (asked.valueBlock as unknown as { value: Integer[] }).value[3] as Integer
    const number = Buffer.from(serial.valueBlock.valueHexView).toString('hex')
    const signer = forger ?? issuers.get(number) ?? keys
    const isRevoked = revoked.has(number)
    const time = (value: Date) => new GeneralizedTime({ valueDate: value })
    const good = new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [] })
    good.idBlock.isConstructed = false
    const status = isRevoked ? new Constructed({ idBlock: { tagClass: 3, tagNumber: 1 }, value: [time(at)] }) : good
    const until = new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [time(new Date(at.getTime() + day))] })
    const by = new Constructed({
      idBlock: { tagClass: 3, tagNumber: 2 },
      value: [octets(hashed('sha1', new Uint8Array(root.publicKey.rawData)))],
    })
    const data = new Sequence({
      value: [by, time(at), new Sequence({ value: [new Sequence({ value: [asked, status, time(at), until] })] })],
    })
    const signature = await crypto.subtle.sign(algorithm, signer.privateKey, data.toBER())
    const basic = new Sequence({ value: [ber(data.toBER()), method(methods.rsa), new BitString({ valueHex: signature })] })
    const inside = new Sequence({ value: [new ObjectIdentifier({ value: methods.basic }), octets(new Uint8Array(basic.toBER()))] })
    const wrapped = new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [inside] })
    return Buffer.from(new Sequence({ value: [new Enumerated({ value: 0 }), wrapped] }).toBER())
  }

  const issue: TestAuthority['issue'] = async (wanted, by = { certificate: root, keys }) => {
    const { subject, from = new Date(now().getTime() - 10 * day), until = new Date(now().getTime() + 700 * day) } = wanted
    const { policy, purposes = personal, ca = false, asks = 'responder' } = wanted
    const own = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as Keys
    serials += 1
    const flags = ca ? x509.KeyUsageFlags.keyCertSign : x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation
    const certificate = await x509.X509CertificateGenerator.create({
      serialNumber: `1${String(serials).padStart(9, '0')}`,
      subject,
      issuer: by.certificate.subject,
      notBefore: from,
      notAfter: until,
      signingAlgorithm: algorithm,
      publicKey: own.publicKey,
      signingKey: by.keys.privateKey,
      extensions: [
        new x509.BasicConstraintsExtension(ca, undefined, true),
        new x509.KeyUsagesExtension(flags, true),
        ...(ca || purposes.length === 0 ? [] : [new x509.ExtendedKeyUsageExtension([...purposes])]),
        ...(policy ? [new x509.CertificatePolicyExtension([policy])] : []),
        ...(asks === 'responder' ? [new x509.AuthorityInfoAccessExtension({ ocsp: url })] : []),
        ...(asks === 'list' ? [new x509.CRLDistributionPointsExtension([`${url}/list.crl`])] : []),
      ],
    })
    issuers.set(certificate.serialNumber, by.keys)
    return { certificate, keys: own }
  }
  const authority: TestAuthority = {
    pem: root.toString('pem'),
    issue,
    revoke: ({ certificate }) => void revoked.add(certificate.serialNumber),
    answers: 'well',
  }
  whole.authority = authority
  return authority
}

/** Signs a text as programs for electronic signatures do (CMS, detached), with further certificates beside the signer's. */
export const signText = async (text: string, { certificate, keys }: Held, beside: readonly Held[] = []): Promise<Buffer> => {
  const attribute = (id: string, value: ObjectIdentifier | OctetString) =>
    new Sequence({ value: [new ObjectIdentifier({ value: id }), new SetOf({ value: [value] })] })
  const attributes = [
    attribute(ids.contentType, new ObjectIdentifier({ value: ids.data })),
    attribute(ids.digest, octets(hashed('sha256', new TextEncoder().encode(text)))),
  ]
  const signature = await crypto.subtle.sign(algorithm, keys.privateKey, new SetOf({ value: attributes }).toBER())
  const [serial, , issuer] = (() => {
    const body = (ber(certificate.rawData).valueBlock as unknown as { value: { valueBlock: { value: Sequence[] } }[] }).value[0]
    return body?.valueBlock.value.slice(1) ?? []
  })()
  const signer = new Sequence({
    value: [
      new Integer({ value: 1 }),
      new Sequence({ value: [issuer as Sequence, serial as unknown as Integer] }),
      method(methods.sha256),
      new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: attributes }),
      method(methods.rsa),
      octets(new Uint8Array(signature)),
    ],
  })
  const content = new Sequence({
    value: [
      new Integer({ value: 1 }),
      new SetOf({ value: [method(methods.sha256)] }),
      new Sequence({ value: [new ObjectIdentifier({ value: ids.data })] }),
      new Constructed({
        idBlock: { tagClass: 3, tagNumber: 0 },
        value: [certificate, ...beside.map((one) => one.certificate)].map((one) => ber(one.rawData)),
      }),
      new SetOf({ value: [signer] }),
    ],
  })
  return Buffer.from(
    new Sequence({
      value: [new ObjectIdentifier({ value: ids.signed }), new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [content] })],
    }).toBER(),
  )
}
