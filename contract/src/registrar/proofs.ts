import { type Static, Type } from 'typebox'
import { id, orNull } from '../shapes.ts'

/** Ways an applicant can prove who they are, or that a line of the register is theirs. */
export const proofMethods = [
  'login',
  'certificate',
  'contact-code',
  'birth-date',
  'id-check',
  'documents',
  'interview',
  'mailbox',
  'vouch',
  'callback',
  'live-credential',
] as const
export type ProofMethod = (typeof proofMethods)[number]

/** What a proof is, in the words of the evidence policy. */
export const proofKinds = [
  'idp_regulator',
  'qes_professional_attribute',
  'national_eid_keyed_to_register',
  'video_interview',
  'id_document_face',
  'national_eid',
  'register_address_code',
  'regulator_live_credential',
  'dob_register_match',
  'employer_callback',
  'professional_mailbox',
  'institutional_email_named',
  'institutional_email_domain',
  'vouch',
  'licence_scan',
] as const

export type ProofKind = (typeof proofKinds)[number]

export const proofState = Type.Enum(['asked', 'passed', 'failed', 'suspected'])

/** One proof as its applicant sees it: that a doubt is looked at shows as asked. */
export const myProof = Type.Object(
  { proofId: id, method: Type.Enum([...proofMethods]), state: Type.Enum(['asked', 'passed', 'failed']) },
  { additionalProperties: false },
)
export type MyProof = Static<typeof myProof>

/** What the proofs come to under the evidence policy. */
export const weighed = Type.Object(
  {
    points: Type.Integer(),
    /** Somebody is shown to be the person of this name. */
    person: Type.Boolean(),
    /** That person is shown to be the one in this line of the register. */
    record: Type.Boolean(),
    passes: Type.Boolean(),
    /** Two people have to look. */
    second: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type Weighed = Static<typeof weighed>

export const standings = ['good', 'listed', 'training', 'restricted', 'not-practising', 'suspended', 'removed', 'none', 'unknown'] as const

/** A line of a register as it was read: only what is compared. */
export const registerLine = Type.Object(
  {
    names: Type.Array(Type.String()),
    standing: Type.Enum([...standings]),
    /** In the register's own words. */
    rawStatus: Type.String(),
    specialties: Type.Array(Type.String()),
    /** A degree, a college, an expiry: what else this register shows. */
    remarks: Type.Array(Type.String()),
    asOf: Type.String({ format: 'date' }),
  },
  { additionalProperties: false },
)
export type RegisterLine = Static<typeof registerLine>

/** What a person reads off a register's page and types. */
export const transcribedFields = ['family', 'given', 'otherNames', 'status', 'college', 'degree', 'specialty', 'validUntil'] as const
export type TranscribedField = (typeof transcribedFields)[number]

/** What somebody typed who read a register by hand; null where the number is not there. */
export const transcription = orNull(
  Type.Object(
    Object.fromEntries(transcribedFields.map((field) => [field, Type.Optional(Type.String({ maxLength: 300 }))])) as Record<
      TranscribedField,
      ReturnType<typeof Type.Optional<ReturnType<typeof Type.String>>>
    >,
    { additionalProperties: false },
  ),
)
export type Transcription = Static<typeof transcription>
