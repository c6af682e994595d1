import { type Static, Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { label, language, orNull, specialtyCode } from '../shapes.ts'

/** Base64url without padding. */
export const bytes = Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: 8_192 })

/** A finished ticket: the prefix and the unblinded signature; what it says follows from kind, period, label and R. */
export const ticket = Type.Object(
  { keyId: Type.String({ maxLength: 64 }), prefix: bytes, signature: bytes },
  { additionalProperties: false },
)
export type TicketShown = Static<typeof ticket>

/** What a browser gets from a WebAuthn ceremony, as @simplewebauthn/browser returns it. */
const ceremony = Type.Record(Type.String(), Type.Unknown())

/** The member whose session this is, for their own eyes. */
export const me = Type.Object(
  {
    language,
    label: Type.Object(
      {
        shown: label,
        /** How many doctors share it (published by the registrar with the key manifest). */
        crowd: Type.Integer(),
      },
      { additionalProperties: false },
    ),
    /** The name the registrar has signed for this account; null while it is not shown. */
    name: orNull(Type.String()),
    /** The epoch through which this account may take part, and whether that is over. */
    validThrough: Type.Integer(),
    lapsed: Type.Boolean(),
    moderator: Type.Boolean(),
    settings: Type.Object(
      {
        revision: Type.Integer(),
        language,
        /** Languages the member reads without translation. */
        reads: Type.Array(language),
        /** Typed, private, for the lists and the router; never shown as specialty. */
        interests: Type.Array(specialtyCode, { maxItems: 12 }),
        byline: Type.Enum(['anonymous', 'name']),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
)
export type Me = Static<typeof me>

export const showSession = endpoint({
  method: 'GET',
  path: '/api/community/session',
  who: 'anyone',
  summary: 'Who I am here: the member, or nobody.',
  reply: Type.Object({ me: orNull(me), demo: Type.Boolean(), registrarOrigin: Type.String() }, { additionalProperties: false }),
  status: 200,
  errors: [],
})

export const showManifest = endpoint({
  method: 'GET',
  path: '/api/community/manifest',
  who: 'anyone',
  summary: 'The key manifest, fetched without cookies: every ticket key there has been, chained and signed.',
  reply: Type.Object(
    {
      entries: Type.Array(Type.Record(Type.String(), Type.Unknown())),
      signature: bytes,
      manifestKey: bytes,
      /** For each label of the current period, how many doctors it was issued to. */
      crowds: Type.Record(Type.String(), Type.Integer()),
    },
    { additionalProperties: false },
  ),
  status: 200,
  errors: [],
})

export const startJoin = endpoint({
  method: 'POST',
  path: '/api/community/join/challenge',
  who: 'anyone',
  summary: 'A fresh challenge and the passkey options to join with, or to add a device with.',
  reply: Type.Object({ challengeId: Type.String(), challenge: bytes, options: ceremony }, { additionalProperties: false }),
  status: 201,
  limit: 20,
  errors: [],
})

export const join = endpoint({
  method: 'POST',
  path: '/api/community/join',
  who: 'anyone',
  summary: 'Makes an account from a root ticket, a renewal, a label and a passkey, all bound to R. A root joins once.',
  body: Type.Object(
    {
      challengeId: Type.String(),
      rootKey: bytes,
      root: ticket,
      renewal: ticket,
      label: Type.Object({ code: Type.String({ maxLength: 120 }), ticket }, { additionalProperties: false }),
      epoch: Type.Integer(),
      period: Type.Integer(),
      passkey: ceremony,
      /** The seed, encrypted under the passkey's PRF (random bytes where there is none). */
      wrappedSeed: bytes,
      /** R's signature over origin, challenge and passkey. */
      proof: bytes,
      language,
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ me }, { additionalProperties: false }),
  status: 201,
  limit: 20,
  errors: [
    'account.challenge-unknown',
    'account.ticket-refused',
    'account.proof-refused',
    'account.passkey-refused',
    'account.root-already-joined',
    'account.root-banned',
  ],
})

export const renew = endpoint({
  method: 'POST',
  path: '/api/community/renewals',
  who: 'anyone',
  summary: 'Extends an account by a renewal ticket (and takes a new label, when one comes with it), proven by R.',
  body: Type.Object(
    {
      challengeId: Type.String(),
      rootKey: bytes,
      renewal: ticket,
      epoch: Type.Integer(),
      label: orNull(
        Type.Object({ code: Type.String({ maxLength: 120 }), period: Type.Integer(), ticket }, { additionalProperties: false }),
      ),
      proof: bytes,
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ validThrough: Type.Integer() }, { additionalProperties: false }),
  status: 201,
  limit: 20,
  errors: ['account.challenge-unknown', 'account.ticket-refused', 'account.proof-refused', 'account.unknown', 'account.root-banned'],
})

export const startSignIn = endpoint({
  method: 'POST',
  path: '/api/community/sign-in/challenge',
  who: 'anyone',
  summary: 'A fresh challenge for a passkey or the twelve words.',
  reply: Type.Object({ challengeId: Type.String(), challenge: bytes, options: ceremony }, { additionalProperties: false }),
  status: 201,
  limit: 20,
  errors: [],
})

export const signIn = endpoint({
  method: 'POST',
  path: '/api/community/sign-in',
  who: 'anyone',
  summary: 'Signs in with a passkey.',
  body: Type.Object({ challengeId: Type.String(), passkey: ceremony }, { additionalProperties: false }),
  reply: Type.Object({ me, wrappedSeed: bytes }, { additionalProperties: false }),
  status: 201,
  limit: 20,
  errors: ['account.challenge-unknown', 'account.passkey-refused', 'account.root-banned'],
})

export const signInWithWords = endpoint({
  method: 'POST',
  path: '/api/community/sign-in/words',
  who: 'anyone',
  summary: 'Signs in with R, made from the twelve words on the device; the words never leave it.',
  body: Type.Object({ challengeId: Type.String(), rootKey: bytes, proof: bytes }, { additionalProperties: false }),
  reply: Type.Object({ me }, { additionalProperties: false }),
  status: 201,
  limit: 10,
  errors: ['account.challenge-unknown', 'account.proof-refused', 'account.unknown', 'account.root-banned'],
})

export const signOut = endpoint({
  method: 'POST',
  path: '/api/community/sign-out',
  who: 'anyone',
  summary: 'Ends this session.',
  status: 204,
  errors: [],
})

export const listDevices = endpoint({
  method: 'GET',
  path: '/api/community/devices',
  who: 'member',
  summary: 'My passkeys.',
  reply: Type.Object(
    {
      items: Type.Array(
        Type.Object({ deviceId: Type.String(), name: Type.String(), thisOne: Type.Boolean() }, { additionalProperties: false }),
      ),
    },
    { additionalProperties: false },
  ),
  status: 200,
  errors: [],
})

export const addDevice = endpoint({
  method: 'POST',
  path: '/api/community/devices',
  who: 'member',
  summary: 'Adds a passkey to my account; R signs it, and it is announced on all devices.',
  body: Type.Object(
    { challengeId: Type.String(), passkey: ceremony, wrappedSeed: bytes, proof: bytes, name: Type.String({ maxLength: 60 }) },
    { additionalProperties: false },
  ),
  reply: Type.Object({ deviceId: Type.String() }, { additionalProperties: false }),
  status: 201,
  limit: 10,
  errors: ['account.challenge-unknown', 'account.passkey-refused', 'account.proof-refused'],
})

export const removeDevice = endpoint({
  method: 'DELETE',
  path: '/api/community/devices/{deviceId}',
  who: 'member',
  summary: 'Removes a passkey of mine, never the last one.',
  params: Type.Object({ deviceId: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
  status: 204,
  errors: ['account.device-not-found', 'account.last-device'],
})

export const changeSettings = endpoint({
  method: 'PUT',
  path: '/api/community/settings',
  who: 'member',
  summary: 'Changes my language, what I read, my interests and my usual byline.',
  body: me.properties.settings,
  reply: Type.Object({ me }, { additionalProperties: false }),
  status: 200,
  errors: ['account.revision-stale', 'byline.name-missing'],
})

export const showName = endpoint({
  method: 'POST',
  path: '/api/community/name',
  who: 'member',
  summary: 'Keeps the name the registrar has signed for R: from now on I may sign with it.',
  body: Type.Object(
    {
      name: Type.String({ maxLength: 200 }),
      specialty: specialtyCode,
      country: Type.String({ maxLength: 2 }),
      through: Type.Integer(),
      signature: bytes,
      rootKey: bytes,
      proof: bytes,
      challengeId: Type.String(),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ me }, { additionalProperties: false }),
  status: 201,
  limit: 10,
  errors: ['account.challenge-unknown', 'account.name-refused', 'account.proof-refused'],
})
