import type { AnyEndpoint } from '../endpoint.ts'
import * as applications from './applications.ts'
import * as decisions from './decisions.ts'
import * as issuing from './issuing.ts'
import * as mails from './mails.ts'
import * as proving from './proving.ts'
import * as sessions from './sessions.ts'
import * as staff from './staff.ts'

const rooms = { sessions, applications, decisions, proving, issuing, staff, mails }

const isEndpoint = (value: unknown): value is AnyEndpoint =>
  typeof value === 'object' && value !== null && 'who' in value && 'method' in value

/** Every promise of the registrar, by room and name. */
export const registrarEndpoints: readonly { room: string; name: string; endpoint: AnyEndpoint }[] = Object.entries(rooms).flatMap(
  ([room, promises]) =>
    Object.entries(promises).flatMap(([name, value]) => (isEndpoint(value) ? [{ room, name, endpoint: value as AnyEndpoint }] : [])),
)
