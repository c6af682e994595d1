import { type Static, Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { id, language, orNull } from '../shapes.ts'

export const emailAddress = Type.String({ maxLength: 254 })
/** Six digits; spaces a reader put between them are taken out before. */
export const mailedCode = Type.String({ pattern: '^[0-9]{6}$' })

export const sentCode = Type.Object(
  {
    codeId: id,
    /** Where it went, with most of the name hidden: `a•••@nhs.example`. */
    to: Type.String(),
    minutes: Type.Integer(),
  },
  { additionalProperties: false },
)
export type SentCode = Static<typeof sentCode>

export const showRegistrarSession = endpoint({
  method: 'GET',
  path: '/api/registrar/session',
  who: 'anyone',
  summary: 'Who I am at the registrar: an applicant or doctor, a member of staff, or nobody.',
  reply: Type.Object(
    {
      caller: orNull(
        Type.Object(
          {
            kind: Type.Enum(['registrant', 'staff']),
            role: orNull(Type.Enum(['verifier', 'lead', 'operator'])),
            /** By which a member of staff is known. */
            number: orNull(Type.Integer()),
            language,
          },
          { additionalProperties: false },
        ),
      ),
      demo: Type.Boolean(),
      communityOrigin: Type.String(),
    },
    { additionalProperties: false },
  ),
  status: 200,
  errors: [],
})

export const sendCode = endpoint({
  method: 'POST',
  path: '/api/registrar/codes',
  who: 'anyone',
  summary: 'Mails a six-digit code that proves an e-mail address, to apply with it or to come back.',
  body: Type.Object({ email: emailAddress, language }, { additionalProperties: false }),
  reply: sentCode,
  status: 201,
  limit: 10,
  errors: ['application.email-invalid', 'application.code-too-many', 'registrar.no-mail'],
})

export const confirmCode = endpoint({
  method: 'POST',
  path: '/api/registrar/codes/{codeId}/confirmation',
  who: 'anyone',
  summary: 'Proves the address with its code and signs this browser in for half an hour.',
  params: Type.Object({ codeId: id }, { additionalProperties: false }),
  body: Type.Object({ code: mailedCode }, { additionalProperties: false }),
  reply: Type.Object({ verified: Type.Boolean() }, { additionalProperties: false }),
  status: 201,
  limit: 20,
  errors: ['application.code-wrong', 'application.code-expired', 'application.code-too-many'],
})

export const leaveRegistrar = endpoint({
  method: 'POST',
  path: '/api/registrar/sign-out',
  who: 'anyone',
  summary: 'Ends this session.',
  status: 204,
  errors: [],
})
