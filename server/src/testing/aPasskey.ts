import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { type Base64url, fromBase64url, toBase64url } from '#tickets/base64url.ts'

type Ceremony = Record<string, unknown>

/** A passkey in software: ES256, for one host, always present. */
export interface TestPasskey {
  readonly credentialId: Base64url
  /** COSE. */
  readonly publicKey: Base64url
  /** What a browser gives after making it for a challenge. */
  made(challenge: Base64url): Ceremony
  /** What a browser gives after signing in with it. */
  answer(challenge: Base64url): Ceremony
}

export const aPasskey = (origin: string): TestPasskey => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const cose = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, fromBase64url(x) ?? new Uint8Array()],
      [-3, fromBase64url(y) ?? new Uint8Array()],
    ]) as never,
  )
  const id = randomBytes(16)
  const credentialId = toBase64url(id)
  const rpIdHash = createHash('sha256').update(new URL(origin).hostname).digest()
  const clientData = (type: string, challenge: Base64url): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const shell = { id: credentialId, rawId: credentialId, type: 'public-key', clientExtensionResults: {} }
  const counter = Buffer.alloc(4)
  return {
    credentialId,
    publicKey: toBase64url(cose),
    made: (challenge) => {
      const length = Buffer.from([0, id.length])
      // Flags: present, verified, with a credential.
      const authData = Buffer.concat([rpIdHash, Buffer.from([0x45]), counter, Buffer.alloc(16), length, id, cose])
      const attestation = isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(authData)],
        ]) as never,
      )
      return {
        ...shell,
        response: {
          clientDataJSON: toBase64url(clientData('webauthn.create', challenge)),
          attestationObject: toBase64url(attestation),
          authenticatorData: toBase64url(authData),
        },
      }
    },
    answer: (challenge) => {
      const authData = Buffer.concat([rpIdHash, Buffer.from([0x05]), counter])
      const data = clientData('webauthn.get', challenge)
      const signature = sign('sha256', Buffer.concat([authData, createHash('sha256').update(data).digest()]), privateKey)
      return {
        ...shell,
        response: {
          clientDataJSON: toBase64url(data),
          authenticatorData: toBase64url(authData),
          signature: toBase64url(signature),
        },
      }
    },
  }
}
