import { type Static, Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { countryCode, id, orNull, specialtyCode } from '../shapes.ts'
import { myProof, proofMethods, weighed } from './proofs.ts'

/** What evidence may be: of one kind each, and how much of it. */
export const evidenceLimits = { megabytes: 10, perKind: 3 } as const
export const evidenceKinds = ['identity', 'face', 'licence'] as const
export const mediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const

/** Calendar day, `2026-11-24`. */
export const day = Type.String({ format: 'date' })

export const evidence = Type.Object(
  { id, kind: Type.Enum([...evidenceKinds]), mediaType: Type.Enum([...mediaTypes]), bytes: Type.Integer() },
  { additionalProperties: false },
)
export type Evidence = Static<typeof evidence>

/**
 * Where a case stands, as far as its applicant learns it. Whoever has not proved anything sees the same while a number is unknown, another's,
 * or theirs.
 */
export const applicationState = Type.Enum([
  'draft',
  'checking',
  'verified',
  'recheck-due',
  'lapsed',
  'suspended',
  'revoked',
  'rejected',
  'withdrawn',
])
export type ApplicationState = Static<typeof applicationState>

const personName = Type.String({ maxLength: 200 })

/** What the applicant types; null where nothing stands yet. */
export const applicationForm = Type.Object(
  {
    country: orNull(countryCode),
    number: orNull(Type.String({ maxLength: 40 })),
    legalName: orNull(personName),
    formerNames: Type.Array(personName, { maxItems: 5 }),
    specialty: orNull(specialtyCode),
  },
  { additionalProperties: false },
)
export type ApplicationForm = Static<typeof applicationForm>

export const application = Type.Object(
  {
    state: applicationState,
    revision: Type.Integer(),
    form: applicationForm,
    /** Where letters go, with most of the name hidden. */
    email: Type.String(),
    evidence: Type.Array(evidence),
    /** What has to be there before it can be submitted. */
    missing: Type.Array(Type.Enum(['country', 'number', 'legalName', 'specialty'])),
    /** What is wrong with the form of a number that was handed in. */
    numberProblem: orNull(Type.Enum(['format', 'check-digit'])),
    /** To be held up beside the face in a photo, so that it was taken now. */
    pose: Type.String(),
    proofs: Type.Array(myProof),
    /** Ways that are open in this country, the surest first. */
    ways: Type.Array(Type.Enum([...proofMethods])),
    /** Providers one can sign in with, where that is a way. */
    logins: Type.Array(Type.Object({ provider: Type.String(), name: Type.String() }, { additionalProperties: false })),
    weighed,
    /** Its place among all that are being checked, 1 being the oldest; null while it is not. */
    place: orNull(Type.Integer()),
    waiting: Type.Integer({ description: 'How many are being checked in all.' }),
    /** Half of those decided of late took no longer; null before any was. */
    usualHours: orNull(Type.Integer()),
    /** What somebody of the staff wrote, when more is wanted or it is refused. */
    reason: orNull(Type.String()),
    /** The day its state began. */
    since: day,
    mayAppeal: Type.Boolean(),
    /** Further licences of the same person. */
    licences: Type.Array(Type.Object({ country: countryCode, state: applicationState }, { additionalProperties: false })),
  },
  { additionalProperties: false },
)
export type Application = Static<typeof application>

export const showApplication = endpoint({
  method: 'GET',
  path: '/api/registrar/application',
  who: 'registrant',
  summary: 'My application as it stands: what I typed, what I sent, my place in the queue, what was decided.',
  reply: application,
  status: 200,
  errors: ['application.not-found'],
})

export const keepApplication = endpoint({
  method: 'PUT',
  path: '/api/registrar/application',
  who: 'registrant',
  summary: 'Keeps what I typed, as I typed it.',
  body: Type.Object({ revision: Type.Integer({ minimum: 0 }), form: applicationForm }, { additionalProperties: false }),
  reply: application,
  status: 200,
  errors: ['application.not-found', 'application.handed-in', 'application.decided', 'application.revision-stale'],
})

export const addEvidence = endpoint({
  method: 'POST',
  path: '/api/registrar/application/evidence/{kind}',
  who: 'registrant',
  summary: 'Takes one document (multipart field `file`; JPEG, PNG, WebP or PDF, 10 MB at most). Its name is not kept.',
  params: Type.Object({ kind: Type.Enum([...evidenceKinds]) }, { additionalProperties: false }),
  upload: true,
  reply: application,
  status: 201,
  limit: 20,
  errors: [
    'application.not-found',
    'application.handed-in',
    'application.decided',
    'application.evidence-refused',
    'application.evidence-too-large',
    'application.evidence-too-many',
  ],
})

export const removeEvidence = endpoint({
  method: 'DELETE',
  path: '/api/registrar/application/evidence/{evidenceId}',
  who: 'registrant',
  summary: 'Throws a document of mine away.',
  params: Type.Object({ evidenceId: id }, { additionalProperties: false }),
  status: 204,
  errors: ['application.not-found', 'application.handed-in', 'application.decided', 'application.evidence-not-found'],
})

export const submitApplication = endpoint({
  method: 'POST',
  path: '/api/registrar/application/submission',
  who: 'registrant',
  summary: 'Hands the application in: the register is read, and proofs may go on. Again is the same.',
  body: Type.Object({ revision: Type.Integer({ minimum: 0 }) }, { additionalProperties: false }),
  reply: application,
  status: 201,
  errors: ['application.not-found', 'application.handed-in', 'application.decided', 'application.revision-stale', 'application.incomplete'],
})

export const applyAgain = endpoint({
  method: 'POST',
  path: '/api/registrar/application/again',
  who: 'registrant',
  summary: 'Begins anew after a refusal, with what was typed before; a verified doctor begins a further licence.',
  reply: application,
  status: 201,
  errors: ['application.not-found', 'application.not-declined'],
})

export const appealDecision = endpoint({
  method: 'POST',
  path: '/api/registrar/application/appeal',
  who: 'registrant',
  summary: 'Says why a refusal is wrong; a lead and somebody else look again.',
  body: Type.Object({ words: Type.String({ minLength: 1, maxLength: 2_000 }) }, { additionalProperties: false }),
  reply: application,
  status: 201,
  limit: 5,
  errors: ['application.not-found', 'case.not-now'],
})

export const returnToRegister = endpoint({
  method: 'POST',
  path: '/api/registrar/application/return',
  who: 'registrant',
  summary: 'Comes back after a licence lapsed or was suspended: the register is read again.',
  reply: application,
  status: 201,
  limit: 5,
  errors: ['application.not-found', 'case.not-now'],
})
