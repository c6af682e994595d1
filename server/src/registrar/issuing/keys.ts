import { createPublicKey, type KeyObject } from 'node:crypto'
import { type Base64url, fromBase64url, toBase64url } from '#tickets/base64url.ts'
import { type KeyPair, keyPairOf, toSpki } from '#tickets/ed25519.ts'
import type { LabelCode } from '#tickets/labels.ts'
import type { KeyName } from '#tickets/manifest.ts'
import type { Deps } from '../deps.ts'

/** Keys that live for an epoch or a quarter; only the root has to withstand decades. */
const periodicBits = 2048

/** The private key that signs the tickets of this name, made the first time it is asked for. */
export const ticketKey = (
  { secrets }: Pick<Deps, 'secrets'>,
  kind: 'root' | 'renewal' | 'label',
  period: number,
  label: LabelCode | null,
): Promise<KeyObject> => {
  if (kind === 'root') return Promise.resolve(secrets.key('k-root'))
  return secrets.ensureRsa(kind === 'renewal' ? `k-renewal-${period}` : `k-label-${period}-${label}`, periodicBits)
}

/** `K_name`: signs that an account is a doctor of this name. */
export const nameKey = ({ secrets }: Pick<Deps, 'secrets'>): KeyPair => pairOf(secrets.key('k-name'))

/** What the manifest is signed with. */
export const manifestKey = ({ secrets }: Pick<Deps, 'secrets'>): KeyPair => pairOf(secrets.key('manifest'))

/** The public half of the key of this name, as the manifest lists it. */
export const publicKeyOf = async (deps: Pick<Deps, 'secrets'>, { kind, period, label }: KeyName): Promise<Base64url> => {
  if (kind === 'name') return toSpki(nameKey(deps).publicKey)
  const key = await ticketKey(deps, kind, period, label)
  return toBase64url(createPublicKey(key).export({ format: 'der', type: 'spki' }))
}

const pairOf = (key: KeyObject): KeyPair => keyPairOf(fromBase64url(key.export({ format: 'jwk' }).d ?? '') ?? new Uint8Array())
