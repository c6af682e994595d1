import type { FastifyRequest } from 'fastify'
import type { TextLanguage } from '#contract/shapes.ts'
import { epochOf } from '#tickets/tickets.rules.ts'
import type { Caller, Member } from '../../access.ts'
import { seconds } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { isLapsed } from './accounts.rules.ts'
import { findSession } from './accounts.sql.ts'
import { hashOf, type SessionToken, sessionEnded, tokenOf } from './sessions.ts'
import { crowdsFrom, shownOf } from './shown-label.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'signals' | 'manifest'>

const rememberedFor = 30 * seconds
const mostRemembered = 50_000

/** Tells who calls by the cookie of the request; remembers it for half a minute, and forgets when any process says a session has ended. */
export const memberOf = (deps: Needs): ((request: Pick<FastifyRequest, 'cookies'>) => Promise<Caller>) => {
  const readCrowds = crowdsFrom(deps)
  const remembered = new Map<SessionToken, { member: Member; until: number }>()
  let forgotten = 0
  deps.signals.hear(sessionEnded, () => {
    remembered.clear()
    forgotten += 1
  })
  return async (request) => {
    const token = tokenOf(request)
    if (!token) return { kind: 'nobody' }
    const now = deps.clock.now()
    const kept = remembered.get(token)
    if (kept && now.getTime() < kept.until) return kept.member
    const before = forgotten
    const member = await findMember(deps, token, now, readCrowds)
    if (!member) return { kind: 'nobody' }
    // What was read before somebody said "ended" may be over already.
    if (before === forgotten) {
      if (remembered.size >= mostRemembered) remembered.clear()
      remembered.set(token, { member, until: now.getTime() + rememberedFor })
    }
    return member
  }
}

const findMember = async (
  { db }: Needs,
  token: SessionToken,
  now: Date,
  readCrowds: ReturnType<typeof crowdsFrom>,
): Promise<Member | null> => {
  const found = await findSession(db, hashOf(token), epochOf(now))
  return found
    ? {
        kind: 'member',
        accountId: found.accountId,
        language: found.language as TextLanguage,
        label: found.label,
        shown: shownOf(found, await readCrowds(), now),
        lapsed: isLapsed(found.validThrough, now),
        moderator: found.moderator,
      }
    : null
}
