import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { epochOf } from '#tickets/tickets.rules.ts'
import type { Deps } from '../deps.ts'
import { isLapsed, sessionThrough } from './accounts.rules.ts'
import { addSession, dropSession, findStanding } from './accounts.sql.ts'
import { anyPlace } from './chance.ts'

/** The cookie a member's browser keeps: bound to this host, sent to no other. */
export const cookieName = '__Host-community'
export const cookieOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const
/** In seconds; how long the browser keeps it. When the session itself ends is the database's to say. */
export const cookieAge = 84 * 24 * 60 * 60

/** What stands in the cookie; the database knows only its hash. */
export type SessionToken = string

/** Said when a session has ended, or what it stands for is no longer what it was. */
export const sessionEnded = 'community_session_ended'

export const tokenOf = ({ cookies }: Pick<FastifyRequest, 'cookies'>): SessionToken | null => {
  const token = cookies[cookieName]
  return token && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}

export const hashOf = (token: SessionToken): Buffer => createHash('sha256').update(Buffer.from(token, 'base64url')).digest()

/** Signs a browser in: returns what its cookie has to hold. */
export const startSession = async (
  { db, ids, clock }: Pick<Deps, 'db' | 'ids' | 'clock'>,
  accountId: string,
  passkeyId: string | null,
): Promise<SessionToken> => {
  const token = ids.bytes(32).toString('base64url')
  await addSession(db, {
    token_hash: hashOf(token),
    account_id: accountId,
    passkey_id: passkeyId,
    through_epoch: sessionThrough(clock.now()),
    shuffle: anyPlace(ids),
  })
  return token
}

/** Ends a session, on every process at once. */
export const endSession = async ({ db, signals }: Pick<Deps, 'db' | 'signals'>, token: SessionToken): Promise<void> => {
  await dropSession(db, hashOf(token))
  await signals.tell(sessionEnded)
}

/** Those of some sessions whose member may still read what members read, and what their label is now. */
export const standingSessions = async (
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  tokens: readonly SessionToken[],
): Promise<ReadonlyMap<SessionToken, { readonly label: string }>> => {
  const now = clock.now()
  const byHash = new Map(tokens.map((token) => [hashOf(token).toString('base64url'), token]))
  const rows = await findStanding(
    db,
    [...byHash.keys()].map((hash) => Buffer.from(hash, 'base64url')),
    epochOf(now),
  )
  return new Map(
    rows.flatMap(({ tokenHash, label, validThrough }) => {
      const token = byHash.get(tokenHash.toString('base64url'))
      return token !== undefined && !isLapsed(validThrough, now) ? [[token, { label }] as const] : []
    }),
  )
}
