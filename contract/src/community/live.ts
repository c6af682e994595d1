import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'

/** What a line says: it stands, and whatever is shown may be old; something may read differently; the session is over; another line took its place. */
export type LiveEvent = 'ready' | 'changed' | 'over' | 'replaced'

/** What may read differently now: the case that is watched, the lists of cases, what I am told. */
export type LiveChange = 'case' | 'lists' | 'told'

export const watchLive = endpoint({
  method: 'GET',
  path: '/api/community/live',
  who: 'member',
  summary:
    'Server-sent events, to the end of the session: `ready` (ask again for whatever is shown), `changed` with `{what: "case" | "lists" | "told"}`, `over`, `replaced`. They say that something changed, never what or by whom.',
  query: Type.Object({ case: Type.Optional(id), lists: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
  produces: 'text/event-stream',
  status: 200,
  limit: 120,
  errors: ['live.full'],
})
