import { type Static, Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { countryCode, instant, orNull, specialtyCode } from '../shapes.ts'

/** Base64url without padding. */
export const bytes = Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: 1_000 })
const period = Type.Integer({ minimum: 0, maximum: 4_294_967_295 })
const labelCode = Type.String({ pattern: '^[A-Za-z0-9.-]{3,120}$' })

export const manifestEntry = Type.Object(
  {
    kind: Type.Enum(['root', 'renewal', 'label', 'name']),
    period,
    label: orNull(Type.String()),
    issuedAtEpoch: period,
    publicKey: Type.String(),
    hashOfPrevious: orNull(bytes),
  },
  { additionalProperties: false },
)

export const publishManifest = endpoint({
  method: 'GET',
  path: '/api/registrar/manifest',
  who: 'anyone',
  summary: 'Every key the registrar signs with, chained and signed, and how many doctors stand behind each label. Fetched without cookies.',
  reply: Type.Object(
    {
      entries: Type.Array(manifestEntry),
      signature: bytes,
      manifestKey: bytes,
      /** For each label that may be shown: doctors it was issued to who have not shown their name. */
      crowds: Type.Record(Type.String(), Type.Integer()),
      /** A label shows only while so many carry it. */
      k: Type.Integer(),
      /** Accounts there can be at most. */
      issuedRoots: Type.Integer(),
      /** The epoch that runs, and how many doctors a renewal was signed for, of this epoch or a later one. */
      epoch: period,
      signedRenewals: Type.Integer(),
    },
    { additionalProperties: false },
  ),
  status: 200,
  limit: 120,
  errors: [],
})

/** What a verified doctor may have signed now. */
export const entry = Type.Object(
  {
    label: labelCode,
    /** Doctors who will share the label once this one has it. */
    crowd: Type.Integer(),
    /** Doctors who may have entered so far: the crowd an account stands in before it takes a label. */
    entered: Type.Integer(),
    /** The first epoch a renewal may be asked for: the one that runs, or a later one after a root was given up. */
    epoch: period,
    period,
    /** Whether a root was signed for this doctor already: the account exists or can be finished with its words. */
    rootIssued: Type.Boolean(),
    /** Since when words and devices are lost, and when a new root may be signed; null: they are not. */
    rootLost: orNull(Type.Object({ on: instant, until: instant }, { additionalProperties: false })),
    renewalIssued: Type.Boolean(),
    /** Whether this instance lets a doctor enter alone, at once. */
    enterNow: Type.Boolean(),
    /** Those who wait to enter together. */
    group: Type.Object(
      {
        /** Whether this doctor waits among them. */
        mine: Type.Boolean(),
        /** How many wait, this doctor included. */
        size: Type.Integer(),
        /** So many enter at the next full hour. */
        minimum: Type.Integer(),
        next: instant,
        /** When they enter however few they are. */
        latest: instant,
      },
      { additionalProperties: false },
    ),
    /** The labels to hand requests in for, finest first; the registrar signs one of a quarter. */
    rungs: Type.Array(Type.Object({ code: labelCode, period }, { additionalProperties: false })),
    specialty: specialtyCode,
    country: countryCode,
  },
  { additionalProperties: false },
)
export type Entry = Static<typeof entry>

export const showEntry = endpoint({
  method: 'GET',
  path: '/api/registrar/entry',
  who: 'registrant',
  summary: 'The label I would be shown with, how many share it, and the periods tickets are signed for now.',
  reply: entry,
  status: 200,
  errors: ['issuing.not-verified', 'issuing.keys-not-ready'],
})

export const ticketRequests = Type.Object(
  {
    root: orNull(bytes),
    renewal: orNull(Type.Object({ epoch: period, blinded: bytes }, { additionalProperties: false })),
    label: orNull(Type.Object({ code: labelCode, period, blinded: bytes }, { additionalProperties: false })),
  },
  { additionalProperties: false },
)
export type TicketRequests = Static<typeof ticketRequests>

export const signedTickets = Type.Object(
  { root: orNull(bytes), renewal: orNull(bytes), label: orNull(bytes) },
  { additionalProperties: false },
)
export type SignedTickets = Static<typeof signedTickets>

export const requestTickets = endpoint({
  method: 'POST',
  path: '/api/registrar/tickets',
  who: 'registrant',
  summary:
    'Enters alone: signs blinded messages at once, unseen; one root for life, one renewal an epoch, one label a quarter. The same bytes get the same answer.',
  body: ticketRequests,
  reply: signedTickets,
  status: 201,
  limit: 20,
  errors: [
    'issuing.not-verified',
    'issuing.malformed',
    'issuing.other-request',
    'issuing.period-closed',
    'issuing.label-changed',
    'issuing.keys-not-ready',
    'issuing.group-only',
    'issuing.root-spent',
  ],
})

