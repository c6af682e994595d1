import 'reflect-metadata'
import { X509Certificate } from 'node:crypto'
import {
  CertificatePolicyExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate as ReadCertificate,
} from '@peculiar/x509'
import type { CertificateSetting } from '../../platform/config.ts'
import type { Clock } from '../../platform/time.ts'
import { type Authority, CertificateRefused, type Holder } from './Authority.ts'
import { pathToAnchor } from './pathToAnchor.ts'
import { readSignature } from './readSignature.ts'
import { refuseRevoked } from './revocation.ts'

/** Attributes of a subject. */
const attributes = { name: '2.5.4.3', family: '2.5.4.4', given: '2.5.4.42', identity: '2.5.4.5' } as const
/** What a person's certificate is for; a company's seal says nothing of the kind. */
const persons = new Set(['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.4'])

/** The certificates in a file of the operator's, in PEM. */
export const readAnchors = (pem: string): readonly X509Certificate[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []).map((one) => new X509Certificate(one))

/** Identifies whoever signs with a certificate of a country's authorities. */
export const openAuthority = (
  setting: CertificateSetting,
  anchors: readonly X509Certificate[],
  { clock }: { readonly clock: Clock },
): Authority => ({
  country: setting.country,
  identify: async (signed, text) => {
    const { signer, others } = readSignature(signed, text)
    const at = clock.now()
    const { path, holder } = readable(() => ({
      path: pathToAnchor(signer, others, anchors, at),
      holder: holderOf(signer, setting),
    }))
    for (const [depth, certificate] of path.slice(0, -1).entries()) await refuseRevoked(certificate, path[depth + 1] as X509Certificate, at)
    return holder
  },
})

/** A certificate that cannot be read to its end is none. */
const readable = <Read>(read: () => Read): Read => {
  try {
    return read()
  } catch (error) {
    throw error instanceof CertificateRefused ? error : new CertificateRefused('unreadable')
  }
}

const holderOf = (signer: X509Certificate, { policy, numberIn, idIn }: CertificateSetting): Holder => {
  const read = new ReadCertificate(signer.raw)
  const usages = read.getExtension(KeyUsagesExtension)?.usages ?? KeyUsageFlags.digitalSignature
  if ((usages & (KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation)) === 0) throw new CertificateRefused('not for signing')
  const purposes = read.getExtension(ExtendedKeyUsageExtension)?.usages.map(String) ?? []
  if (idIn !== null && !purposes.some((purpose) => persons.has(purpose))) throw new CertificateRefused('a seal, not a person')
  const field = (id: string): string => read.subjectName.getField(id)[0]?.trim() ?? ''
  const [given, family, whole] = [field(attributes.given), field(attributes.family), field(attributes.name)]
  const isProfessional = policy !== null && (read.getExtension(CertificatePolicyExtension)?.policies.includes(policy) ?? false)
  return {
    // Spanish certificates write the identity number behind the name.
    name: given !== '' && family !== '' ? { given, family } : whole.replace(/\s+-\s.*$/, ''),
    subject: field(attributes.identity) || signer.fingerprint256,
    numbers: numberIn !== null && isProfessional ? read.subjectName.getField(numberIn).flatMap(numbersIn) : null,
    registerId: idIn === null ? null : (/^[A-Z0-9]{8,20}/.exec(field(idIn))?.[0] ?? null),
  }
}

/** Every number that stands in an attribute, whatever words surround it. */
const numbersIn = (value: string): string[] => value.match(/\d[\d./-]*\d/g) ?? []
