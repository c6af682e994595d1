import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type Base64url, fromBase64url, toBase64url } from '#tickets/base64url.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'

// Of a passkey only its id and public key are read: what make it is, how it is connected and how often it was used tell one doctor from another.

/** A passkey that was made for a challenge of ours. */
export interface NewPasskey {
  readonly credentialId: Base64url
  /** COSE. */
  readonly publicKey: Base64url
}

type Ceremony = Readonly<Record<string, unknown>>

/** EdDSA, ES256, RS256. */
const algorithms = [-8, -7, -257]
const longestCredentialId = 1_023

const hostOf = (origin: string): string => new URL(origin).hostname

/** What a browser needs to make a passkey that it can find again without being told an id. */
export const creationOptions = async ({ origin, ids }: Pick<Deps, 'origin' | 'ids'>, challenge: Base64url): Promise<Ceremony> => ({
  ...(await generateRegistrationOptions({
    rpName: 'Consilium',
    rpID: hostOf(origin),
    userName: 'Consilium',
    userDisplayName: 'Consilium',
    userID: Uint8Array.from(ids.bytes(32)),
    challenge: bytesOf(challenge),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    supportedAlgorithmIDs: algorithms,
  })),
})

/** What a browser needs to sign in with any passkey it holds for this host. */
export const requestOptions = async ({ origin }: Pick<Deps, 'origin'>, challenge: Base64url): Promise<Ceremony> => ({
  ...(await generateAuthenticationOptions({ rpID: hostOf(origin), challenge: bytesOf(challenge), userVerification: 'preferred' })),
})

/** Reads a passkey a browser has just made for this challenge. */
export const readNewPasskey = async ({ origin }: Pick<Deps, 'origin'>, challenge: Base64url, made: Ceremony): Promise<NewPasskey> => {
  const checked = await verifyRegistrationResponse({
    response: made as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    requireUserVerification: false,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null)
  if (!checked?.verified) return refuse('account.passkey-refused')
  const { id, publicKey } = checked.registrationInfo.credential
  if ((fromBase64url(id)?.length ?? Number.POSITIVE_INFINITY) > longestCredentialId) refuse('account.passkey-refused')
  return { credentialId: id, publicKey: toBase64url(publicKey) }
}

/** Whether this answer to the challenge was made by the passkey with this public key. */
export const isAnsweredBy = async (
  { origin }: Pick<Deps, 'origin'>,
  challenge: Base64url,
  answer: Ceremony,
  passkey: { credentialId: Base64url; publicKey: Uint8Array },
): Promise<boolean> => {
  const checked = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    credential: { id: passkey.credentialId, publicKey: Uint8Array.from(passkey.publicKey), counter: 0 },
    requireUserVerification: false,
  }).catch(() => null)
  return checked?.verified ?? false
}

const bytesOf = (text: Base64url): Uint8Array<ArrayBuffer> => Uint8Array.from(fromBase64url(text) ?? [])
