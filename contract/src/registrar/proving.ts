import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { countryCode, id, instant, orNull, specialtyCode } from '../shapes.ts'
import { application } from './applications.ts'
import { emailAddress } from './sessions.ts'

const nothing = Type.Object({}, { additionalProperties: false })
const proofId = Type.Object({ proofId: id }, { additionalProperties: false })
const proofCode = Type.String({ pattern: '^[0-9]{6,10}$' })

export const askContactCode = endpoint({
  method: 'POST',
  path: '/api/registrar/application/proofs/contact-code',
  who: 'registrant',
  summary: 'Asks for a code to the contact printed in the register. Where that is, and whether there is one, is not told.',
  body: nothing,
  reply: application,
  status: 201,
  limit: 5,
  errors: ['application.not-found', 'case.not-now'],
})

export const askMailbox = endpoint({
  method: 'POST',
  path: '/api/registrar/application/proofs/mailbox',
  who: 'registrant',
  summary: 'Mails a code to my mailbox at a health service.',
  body: Type.Object({ email: emailAddress }, { additionalProperties: false }),
  reply: application,
  status: 201,
  limit: 5,
  errors: ['application.not-found', 'case.not-now', 'application.email-invalid', 'proof.not-institutional', 'registrar.no-mail'],
})

export const giveCode = endpoint({
  method: 'POST',
  path: '/api/registrar/application/proofs/{proofId}/code',
  who: 'registrant',
  summary: 'Types the code that came to the register’s contact or to my mailbox.',
  params: proofId,
  body: Type.Object({ code: proofCode }, { additionalProperties: false }),
  reply: application,
  status: 201,
  limit: 20,
  errors: [
    'application.not-found',
    'case.not-now',
    'proof.unknown',
    'application.code-wrong',
    'application.code-expired',
    'application.code-too-many',
  ],
})

export const askVouch = endpoint({
  method: 'POST',
  path: '/api/registrar/application/proofs/vouch',
  who: 'registrant',
  summary: 'Asks a verified colleague, by e-mail, to vouch for me. Whether the address is a member’s is not told.',
  body: Type.Object({ email: emailAddress }, { additionalProperties: false }),
  reply: application,
  status: 201,
  limit: 5,
  errors: ['application.not-found', 'case.not-now', 'application.email-invalid', 'registrar.no-mail'],
})

/** The secret of an invitation to vouch, as it stands in the link. */
const invitation = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })

export const openVouch = endpoint({
  method: 'POST',
  path: '/api/registrar/vouches/opening',
  who: 'registrant',
  summary: 'Who asks me to vouch for them.',
  body: Type.Object({ invitation }, { additionalProperties: false }),
  reply: Type.Object({ name: Type.String(), country: countryCode, specialty: specialtyCode }, { additionalProperties: false }),
  status: 201,
  limit: 20,
  errors: ['vouch.unknown', 'vouch.not-yours', 'vouch.too-new', 'vouch.too-many', 'vouch.ring'],
})

export const giveVouch = endpoint({
  method: 'POST',
  path: '/api/registrar/vouches',
  who: 'registrant',
  summary: 'Says that I know this applicant as a physician, or that I do not.',
  body: Type.Object({ invitation, known: Type.Boolean() }, { additionalProperties: false }),
  status: 204,
  limit: 20,
  errors: ['vouch.unknown', 'vouch.not-yours', 'vouch.too-new', 'vouch.too-many', 'vouch.ring', 'case.not-now'],
})

export const askCallback = endpoint({
  method: 'POST',
  path: '/api/registrar/application/proofs/callback',
  who: 'registrant',
  summary: 'Asks the desk to call me through the switchboard of my hospital, whose number it finds itself.',
  body: Type.Object({ institution: Type.String({ minLength: 3, maxLength: 200 }) }, { additionalProperties: false }),
  reply: application,
  status: 201,
  limit: 5,
  errors: ['application.not-found', 'case.not-now'],
})

export const listInterviewTimes = endpoint({
  method: 'GET',
  path: '/api/registrar/interview-times',
  who: 'registrant',
  summary: 'When somebody of the desk can speak with me by video, and the time I have taken with its room.',
  reply: Type.Object(
    {
      items: Type.Array(Type.Object({ slotId: id, startsAt: instant }, { additionalProperties: false })),
      mine: orNull(Type.Object({ startsAt: instant, room: Type.String() }, { additionalProperties: false })),
    },
    { additionalProperties: false },
  ),
  status: 200,
  errors: [],
})

export const askInterview = endpoint({
  method: 'POST',
  path: '/api/registrar/application/proofs/interview',
  who: 'registrant',
  summary: 'Takes a time for a video call. Nothing of the call is recorded but its result.',
  body: Type.Object({ slotId: id }, { additionalProperties: false }),
  reply: application,
  status: 201,
  limit: 10,
  errors: ['application.not-found', 'case.not-now', 'interview.taken'],
})

