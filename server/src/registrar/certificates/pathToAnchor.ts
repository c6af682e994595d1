import 'reflect-metadata'
import type { X509Certificate } from 'node:crypto'
import { BasicConstraintsExtension, X509Certificate as ReadCertificate } from '@peculiar/x509'
import { CertificateRefused } from './Authority.ts'

const longest = 5

const isInTime = ({ validFromDate, validToDate }: X509Certificate, at: Date): boolean => validFromDate <= at && at <= validToDate

const isSame = (one: X509Certificate, other: X509Certificate): boolean => one.fingerprint256 === other.fingerprint256

/** Whether an authority may have so many others between itself and the certificate. */
const mayStandAbove = ({ raw }: X509Certificate, between: number): boolean =>
  (new ReadCertificate(raw).getExtension(BasicConstraintsExtension)?.pathLength ?? between) >= between

/**
 * The way from a certificate to one the operator trusts, both ends included; each signed by the next and all in time.
 * Trusted is exactly what the operator named, a root or an authority below it.
 */
export const pathToAnchor = (
  leaf: X509Certificate,
  others: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  at: Date,
): readonly X509Certificate[] => {
  const go = (path: readonly X509Certificate[]): readonly X509Certificate[] | null => {
    const last = path.at(-1)
    if (!last || !isInTime(last, at)) return null
    if (path.length > 1 && anchors.some((anchor) => isSame(anchor, last))) return path
    if (path.length >= longest) return null
    for (const issuer of [...anchors, ...others]) {
      if (path.some((one) => isSame(one, issuer)) || !issuer.ca || !last.checkIssued(issuer) || !last.verify(issuer.publicKey)) continue
      if (!mayStandAbove(issuer, path.length - 1)) continue
      const whole = go([...path, issuer])
      if (whole) return whole
    }
    return null
  }
  const found = leaf.ca ? null : go([leaf])
  if (!found) throw new CertificateRefused('no way to an authority of this country, or out of time')
  return found
}
