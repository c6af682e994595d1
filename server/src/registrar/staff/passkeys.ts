import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Deps } from '../deps.ts'

type Ceremony = Readonly<Record<string, unknown>>

/** EdDSA, ES256, RS256. */
const algorithms = [-8, -7, -257]
const longestCredentialId = 1_023
const hostOf = (origin: string): string => new URL(origin).hostname

/** What a browser needs to make a passkey for the desk. */
export const creationOptions = async ({ origin, ids }: Pick<Deps, 'origin' | 'ids'>, challenge: Buffer): Promise<Ceremony> => ({
  ...(await generateRegistrationOptions({
    rpName: 'Consilium registrar',
    rpID: hostOf(origin),
    userName: 'Consilium registrar',
    userDisplayName: 'Consilium registrar',
    userID: Uint8Array.from(ids.bytes(32)),
    challenge: Uint8Array.from(challenge),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  })),
})

/** What a browser needs to sign in with any passkey it holds for this host. */
export const requestOptions = async ({ origin }: Pick<Deps, 'origin'>, challenge: Buffer): Promise<Ceremony> => ({
  ...(await generateAuthenticationOptions({
    rpID: hostOf(origin),
    challenge: Uint8Array.from(challenge),
    userVerification: 'required',
  })),
})

/** Reads a passkey a browser has just made for this challenge; null when it does not check out. Whoever opens the desk has shown the device who they are. */
export const readNewPasskey = async (
  { origin }: Pick<Deps, 'origin'>,
  challenge: Buffer,
  made: Ceremony,
): Promise<{ credentialId: Buffer; publicKey: Buffer } | null> => {
  const checked = await verifyRegistrationResponse({
    response: made as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge.toString('base64url'),
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null)
  if (!checked?.verified) return null
  const { id, publicKey } = checked.registrationInfo.credential
  const credentialId = Buffer.from(id, 'base64url')
  return credentialId.length <= longestCredentialId ? { credentialId, publicKey: Buffer.from(publicKey) } : null
}

/** Whether this answer to the challenge was made by this passkey, and the device knew whose hand it was. */
export const isAnsweredBy = async (
  { origin }: Pick<Deps, 'origin'>,
  challenge: Buffer,
  answer: Ceremony,
  passkey: { credentialId: string; publicKey: Buffer },
): Promise<boolean> => {
  const checked = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge.toString('base64url'),
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    credential: { id: passkey.credentialId, publicKey: Uint8Array.from(passkey.publicKey), counter: 0 },
    requireUserVerification: true,
  }).catch(() => null)
  return checked?.verified ?? false
}
