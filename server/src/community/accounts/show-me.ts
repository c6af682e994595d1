import { createHmac } from 'node:crypto'
import type { SpecialtyCode } from '#atlas/specialties.ts'
import type { Me, Settings } from '#contract/community/accounts.ts'
import type { TextLanguage } from '#contract/shapes.ts'
import { epochOf } from '#tickets/tickets.rules.ts'
import { siteLanguages } from '../../platform/siteLanguages.ts'
import type { Deps } from '../deps.ts'
import { isLapsed, isNameValid, labelOf } from './accounts.rules.ts'
import { findSession, passkeysOf } from './accounts.sql.ts'
import { hashOf, type SessionToken } from './sessions.ts'
import { shownOf } from './shown-label.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'manifest' | 'secrets'>

/** The member of a session, for their own eyes; null when it has ended. */
export const findMe = async ({ db, clock, manifest, secrets }: Needs, token: SessionToken): Promise<Me | null> => {
  const now = clock.now()
  const found = await findSession(db, hashOf(token), epochOf(now))
  if (!found) return null
  // A registrar that does not answer keeps nobody out: only the number is missing.
  const published = await manifest.read().catch(() => null)
  const shown = shownOf(found, published ?? { crowds: {}, k: Number.POSITIVE_INFINITY }, now)
  const language = found.language as TextLanguage
  return {
    language,
    label: {
      shown: labelOf(shown),
      // Those whose crowd is too small widen together, and stand with those they join.
      crowd: published && (published.crowds[shown] ?? 0) + (shown === found.label ? 0 : (published.crowds[found.label] ?? 0)),
      carried: labelOf(found.label),
    },
    name: isNameValid(found.nameThrough, now) ? found.name : null,
    validThrough: found.validThrough,
    lapsed: isLapsed(found.validThrough, now),
    deviceKey: createHmac('sha256', secrets.bytes('view-key')).update(`device:${found.accountId}`).digest('base64url').slice(0, 22),
    moderator: found.moderator,
    settings: {
      revision: found.revision,
      language,
      reads: found.reads as TextLanguage[],
      interests: found.interests as SpecialtyCode[],
      byline: found.byline as Settings['byline'],
      showAtMost: found.showAtMost,
    },
    addedDevices: found.addedDevices,
  }
}

/** The member of a session that has just been used. */
export const showMe = async (deps: Needs, token: SessionToken): Promise<Me> => {
  const me = await findMe(deps, token)
  if (!me) throw new Error('A session ended while it was used')
  return me
}

/** Who somebody is here, and where the registrar is. */
export const showSession = async (
  deps: Needs & Pick<Deps, 'demo' | 'registrarOrigin'>,
  token: SessionToken | null,
): Promise<{ me: Me | null; demo: boolean; registrarOrigin: string; languages: TextLanguage[] }> => ({
  me: token ? await findMe(deps, token) : null,
  demo: deps.demo,
  registrarOrigin: deps.registrarOrigin,
  languages: [...siteLanguages],
})

/** A member's passkeys, and which of them this browser signed in with. */
export const listDevices = async (
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  token: SessionToken,
): Promise<{ items: { deviceId: string; name: string; thisOne: boolean }[] }> => {
  const session = await findSession(db, hashOf(token), epochOf(clock.now()))
  const passkeys = session ? await passkeysOf(db, session.accountId) : []
  return { items: passkeys.map(({ id, name }) => ({ deviceId: id, name, thisOne: id === session?.passkeyId })) }
}
