import type { Base64url } from './base64url.ts'
import { isSignedBy, type KeyPair, signBytes } from './ed25519.ts'
import { framed } from './framed.ts'
import { isStillValid } from './tickets.rules.ts'

/** The registrar's word that the account `R` is this doctor, to the end of a quarter. */
export interface NameAttestation {
  readonly rootPublicKey: Base64url
  readonly name: string
  readonly specialty: string
  readonly country: string
  readonly throughQuarter: number
}

/** The bytes `K_name` signs: framed as `name`, then the fields in the order of the type, the name in Unicode form NFC. */
const bytesOf = ({ rootPublicKey, name, specialty, country, throughQuarter }: NameAttestation): Uint8Array =>
  framed('name', rootPublicKey, name.normalize('NFC'), specialty, country, throughQuarter)

/** Signs a name attestation with `K_name`. */
export const signNameAttestation = (attestation: NameAttestation, nameKey: KeyPair): Base64url =>
  signBytes(bytesOf(attestation), nameKey.secretKey)

/** Why a name attestation does not count, or null when it does; an ended quarter is accepted for one day more. */
export const whyNoName = (
  attestation: NameAttestation,
  signature: Base64url,
  namePublicKey: Base64url,
  now: Date,
): 'forged' | 'expired' | null => {
  if (!isSignedBy(bytesOf(attestation), signature, namePublicKey)) return 'forged'
  return isStillValid('label', attestation.throughQuarter, now) ? null : 'expired'
}
