import { fromBase64url, toBase64url } from '#tickets/base64url.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { findPasskey } from './accounts.sql.ts'
import { takeChallenge } from './challenges.ts'
import { isAnsweredBy } from './passkeys.ts'
import { type SessionToken, startSession } from './sessions.ts'
import { type SaidWithRoot, whoseRoot } from './whose-root.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'origin'>

/** Signs in with a passkey. An unknown one and a wrong answer are the same refusal; that an account is banned is told to its holder only. */
export const signIn = async (
  deps: Needs,
  { challengeId, passkey }: { challengeId: string; passkey: Readonly<Record<string, unknown>> },
): Promise<{ token: SessionToken; wrappedSeed: string }> => {
  const challenge = await takeChallenge(deps, challengeId)
  const id = typeof passkey['id'] === 'string' ? fromBase64url(passkey['id']) : null
  const found = id && (await findPasskey(deps.db, Buffer.from(id)))
  if (!id || !found || !(await isAnsweredBy(deps, challenge, passkey, { credentialId: toBase64url(id), publicKey: found.publicKey })))
    return refuse('account.passkey-refused')
  if (found.banned) refuse('account.root-banned')
  return { token: await startSession(deps, found.accountId, found.id), wrappedSeed: toBase64url(found.wrappedSeed) }
}

/** Signs in with R itself, on a device that has no passkey yet. */
export const signInWithWords = async (deps: Needs, said: SaidWithRoot): Promise<SessionToken> => {
  const account = await whoseRoot(deps, said, { kind: 'sign-in' })
  if (account.banned) refuse('account.root-banned')
  return startSession(deps, account.id, null)
}
