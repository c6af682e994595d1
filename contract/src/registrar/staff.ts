import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { id, language } from '../shapes.ts'
import { mailedCode, sentCode } from './sessions.ts'

/** The secret of an invitation, as it stands in the link. */
const invitation = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })
/** What a browser gives and gets in a WebAuthn ceremony. */
const ceremony = Type.Record(Type.String(), Type.Unknown())
const startedCeremony = Type.Object({ challengeId: id, options: ceremony }, { additionalProperties: false })
const answer = Type.Object({ challengeId: id, passkey: ceremony }, { additionalProperties: false })
const welcome = Type.Object({ role: Type.Enum(['verifier', 'lead', 'operator']) }, { additionalProperties: false })

export const openInvitation = endpoint({
  method: 'POST',
  path: '/api/registrar/staff/invitation',
  who: 'anyone',
  summary: 'Mails a code to the address an invitation was written to.',
  body: Type.Object({ invitation, language }, { additionalProperties: false }),
  reply: sentCode,
  status: 201,
  limit: 10,
  errors: ['staff.invitation-unknown', 'application.code-too-many', 'registrar.no-mail'],
})

export const confirmInvitation = endpoint({
  method: 'POST',
  path: '/api/registrar/staff/invitation/confirmation',
  who: 'anyone',
  summary: 'Proves the address of an invitation; the answer is what a passkey is made with.',
  body: Type.Object({ invitation, codeId: id, code: mailedCode }, { additionalProperties: false }),
  reply: startedCeremony,
  status: 201,
  limit: 20,
  errors: ['staff.invitation-unknown', 'application.code-wrong', 'application.code-expired', 'application.code-too-many'],
})

export const enrolStaff = endpoint({
  method: 'POST',
  path: '/api/registrar/staff/passkeys',
  who: 'anyone',
  summary: 'Keeps the passkey of an invited member of staff and signs them in. The invitation is then used up.',
  body: Type.Object({ challengeId: id, passkey: ceremony, language }, { additionalProperties: false }),
  reply: welcome,
  status: 201,
  limit: 10,
  errors: ['staff.challenge-unknown', 'staff.invitation-unknown', 'staff.passkey-refused'],
})

export const startStaffSignIn = endpoint({
  method: 'POST',
  path: '/api/registrar/staff/sign-in/challenge',
  who: 'anyone',
  summary: 'A fresh challenge for a passkey of the staff.',
  reply: startedCeremony,
  status: 201,
  limit: 20,
  errors: [],
})

export const signInStaff = endpoint({
  method: 'POST',
  path: '/api/registrar/staff/sign-in',
  who: 'anyone',
  summary: 'Signs a member of staff in with a passkey.',
  body: answer,
  reply: welcome,
  status: 201,
  limit: 20,
  errors: ['staff.challenge-unknown', 'staff.passkey-refused'],
})