const blindedLabel = Type.Object({ code: labelCode, period, blinded: bytes }, { additionalProperties: false })
const blindedRenewal = Type.Object({ epoch: period, blinded: bytes }, { additionalProperties: false })

export const deposit = Type.Object(
  {
    /** With a root the doctor waits to enter with the next group. */
    root: orNull(bytes),
    renewals: Type.Array(blindedRenewal, { maxItems: 16 }),
    labels: Type.Array(blindedLabel, { maxItems: 16 }),
    /** The first epoch with which these labels may be signed; 0: as soon as may be. */
    labelsFrom: period,
  },
  { additionalProperties: false },
)
export type Deposit = Static<typeof deposit>

export const depositRequests = endpoint({
  method: 'POST',
  path: '/api/registrar/deposits',
  who: 'registrant',
  summary:
    'Hands in blinded messages that are signed later, for everybody at once: a root with the next group, renewals and labels as they fall due.',
  body: deposit,
  reply: entry,
  status: 201,
  limit: 20,
  errors: [
    'issuing.not-verified',
    'issuing.malformed',
    'issuing.other-request',
    'issuing.period-closed',
    'issuing.label-changed',
    'issuing.keys-not-ready',
    'issuing.root-spent',
  ],
})

export const loseRoot = endpoint({
  method: 'POST',
  path: '/api/registrar/root/loss',
  who: 'registrant',
  summary: 'Says that words and devices are lost: half a year later a new root may be signed, once in two years.',
  reply: entry,
  status: 201,
  limit: 10,
  errors: ['issuing.not-verified', 'issuing.no-root', 'issuing.root-too-soon', 'issuing.keys-not-ready'],
})

export const findRoot = endpoint({
  method: 'POST',
  path: '/api/registrar/root/finding',
  who: 'registrant',
  summary: 'Says that the words have been found.',
  reply: entry,
  status: 201,
  limit: 10,
  errors: ['issuing.not-verified', 'issuing.keys-not-ready'],
})

export const reportTheft = endpoint({
  method: 'POST',
  path: '/api/registrar/root/theft',
  who: 'registrant',
  summary:
    'Says that words or devices were stolen: the membership rests at once. When the licence is proved anew before two people, a new root may be signed, once in two years.',
  status: 204,
  limit: 5,
  errors: ['issuing.no-root', 'case.not-now'],
})

export const eraseMe = endpoint({
  method: 'POST',
  path: '/api/registrar/erasure',
  who: 'registrant',
  summary: 'Erases me here. Left are keyed hashes of my licences and whether a root was issued.',
  status: 204,
  limit: 5,
  errors: [],
})

export const fetchedSignature = Type.Object(
  { state: Type.Enum(['signed', 'waiting', 'unknown']), signature: orNull(bytes) },
  { additionalProperties: false },
)
export type FetchedSignature = Static<typeof fetchedSignature>

export const fetchSignatures = endpoint({
  method: 'POST',
  path: '/api/registrar/signatures',
  who: 'anyone',
  summary: 'The signatures of blinded messages, asked for by their SHA-256 (base64url), in the order asked. Fetched without cookies.',
  body: Type.Object(
    { hashes: Type.Array(Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }), { minItems: 1, maxItems: 32 }) },
    { additionalProperties: false },
  ),
  reply: Type.Object({ items: Type.Array(fetchedSignature) }, { additionalProperties: false }),
  status: 200,
  limit: 60,
  errors: [],
})

/** What the registrar would sign for an account that is to show a name. */
export const nameOffer = Type.Object(
  { name: Type.String(), specialty: specialtyCode, country: countryCode, through: period },
  { additionalProperties: false },
)

export const startShowName = endpoint({
  method: 'POST',
  path: '/api/registrar/name/challenge',
  who: 'registrant',
  summary: 'What would be signed, and a fresh challenge for the account that is to show it.',
  reply: Type.Object({ ...nameOffer.properties, challenge: bytes }, { additionalProperties: false }),
  status: 201,
  limit: 10,
  errors: ['issuing.not-verified'],
})

export const attestName = endpoint({
  method: 'POST',
  path: '/api/registrar/name',
  who: 'registrant',
  summary: 'Signs that this account is this doctor, to the end of next quarter, and keeps its key: one name, one account.',
  body: Type.Object({ rootKey: bytes, challenge: bytes, proof: bytes }, { additionalProperties: false }),
  reply: Type.Object({ ...nameOffer.properties, signature: bytes }, { additionalProperties: false }),
  status: 201,
  limit: 10,
  errors: ['issuing.not-verified', 'issuing.proof-refused', 'issuing.name-already-shown'],
})
