import type { CountryCode } from '#atlas/countries.ts'

/** Whom a certificate names, as its subject says. */
export interface Holder {
  /** In the parts the subject has, else as it is written. */
  readonly name: { readonly given: string; readonly family: string } | string
  /** What stays the same when the certificate is renewed: the number of a person's identity, else the certificate itself. */
  readonly subject: string
  /** Licence numbers; null where this is no certificate of the profession. */
  readonly numbers: readonly string[] | null
  /** The number the register can be searched by, such as a CURP; null where the certificate has none. */
  readonly registerId: string | null
}

/** It is not this text that was signed, or it was not signed so that it can be checked. */
export class SignatureWrong extends Error {}
/** The certificate is none of this country's authorities, out of time, revoked, or not a person's. */
export class CertificateRefused extends Error {}
/** Whether it is revoked cannot be asked now. */
export class RevocationUnknown extends Error {}

/** Those whose certificates count in one country. */
export interface Authority {
  readonly country: CountryCode
  /** Who signed this text; `signed` is a CMS message (CAdES, PKCS #7), with or without the text in it. */
  readonly identify: (signed: Buffer, text: Buffer) => Promise<Holder>
}
