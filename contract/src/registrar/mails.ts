import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { demoLetter } from '../shapes.ts'

export const listMailbox = endpoint({
  method: 'GET',
  path: '/api/registrar/dev-mailbox',
  who: 'anyone',
  summary: 'Letters the demo has written, newest first. In demo mode only, and only where no mail server is set.',
  query: Type.Object({ to: Type.Optional(Type.String({ maxLength: 254 })) }, { additionalProperties: false }),
  reply: Type.Object({ items: Type.Array(demoLetter) }, { additionalProperties: false }),
  status: 200,
  limit: 120,
  errors: ['demo.off'],
})
