import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { type Base64url, fromBase64url, toBase64url } from '#tickets/base64url.ts'
import { coseKeyIn } from './coseKey.ts'
import { prfInput } from './wrapSeed.ts'

type Ceremony = Record<string, unknown>

/** A passkey that was just made, and its PRF's bytes where it has one. */
export interface MadePasskey {
  readonly ceremony: Ceremony
  readonly credentialId: Base64url
  /** COSE. */
  readonly credentialPublicKey: Base64url
  readonly prf: Uint8Array | null
}

export interface UsedPasskey {
  readonly ceremony: Ceremony
  readonly prf: Uint8Array | null
}

interface PrfResults {
  readonly prf?: { readonly enabled?: boolean; readonly results?: { readonly first?: ArrayBuffer | ArrayBufferView } }
}

/** Makes a passkey on this device. Rejects when the doctor or the device says no. */
export const makePasskey = async (options: Ceremony): Promise<MadePasskey> => {
  const optionsJSON = { ...options, ...(await withPrf(options)) } as unknown as PublicKeyCredentialCreationOptionsJSON
  const made = await startRegistration({ optionsJSON })
  const results = made.clientExtensionResults as PrfResults
  // Many devices give the bytes only when a passkey is used, not when it is made.
  const prf = prfIn(results) ?? (results.prf?.enabled ? await askPrf(made.id, optionsJSON.rp.id) : null)
  const data = fromBase64url(made.response.authenticatorData ?? '') ?? new Uint8Array()
  return { ceremony: forServer(made), credentialId: made.id, credentialPublicKey: toBase64url(coseKeyIn(data)), prf }
}

/** Signs a challenge with a passkey the doctor picks. */
export const usePasskey = async (options: Ceremony): Promise<UsedPasskey> => {
  const optionsJSON = { ...options, ...(await withPrf(options)) } as unknown as PublicKeyCredentialRequestOptionsJSON
  const used = await startAuthentication({ optionsJSON })
  return { ceremony: forServer(used), prf: prfIn(used.clientExtensionResults as PrfResults) }
}

const withPrf = async (options: Ceremony): Promise<Ceremony> => ({
  extensions: { ...(options['extensions'] as Ceremony | undefined), prf: { eval: { first: await prfInput() } } },
})

const askPrf = async (credentialId: Base64url, rpId: string | undefined): Promise<Uint8Array | null> => {
  const challenge = toBase64url(crypto.getRandomValues(new Uint8Array(32)))
  const allowCredentials = [{ id: credentialId, type: 'public-key' }]
  return usePasskey({ challenge, allowCredentials, userVerification: 'preferred', ...(rpId ? { rpId } : {}) }).then(
    ({ prf }) => prf,
    () => null,
  )
}

const prfIn = ({ prf }: PrfResults): Uint8Array | null => {
  const first = prf?.results?.first
  if (!first) return null
  return first instanceof ArrayBuffer ? new Uint8Array(first) : new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
}

/** Without extension results, which hold the PRF's bytes, and without what tells one make of passkey from another. */
const forServer = ({ id, rawId, type, response }: { id: string; rawId: string; type: string; response: object }): Ceremony => ({
  id,
  rawId,
  type,
  response: Object.fromEntries(Object.entries(response).filter(([name, value]) => name !== 'transports' && value !== undefined)),
  clientExtensionResults: {},
})
