import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '#contract/shapes.ts'
import type { Caller, Staff } from '../../access.ts'
import { hours, later, minutes } from '../../platform/time.ts'
import type { Deps, Trx } from '../deps.ts'
import { addSession, dropExpiredSessions, dropSession, dropSessionsOf, findSession } from './sessions.sql.ts'

/** The cookie of the registrar: bound to this host, sent to no other. */
export const cookieName = '__Host-registrar'
export const cookieOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const

const registrantFor = 30 * minutes
const staffFor = 4 * hours

/** What stands in the cookie; the database knows only its hash. */
export type SessionToken = string

export const tokenOf = ({ cookies }: Pick<FastifyRequest, 'cookies'>): SessionToken | null => {
  const token = cookies[cookieName]
  return token && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}

const hashOf = (token: SessionToken): Buffer => createHash('sha256').update(Buffer.from(token, 'base64url')).digest()

/** Whom a browser is signed in as. */
export type Whom = { readonly personId: string } | { readonly staffId: string }

/** Signs a browser in: returns what its cookie has to hold. */
export const startSession = async ({ db, ids, clock }: Pick<Deps, 'db' | 'ids' | 'clock'>, whom: Whom): Promise<SessionToken> => {
  const token = ids.bytes(32).toString('base64url')
  await addSession(db, {
    token_hash: hashOf(token),
    person_id: 'personId' in whom ? whom.personId : null,
    staff_id: 'staffId' in whom ? whom.staffId : null,
    expires_at: later(clock.now(), 'personId' in whom ? registrantFor : staffFor),
  })
  return token
}

export const endSession = async ({ db }: Pick<Deps, 'db'>, token: SessionToken): Promise<void> => {
  await dropSession(db, hashOf(token))
}

/** Gives the browser its new session and ends the one it had. */
export const enter = async (
  deps: Pick<Deps, 'db' | 'ids' | 'clock'>,
  request: FastifyRequest,
  reply: FastifyReply,
  whom: Whom,
): Promise<void> => {
  const before = tokenOf(request)
  if (before) await endSession(deps, before)
  reply.setCookie(cookieName, await startSession(deps, whom), cookieOptions)
}

/** Ends the session of a browser, if it has one. */
export const leave = async (deps: Pick<Deps, 'db'>, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const token = tokenOf(request)
  if (token) await endSession(deps, token)
  reply.clearCookie(cookieName, cookieOptions)
}

/** Tells who calls the registrar by the cookie of the request. */
export const registrarCallerOf =
  ({ db, clock }: Pick<Deps, 'db' | 'clock'>) =>
  async (request: Pick<FastifyRequest, 'cookies'>): Promise<Caller> => {
    const token = tokenOf(request)
    const found = token ? await findSession(db, hashOf(token), clock.now()) : undefined
    if (found?.personId) return { kind: 'registrant', personId: found.personId, language: found.personLanguage as Language }
    if (found?.staffId)
      return { kind: 'staff', staffId: found.staffId, role: found.role as Staff['role'], language: found.staffLanguage as Language }
    return { kind: 'nobody' }
  }

/** Ends the sessions whose minutes are over. */
export const forgetSessions = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> => {
  await dropExpiredSessions(db, clock.now())
}

/** Signs a person out everywhere. */
export const endSessionsOf = async (trx: Trx, personId: string): Promise<void> => {
  await dropSessionsOf(trx, personId)
}