export const offerInterviewTime = endpoint({
  method: 'POST',
  path: '/api/registrar/desk/interview-times',
  who: 'verifier',
  summary: 'Offers a quarter of an hour for a video call.',
  body: Type.Object({ startsAt: instant }, { additionalProperties: false }),
  status: 204,
  errors: [],
})

export const startIdCheck = endpoint({
  method: 'POST',
  path: '/api/registrar/application/proofs/id-check',
  who: 'registrant',
  summary: 'Begins a check of my document and face at the vendor; the answer is where it goes on.',
  body: nothing,
  reply: Type.Object({ url: Type.String() }, { additionalProperties: false }),
  status: 201,
  limit: 5,
  errors: ['application.not-found', 'case.not-now', 'proof.vendor-silent'],
})

export const finishIdCheck = endpoint({
  method: 'POST',
  path: '/api/registrar/application/proofs/id-check/result',
  who: 'registrant',
  summary: 'Asks the vendor what came of my check.',
  body: nothing,
  reply: application,
  status: 201,
  limit: 20,
  errors: ['application.not-found', 'case.not-now', 'proof.unknown', 'proof.vendor-silent'],
})

export const startLogin = endpoint({
  method: 'POST',
  path: '/api/registrar/application/proofs/login',
  who: 'registrant',
  summary: 'Begins a sign-in at a provider that knows my licence; the answer is where it goes on. It waits ten minutes.',
  body: Type.Object({ provider: Type.String({ maxLength: 20 }) }, { additionalProperties: false }),
  reply: Type.Object({ url: Type.String() }, { additionalProperties: false }),
  status: 201,
  limit: 10,
  errors: ['application.not-found', 'case.not-now', 'proof.unknown', 'proof.login-silent'],
})

export const finishLogin = endpoint({
  method: 'POST',
  path: '/api/registrar/application/proofs/login/result',
  who: 'registrant',
  summary: 'What the provider sent back with me, once. Only the result and a keyed hash of the account are kept.',
  body: Type.Object({ answer: Type.String({ maxLength: 8_000 }) }, { additionalProperties: false }),
  reply: application,
  status: 201,
  limit: 10,
  errors: ['application.not-found', 'case.not-now', 'proof.login-over', 'proof.login-refused', 'proof.login-silent'],
})

export const askSignature = endpoint({
  method: 'POST',
  path: '/api/registrar/application/proofs/certificate',
  who: 'registrant',
  summary: 'The text my certificate has to sign, once, within an hour. The key stays with me.',
  body: nothing,
  reply: Type.Object({ text: Type.String() }, { additionalProperties: false }),
  status: 201,
  limit: 10,
  errors: ['application.not-found', 'case.not-now', 'proof.unknown'],
})

export const giveSignature = endpoint({
  method: 'POST',
  path: '/api/registrar/application/proofs/certificate/result',
  who: 'registrant',
  summary: 'The signed text (CMS: CAdES or PKCS #7; base64). Only the result and a keyed hash of the identity number are kept.',
  body: Type.Object({ signed: Type.String({ maxLength: 200_000 }) }, { additionalProperties: false }),
  reply: application,
  status: 201,
  limit: 10,
  errors: [
    'application.not-found',
    'case.not-now',
    'proof.signature-over',
    'proof.signature-wrong',
    'proof.certificate-refused',
    'proof.certificate-silent',
  ],
})

export const proveBirthDate = endpoint({
  method: 'POST',
  path: '/api/registrar/application/proofs/birth-date',
  who: 'registrant',
  summary: 'Has the regulator confirm number and birth date together. The date is not kept.',
  body: Type.Object({ birthDate: Type.String({ format: 'date' }) }, { additionalProperties: false }),
  reply: application,
  status: 201,
  limit: 3,
  errors: ['application.not-found', 'case.not-now'],
})

export const makeErrandCode = endpoint({
  method: 'POST',
  path: '/api/registrar/queue/{applicationId}/proofs/{proofId}/code',
  who: 'verifier',
  summary: 'Makes the code that is dictated by telephone (ten minutes) or printed in a letter (thirty days), to the register’s contact.',
  params: Type.Object({ applicationId: id, proofId: id }, { additionalProperties: false }),
  body: Type.Object({ by: Type.Enum(['phone', 'letter']) }, { additionalProperties: false }),
  reply: Type.Object({ code: Type.String(), until: instant }, { additionalProperties: false }),
  status: 201,
  limit: 30,
  errors: ['application.not-found', 'proof.unknown'],
})
