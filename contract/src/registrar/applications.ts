import { type Static, Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { countryCode, id, orNull, specialtyCode } from '../shapes.ts'

/** What evidence may be: of one kind each, and how much of it. */
export const evidenceLimits = { megabytes: 10, perKind: 3 } as const
export const evidenceKinds = ['identity', 'licence'] as const
export const mediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const

/** Calendar day, `2026-11-24`. */
export const day = Type.String({ format: 'date' })

export const evidence = Type.Object(
  { id, kind: Type.Enum([...evidenceKinds]), mediaType: Type.Enum([...mediaTypes]), bytes: Type.Integer() },
  { additionalProperties: false },
)
export type Evidence = Static<typeof evidence>

export const applicationState = Type.Enum(['draft', 'submitted', 'more-wanted', 'approved', 'declined'])
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
    missing: Type.Array(Type.Enum(['country', 'number', 'legalName', 'specialty', 'identity', 'licence'])),
    /** Its place in the queue, 1 being next; null while it does not wait. */
    place: orNull(Type.Integer()),
    waiting: Type.Integer({ description: 'How many wait in all.' }),
    /** What the verifier wrote, when more is wanted or it is decided. */
    reason: orNull(Type.String()),
    decidedOn: orNull(day),
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
  summary: 'Keeps what I typed. The number is checked for typing errors when it is given.',
  body: Type.Object({ revision: Type.Integer({ minimum: 0 }), form: applicationForm }, { additionalProperties: false }),
  reply: application,
  status: 200,
  errors: [
    'application.not-found',
    'application.handed-in',
    'application.decided',
    'application.revision-stale',
    'application.number-invalid',
    'application.check-digit-wrong',
  ],
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
  summary: 'Hands the application to the verifiers. Again is the same.',
  body: Type.Object({ revision: Type.Integer({ minimum: 0 }) }, { additionalProperties: false }),
  reply: application,
  status: 201,
  errors: [
    'application.not-found',
    'application.handed-in',
    'application.decided',
    'application.revision-stale',
    'application.incomplete',
    'application.number-invalid',
    'application.number-taken',
  ],
})

export const applyAgain = endpoint({
  method: 'POST',
  path: '/api/registrar/application/again',
  who: 'registrant',
  summary: 'Begins anew after an application was declined, with what was typed before.',
  reply: application,
  status: 201,
  errors: ['application.not-found', 'application.not-declined'],
})
