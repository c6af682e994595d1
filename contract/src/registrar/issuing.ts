import { type Static, Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { countryCode, orNull, specialtyCode } from '../shapes.ts'

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
      /** For each label of the current quarter: doctors it was issued to who have not shown their name. */
      crowds: Type.Record(Type.String(), Type.Integer()),
      /** Accounts there can be at most. */
      issuedRoots: Type.Integer(),
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
    epoch: period,
    period,
    /** Whether a root was signed for this doctor already: the account exists or can be finished with its words. */
    rootIssued: Type.Boolean(),
    renewalIssued: Type.Boolean(),
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
    'Signs blinded messages unseen: one root for life, one renewal an epoch, one label a quarter. The same bytes get the same answer.',
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
  ],
})

export const fetchSignature = endpoint({
  method: 'GET',
  path: '/api/registrar/signatures/{hash}',
  who: 'anyone',
  summary: 'The signature of a blinded message, asked for by its SHA-256 (base64url), without cookies.',
  params: Type.Object({ hash: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) }, { additionalProperties: false }),
  reply: Type.Object({ signature: bytes }, { additionalProperties: false }),
  status: 200,
  limit: 60,
  errors: ['issuing.not-signed'],
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
