import { type Static, Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { id, label, orNull, specialtyCode, textLanguage } from '../shapes.ts'

/** Base64url without padding. */
const bytes = Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: 4_096 })
const bytesOf = (length: number) => Type.String({ pattern: `^[A-Za-z0-9_-]{${Math.ceil((length * 4) / 3)}}$` })

/** A finished ticket (tickets/ticket.ts): its prefix and then the signature. What it says follows from kind, period, label and R. */
const ticket = bytes
/** The public half of R, and what R signs. */
export const rootKey = bytesOf(32)
export const proof = bytesOf(64)
/** An epoch or a quarter. */
const period = Type.Integer({ minimum: 0, maximum: 100_000 })
const labelCode = Type.String({ maxLength: 120 })
export const challengeId = id

/**
 * The seed encrypted under the passkey's PRF: 12 bytes nonce, 16 seed, 16 tag.
 * Random bytes where there is no PRF, so that nobody can tell the two apart.
 */
export const wrappedSeedLength = 44
const wrappedSeed = bytesOf(wrappedSeedLength)

/** A WebAuthn ceremony as JSON: options, or what @simplewebauthn/browser returns without extension results, which hold the PRF's secret. */
const ceremony = Type.Record(Type.String(), Type.Unknown())

const settings = Type.Object(
  {
    revision: Type.Integer(),
    language: textLanguage,
    /** Languages the member reads without translation. */
    reads: Type.Array(textLanguage, { uniqueItems: true }),
    /** Typed, private, for the lists and the router; never shown as specialty. */
    interests: Type.Array(specialtyCode, { maxItems: 12, uniqueItems: true }),
    byline: Type.Enum(['anonymous', 'name']),
    /** The finest label to be shown with, such as `cardiology.world`; null: the one carried. One that is no wider than that changes nothing. */
    showAtMost: orNull(Type.String({ maxLength: 120, pattern: '^[a-z-]+\\.[A-Za-z]+$' })),
  },
  { additionalProperties: false },
)
export type Settings = Static<typeof settings>

/** The member whose session this is, for their own eyes. */
export const me = Type.Object(
  {
    language: textLanguage,
    label: Type.Object(
      {
        shown: label,
        /** How many doctors share it, as the registrar publishes with the key manifest; null while that cannot be read. */
        crowd: orNull(Type.Integer()),
        /** The label the account carries; another than the one shown while too few doctors carry it. */
        carried: label,
      },
      { additionalProperties: false },
    ),
    /** The name the registrar has signed for this account, until its quarter is over; null while none is shown. */
    name: orNull(Type.String()),
    /** The epoch through which this account may take part, and whether that is over. */
    validThrough: Type.Integer(),
    lapsed: Type.Boolean(),
    /** What this account's drafts and letters are filed under on a device; the same wherever it signs in, and no id of the account. */
    deviceKey: bytes,
    moderator: Type.Boolean(),
    settings,
    /** Devices added elsewhere since this browser signed in, by name, until `noteAddedDevices`. */
    addedDevices: Type.Array(Type.String()),
  },
  { additionalProperties: false },
)
export type Me = Static<typeof me>

export const showSession = endpoint({
  method: 'GET',
  path: '/api/community/session',
  who: 'anyone',
  summary: 'Who I am here: the member, or nobody.',
  reply: Type.Object(
    { me: orNull(me), demo: Type.Boolean(), registrarOrigin: Type.String(), languages: Type.Array(textLanguage) },
    { additionalProperties: false },
  ),
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
      /** For each label of the current period, how many doctors carry it who have not shown their name. */
      crowds: Type.Record(Type.String(), Type.Integer()),
      /** A label shows only while so many carry it. */
      k: Type.Integer(),
      issuedRoots: Type.Integer(),
      epoch: Type.Integer(),
      signedRenewals: Type.Integer(),
    },
    { additionalProperties: false },
  ),
  status: 200,
  errors: ['account.manifest-missing'],
})

