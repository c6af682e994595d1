import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type Base64url, fromBase64url, toBase64url } from '#tickets/base64url.ts'
import type { Ids } from './ids.ts'

// Of a passkey only its id and public key are read: what make it is, how it is connected and how often it was used tell one person from another.

/** A passkey that was made for a challenge of ours. */
export interface NewPasskey {
  readonly credentialId: Base64url
  /** COSE. */
  readonly publicKey: Base64url
}

/** What a browser gives or gets in a WebAuthn ceremony. */
export type Ceremony = Readonly<Record<string, unknown>>

interface Site {
  readonly origin: string
}

/** EdDSA, ES256, RS256. */
const algorithms = [-8, -7, -257]
const longestCredentialId = 1_023

const hostOf = (origin: string): string => new URL(origin).hostname
const bytesOf = (text: Base64url): Uint8Array<ArrayBuffer> => Uint8Array.from(fromBase64url(text) ?? [])

/** The WebAuthn ceremonies of one half: its name, and whether the device must know whose hand it is. */
export const passkeysFor = ({ name, userVerification }: { name: string; userVerification: 'preferred' | 'required' }) => {
  const requireUserVerification = userVerification === 'required'
  return {
    /** What a browser needs to make a passkey that it can find again without being told an id. */
    creationOptions: async ({ origin, ids }: Site & { readonly ids: Ids }, challenge: Base64url): Promise<Ceremony> => ({
      ...(await generateRegistrationOptions({
        rpName: name,
        rpID: hostOf(origin),
        userName: name,
        userDisplayName: name,
        userID: Uint8Array.from(ids.bytes(32)),
        challenge: bytesOf(challenge),
        attestationType: 'none',
        authenticatorSelection: { residentKey: 'required', userVerification },
        supportedAlgorithmIDs: algorithms,
      })),
    }),

    /** What a browser needs to sign in with any passkey it holds for this host. */
    requestOptions: async ({ origin }: Site, challenge: Base64url): Promise<Ceremony> => ({
      ...(await generateAuthenticationOptions({ rpID: hostOf(origin), challenge: bytesOf(challenge), userVerification })),
    }),

    /** Reads a passkey a browser has just made for this challenge; null when it does not check out. */
    readNewPasskey: async ({ origin }: Site, challenge: Base64url, made: Ceremony): Promise<NewPasskey | null> => {
      const checked = await verifyRegistrationResponse({
        response: made as unknown as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: hostOf(origin),
        requireUserVerification,
        supportedAlgorithmIDs: algorithms,
      }).catch(() => null)
      if (!checked?.verified) return null
      const { id, publicKey } = checked.registrationInfo.credential
      const length = fromBase64url(id)?.length ?? Number.POSITIVE_INFINITY
      return length <= longestCredentialId ? { credentialId: id, publicKey: toBase64url(publicKey) } : null
    },

    /** Whether this answer to the challenge was made by the passkey with this public key. */
    isAnsweredBy: async (
      { origin }: Site,
      challenge: Base64url,
      answer: Ceremony,
      { credentialId, publicKey }: { credentialId: Base64url; publicKey: Uint8Array },
    ): Promise<boolean> => {
      const checked = await verifyAuthenticationResponse({
        response: answer as unknown as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: hostOf(origin),
        credential: { id: credentialId, publicKey: Uint8Array.from(publicKey), counter: 0 },
        requireUserVerification,
      }).catch(() => null)
      return checked?.verified ?? false
    },
  }
}
