import { type Base64url, toBase64url } from '#tickets/base64url.ts'
import { refuse } from '../../platform/refuse.ts'
import { later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { challengeLife } from './accounts.rules.ts'
import { addChallenge, removeChallenge } from './accounts.sql.ts'

/** Makes a challenge for somebody who is nobody yet. */
export const startChallenge = async ({
  db,
  ids,
  clock,
}: Pick<Deps, 'db' | 'ids' | 'clock'>): Promise<{ challengeId: string; challenge: Base64url }> => {
  const challengeId = ids.random()
  const challenge = ids.bytes(32)
  await addChallenge(db, { id: challengeId, challenge, expires_at: later(clock.now(), challengeLife) })
  return { challengeId, challenge: toBase64url(challenge) }
}

/** Takes a challenge that is to be answered: once, and in time. */
export const takeChallenge = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>, challengeId: string): Promise<Base64url> => {
  const taken = await removeChallenge(db, challengeId, clock.now())
  return taken ? toBase64url(taken.challenge) : refuse('account.challenge-unknown')
}
