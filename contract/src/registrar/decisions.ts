import { type Static, Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { countryCode, id, instant, language, orNull, specialtyCode } from '../shapes.ts'
import { applicationForm, day, evidence, mediaTypes } from './applications.ts'
import { proofKinds, proofMethods, proofState, registerLine, transcribedFields, transcription, weighed } from './proofs.ts'

const applicationId = Type.Object({ applicationId: id }, { additionalProperties: false })

/** What a case asks of the desk, the most pressing first. */
export const deskTasks = [
  'suspension',
  'dispute',
  'appeal',
  'disagreement',
  'buried',
  'second-look',
  'doubted-proof',
  'read-by-hand',
  'compare',
  'documents',
  'errand',
] as const
const deskTask = Type.Enum([...deskTasks])
export type DeskTask = (typeof deskTasks)[number]

export const caseReasons = [
  'number-unreadable',
  'register-silent',
  'not-found',
  'by-hand',
  'name',
  'standing',
  'shared-name',
  'not-surely-physician',
  'tombstone',
  'disagreement',
  'appeal',
  'number-bound',
] as const

export const decisions = ['yes', 'no', 'ask'] as const
export type Decision = (typeof decisions)[number]

export const listQueue = endpoint({
  method: 'GET',
  path: '/api/registrar/queue',
  who: 'verifier',
  summary: 'What waits for the desk, oldest first: no name, only what helps to plan. What was given to me can be opened.',
  reply: Type.Object(
    {
      items: Type.Array(
        Type.Object(
          {
            applicationId: id,
            country: countryCode,
            specialty: specialtyCode,
            language,
            since: instant,
            task: deskTask,
            /** Given to me, and so open to me. */
            mine: Type.Boolean(),
            /** Whether I may have it: not where I have looked already and another pair of eyes is due. */
            open: Type.Boolean(),
          },
          { additionalProperties: false },
        ),
      ),
      /** Half of the reviews of the last thirty days took no longer; null before any did. */
      medianReviewSeconds: orNull(Type.Integer()),
    },
    { additionalProperties: false },
  ),
  status: 200,
  limit: 300,
  errors: [],
})

export const drawApplication = endpoint({
  method: 'POST',
  path: '/api/registrar/queue/draw',
  who: 'verifier',
  summary: 'Gives me one of the oldest cases I may have, by chance; null when there is none.',
  body: Type.Object({ country: orNull(countryCode), language: orNull(language) }, { additionalProperties: false }),
  reply: Type.Object({ applicationId: orNull(id) }, { additionalProperties: false }),
  status: 201,
  limit: 120,
  errors: [],
})

const deskProof = Type.Object(
  {
    proofId: id,
    kind: Type.Enum([...proofKinds]),
    method: Type.Enum([...proofMethods]),
    state: proofState,
    reference: orNull(Type.String()),
    on: day,
    /** Who saw it: the program, I, or a colleague. */
    by: Type.Enum(['program', 'me', 'colleague']),
    /** What the desk has to do with it now, such as the code of a letter to print; null when there is nothing. */
    errand: orNull(
      Type.Object(
        { kind: Type.Enum(['letter', 'phone', 'callback', 'interview', 'register-id']), to: Type.String() },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
export type DeskProof = Static<typeof deskProof>

export const deskApplication = Type.Object(
  {
    applicationId: id,
    task: orNull(deskTask),
    form: applicationForm,
    language,
    since: orNull(instant),
    evidence: Type.Array(evidence),
    /** The word the applicant was asked to hold up in the photo. */
    pose: Type.String(),
    /** The line of the register, and how the name agrees with it; null when nobody has read it. */
    line: orNull(
      Type.Object(
        {
          ...registerLine.properties,
          by: Type.Enum(['register', 'two-people']),
          name: Type.Enum(['accept', 'review', 'mismatch']),
          /** From 0 to 1. */
          score: Type.Number(),
          freshUntil: day,
        },
        { additionalProperties: false },
      ),
    ),
    reasons: Type.Array(Type.Enum([...caseReasons])),
    /** Words or devices of this doctor were stolen: with the second yes a new root may be signed. */
    stolen: Type.Boolean(),
    proofs: Type.Array(deskProof),
    weighed,
    /** A number that other applications name too, or that is a verified doctor's already. */
    numberSeen: Type.Enum(['first', 'applied-twice', 'bound']),
    /** How the register is read by hand, and who has done it; null while that is not wanted. */
    byHand: orNull(
      Type.Object(
        {
          fields: Type.Array(Type.Enum([...transcribedFields])),
          wordings: Type.Array(Type.String()),
          mine: Type.Boolean(),
          others: Type.Integer(),
        },
        { additionalProperties: false },
      ),
    ),
    /** What the applicant was told last, and what they answered to a refusal. */
    reason: orNull(Type.String()),
    appeal: orNull(Type.String()),
    /** What I may decide now. */
    may: Type.Array(Type.Enum([...decisions])),
    mayRevoke: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type DeskApplication = Static<typeof deskApplication>

export const lookAtApplication = endpoint({
  method: 'GET',
  path: '/api/registrar/queue/{applicationId}',
  who: 'verifier',
  summary: 'One case that was given to me. Every look is logged. What a colleague decided is not shown.',
  params: applicationId,
  reply: deskApplication,
  status: 200,
  errors: ['application.not-found'],
})

export const lookAtEvidence = endpoint({
  method: 'GET',
  path: '/api/registrar/queue/{applicationId}/evidence/{evidenceId}',
  who: 'verifier',
  summary: 'One document of an application. Every look is logged.',
  params: Type.Object({ applicationId: id, evidenceId: id }, { additionalProperties: false }),
  produces: mediaTypes.join(', '),
  status: 200,
  errors: ['application.not-found', 'application.evidence-not-found'],
})

/** What somebody at the desk can see for themselves. */
export const seenKinds = [
  'id_document_face',
  'licence_scan',
  'video_interview',
  'employer_callback',
  'regulator_live_credential',
  'institutional_email_named',
  'national_eid_keyed_to_register',
] as const

export const settleProof = endpoint({
  method: 'POST',
  path: '/api/registrar/queue/{applicationId}/proofs',
  who: 'verifier',
  summary: 'Says what came of a proof I saw: a document and face, a call, a credential shown live. Nothing but the result is kept.',
  params: applicationId,
  body: Type.Object(
    { kind: Type.Enum([...seenKinds]), passed: Type.Boolean(), reference: Type.String({ maxLength: 120 }) },
    { additionalProperties: false },
  ),
  reply: deskApplication,
  status: 201,
  errors: ['application.not-found', 'case.not-now', 'case.nothing-to-see'],
})

export const transcribeLine = endpoint({
  method: 'POST',
  path: '/api/registrar/queue/{applicationId}/transcription',
  who: 'verifier',
  summary: 'What the register says, typed by me without seeing what a colleague typed. Two that agree count as one reading.',
  params: applicationId,
  body: Type.Object({ line: transcription }, { additionalProperties: false }),
  reply: deskApplication,
  status: 201,
  errors: ['application.not-found', 'case.not-now', 'case.reading-incomplete'],
})

export const decideApplication = endpoint({
  method: 'POST',
  path: '/api/registrar/queue/{applicationId}/decision',
  who: 'verifier',
  summary: 'Says yes, no, or asks for more, with a reason the applicant reads. What that does follows from where the case stands.',
  params: applicationId,
  body: Type.Object({ decision: Type.Enum([...decisions]), reason: Type.String({ maxLength: 1_000 }) }, { additionalProperties: false }),
  reply: Type.Object({ moved: Type.Boolean() }, { additionalProperties: false }),
  status: 201,
  errors: [
    'application.not-found',
    'application.decided',
    'case.not-now',
    'case.for-lead',
    'case.second-person',
    'case.not-read',
    'case.not-eligible',
    'case.not-proved',
    'decision.reason-missing',
  ],
})

export const findVerified = endpoint({
  method: 'POST',
  path: '/api/registrar/cases/search',
  who: 'lead',
  summary: 'Opens the case a licence number belongs to, to revoke it. The search is logged.',
  body: Type.Object({ country: countryCode, number: Type.String({ maxLength: 40 }) }, { additionalProperties: false }),
  reply: Type.Object({ applicationId: id }, { additionalProperties: false }),
  status: 201,
  limit: 30,
  errors: ['case.nobody-verified'],
})

export const revokeLicence = endpoint({
  method: 'POST',
  path: '/api/registrar/queue/{applicationId}/revocation',
  who: 'lead',
  summary: 'Suspends a verified doctor at once and asks for a second person to make it final.',
  params: applicationId,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 1_000 }) }, { additionalProperties: false }),
  reply: Type.Object({ moved: Type.Boolean() }, { additionalProperties: false }),
  status: 201,
  errors: ['application.not-found', 'case.not-now', 'case.second-person'],
})
