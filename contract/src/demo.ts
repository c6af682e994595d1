import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { language } from './shapes.ts'

/** Somebody a visitor of the demo can be. */
export const demoPerson = Type.Object(
  {
    slug: Type.String(),
    label: Type.String(),
    role: Type.Enum(['asker', 'answerer', 'specialist', 'verifier']),
    half: Type.Enum(['community', 'registrar']),
    language,
    /** Where "Enter as" goes for this person: on the origin of their half. */
    origin: Type.String(),
  },
  { additionalProperties: false },
)

export const listDemoPeople = endpoint({
  method: 'GET',
  path: '/api/demo/people',
  who: 'anyone',
  summary: 'Who a visitor of the demo can enter as. In demo mode only.',
  reply: Type.Array(demoPerson),
  status: 200,
  errors: ['demo.off'],
})

export const enterAs = endpoint({
  method: 'POST',
  path: '/api/demo/sign-in',
  who: 'anyone',
  summary:
    'Ends the session a visitor has on this half and signs them in as a person of the demo; one of the other half enters there, at the address `home` tells.',
  body: Type.Object({ as: Type.String({ maxLength: 60 }) }, { additionalProperties: false }),
  reply: Type.Object({ home: Type.String() }, { additionalProperties: false }),
  status: 201,
  errors: ['demo.off', 'demo.person-unknown'],
})
