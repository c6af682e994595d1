import type { AnyEndpoint } from '../endpoint.ts'
import * as accounts from './accounts.ts'
import * as cases from './cases.ts'
import * as corrections from './corrections.ts'
import * as discussion from './discussion.ts'
import * as drafts from './drafts.ts'
import * as glossary from './glossary.ts'
import * as live from './live.ts'
import * as media from './media.ts'
import * as myData from './my-data.ts'
import * as notifications from './notifications.ts'
import * as responseClock from './response-clock.ts'
import * as routing from './routing.ts'
import * as search from './search.ts'
import * as uploads from './uploads.ts'

const rooms = {
  accounts,
  cases,
  corrections,
  discussion,
  drafts,
  glossary,
  live,
  media,
  'my-data': myData,
  notifications,
  'response-clock': responseClock,
  routing,
  search,
  uploads,
}

const isEndpoint = (value: unknown): value is AnyEndpoint =>
  typeof value === 'object' && value !== null && 'who' in value && 'method' in value

/** Every promise of the community, by room and name. */
export const communityEndpoints: readonly { room: string; name: string; endpoint: AnyEndpoint }[] = Object.entries(rooms).flatMap(
  ([room, promises]) =>
    Object.entries(promises).flatMap(([name, value]) => (isEndpoint(value) ? [{ room, name, endpoint: value as AnyEndpoint }] : [])),
)
