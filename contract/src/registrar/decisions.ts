import { type Static, Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { countryCode, id, instant, language, orNull, specialtyCode } from '../shapes.ts'
import { applicationForm, applicationState, day, evidence, mediaTypes } from './applications.ts'

const applicationId = Type.Object({ applicationId: id }, { additionalProperties: false })

/** What a verifier compares by eye before saying yes. */
export const checkNames = ['number', 'name', 'specialty', 'standing', 'identity'] as const
export const checks = Type.Object(
  Object.fromEntries(checkNames.map((name) => [name, Type.Boolean()])) as Record<
    (typeof checkNames)[number],
    ReturnType<typeof Type.Boolean>
  >,
  { additionalProperties: false },
)
export type Checks = Static<typeof checks>

export const decisions = ['approve', 'decline', 'ask-for-more'] as const
export type Decision = (typeof decisions)[number]

export const listQueue = endpoint({
  method: 'GET',
  path: '/api/registrar/queue',
  who: 'verifier',
  summary: 'Applications that wait, oldest first; no name, only what helps to choose.',
  reply: Type.Object(
    {
      items: Type.Array(
        Type.Object(
          { applicationId: id, country: countryCode, specialty: specialtyCode, language, since: instant },
          { additionalProperties: false },
        ),
      ),
    },
    { additionalProperties: false },
  ),
  status: 200,
  limit: 300,
  errors: [],
})

export const deskApplication = Type.Object(
  {
    applicationId: id,
    state: applicationState,
    form: applicationForm,
    language,
    since: orNull(instant),
    decidedOn: orNull(day),
    evidence: Type.Array(evidence),
    /** A number that other applications name too, or that is a verified doctor's already. */
    numberSeen: Type.Enum(['first', 'applied-twice', 'bound']),
    reason: orNull(Type.String()),
  },
  { additionalProperties: false },
)
export type DeskApplication = Static<typeof deskApplication>

export const lookAtApplication = endpoint({
  method: 'GET',
  path: '/api/registrar/queue/{applicationId}',
  who: 'verifier',
  summary: 'One application for the person who decides it. Every look is logged.',
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

export const decideApplication = endpoint({
  method: 'POST',
  path: '/api/registrar/queue/{applicationId}/decision',
  who: 'verifier',
  summary: 'Verifies, refuses or asks for more, with a reason the applicant reads. The same again is the same.',
  params: applicationId,
  body: Type.Object(
    { decision: Type.Enum([...decisions]), reason: Type.String({ maxLength: 1_000 }), checks },
    { additionalProperties: false },
  ),
  reply: Type.Object({ state: applicationState }, { additionalProperties: false }),
  status: 201,
  errors: [
    'application.not-found',
    'application.decided',
    'application.number-taken',
    'decision.reason-missing',
    'decision.checks-missing',
  ],
})