export const counts = Type.Object(
  {
    epoch: period,
    /** Roots that have joined, and roots the registrar has signed. */
    accounts: Type.Integer(),
    issuedRoots: Type.Integer(),
    /** Accounts that are valid in this epoch, and renewals the registrar has signed for it. */
    renewed: Type.Integer(),
    signedRenewals: Type.Integer(),
    /** A label shows only while so many carry it. */
    k: Type.Integer(),
    /** There are more accounts than tickets: a key was stolen. */
    alarm: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type Counts = Static<typeof counts>

export const showCounts = endpoint({
  method: 'GET',
  path: '/api/community/counts',
  who: 'anyone',
  summary: 'How many accounts there are, beside how many tickets the registrar has signed for them.',
  reply: counts,
  status: 200,
  limit: 60,
  errors: ['account.manifest-missing'],
})

export const startJoin = endpoint({
  method: 'POST',
  path: '/api/community/join/challenge',
  who: 'anyone',
  summary: 'A fresh challenge and the options to make a passkey with: to join, or to add a device.',
  reply: Type.Object({ challengeId, challenge: bytes, options: ceremony }, { additionalProperties: false }),
  status: 201,
  limit: 20,
  errors: [],
})

const joinForm = Type.Object(
  {
    challengeId,
    rootKey,
    root: ticket,
    renewal: Type.Object({ epoch: period, ticket }, { additionalProperties: false }),
    label: Type.Object({ code: labelCode, period, ticket }, { additionalProperties: false }),
    passkey: ceremony,
    wrappedSeed,
    deviceName: Type.String({ maxLength: 60 }),
    /** R's statement `join` over this origin, the challenge and the passkey. */
    proof,
    language: textLanguage,
  },
  { additionalProperties: false },
)
export type JoinForm = Static<typeof joinForm>

export const join = endpoint({
  method: 'POST',
  path: '/api/community/join',
  who: 'anyone',
  summary: 'Makes an account from a root ticket, a renewal, a label and a passkey, all bound to R. A root joins once.',
  body: joinForm,
  reply: Type.Object({ me }, { additionalProperties: false }),
  status: 201,
  limit: 20,
  errors: [
    'account.challenge-unknown',
    'account.manifest-missing',
    'account.ticket-refused',
    'account.proof-refused',
    'account.passkey-refused',
    'account.root-already-joined',
    'account.root-banned',
  ],
})

const handIn = { ticket, proof }
const renewalForm = Type.Object(
  {
    challengeId,
    rootKey,
    renewal: Type.Object({ epoch: period, ...handIn }, { additionalProperties: false }),
    label: orNull(Type.Object({ code: labelCode, period, ...handIn }, { additionalProperties: false })),
  },
  { additionalProperties: false },
)
export type RenewalForm = Static<typeof renewalForm>

export const renew = endpoint({
  method: 'POST',
  path: '/api/community/renewals',
  who: 'anyone',
  summary: "Extends an account by a renewal ticket, and takes a new label when one comes with it, each with R's statement `hand-in`.",
  body: renewalForm,
  reply: Type.Object({ validThrough: Type.Integer() }, { additionalProperties: false }),
  status: 201,
  limit: 20,
  errors: [
    'account.challenge-unknown',
    'account.manifest-missing',
    'account.ticket-refused',
    'account.proof-refused',
    'account.unknown',
    'account.root-banned',
  ],
})

export const startSignIn = endpoint({
  method: 'POST',
  path: '/api/community/sign-in/challenge',
  who: 'anyone',
  summary: 'A fresh challenge for a passkey, the twelve words or a hand-in.',
  reply: Type.Object({ challengeId, challenge: bytes, options: ceremony }, { additionalProperties: false }),
  status: 201,
  limit: 20,
  errors: [],
})

export const signIn = endpoint({
  method: 'POST',
  path: '/api/community/sign-in',
  who: 'anyone',
  summary: 'Signs in with a passkey.',
  body: Type.Object({ challengeId, passkey: ceremony }, { additionalProperties: false }),
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
  body: Type.Object({ challengeId, rootKey, proof }, { additionalProperties: false }),
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
      items: Type.Array(Type.Object({ deviceId: id, name: Type.String(), thisOne: Type.Boolean() }, { additionalProperties: false })),
    },
    { additionalProperties: false },
  ),
  status: 200,
  errors: [],
})

const deviceForm = Type.Object(
  {
    challengeId,
    passkey: ceremony,
    wrappedSeed,
    deviceName: Type.String({ maxLength: 60 }),
    /** R's statement `add-passkey` over this origin, the challenge and the passkey. */
    proof,
  },
  { additionalProperties: false },
)
export type DeviceForm = Static<typeof deviceForm>

export const addDevice = endpoint({
  method: 'POST',
  path: '/api/community/devices',
  who: 'member',
  summary: 'Adds a passkey to my account; R signs it, and it is announced on all devices.',
  body: deviceForm,
  reply: Type.Object({ deviceId: id }, { additionalProperties: false }),
  status: 201,
  limit: 10,
  errors: ['account.challenge-unknown', 'account.passkey-refused', 'account.proof-refused'],
})

export const noteAddedDevices = endpoint({
  method: 'POST',
  path: '/api/community/devices/noted',
  who: 'member',
  summary: 'I have seen which devices were added: this browser need not say so again.',
  status: 204,
  errors: [],
})

export const removeDevice = endpoint({
  method: 'DELETE',
  path: '/api/community/devices/{deviceId}',
  who: 'member',
  summary: 'Removes a passkey of mine and ends its sessions; never the last one.',
  params: Type.Object({ deviceId: id }, { additionalProperties: false }),
  status: 204,
  errors: ['account.device-not-found', 'account.last-device'],
})

export const changeSettings = endpoint({
  method: 'PUT',
  path: '/api/community/settings',
  who: 'member',
  summary: 'Changes my language, what I read, my interests and my usual byline.',
  body: settings,
  reply: Type.Object({ me }, { additionalProperties: false }),
  status: 200,
  errors: ['account.revision-stale', 'byline.name-missing'],
})

const nameForm = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    specialty: specialtyCode,
    country: Type.String({ maxLength: 2 }),
    /** The quarter to whose end the registrar's word counts. */
    through: period,
    signature: proof,
  },
  { additionalProperties: false },
)
export type NameForm = Static<typeof nameForm>

export const showName = endpoint({
  method: 'POST',
  path: '/api/community/name',
  who: 'member',
  summary: 'Keeps the name the registrar has signed for my R: from now on I may sign with it.',
  body: nameForm,
  reply: Type.Object({ me }, { additionalProperties: false }),
  status: 201,
  limit: 10,
  errors: ['account.manifest-missing', 'account.name-refused'],
})
