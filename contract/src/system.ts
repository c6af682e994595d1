import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'

const state = Type.Enum(['ok', 'degraded', 'down'])

export const showHealth = endpoint({
  method: 'GET',
  path: '/api/health',
  who: 'anyone',
  summary: 'Whether the server, its database, its translator, its jobs and the count of its tickets are well.',
  reply: Type.Object(
    { status: state, version: Type.String(), database: state, translator: state, jobs: state, tickets: state },
    { additionalProperties: false },
  ),
  status: 200,
  errors: [],
})
