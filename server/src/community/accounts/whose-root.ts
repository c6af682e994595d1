import { checkStatement, type Said } from '#tickets/join.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { findAccountByRoot } from './accounts.sql.ts'
import { takeChallenge } from './challenges.ts'
import { readRootKey } from './check-tickets.ts'

/** What a device says with R about the account as a whole, for a challenge of ours. */
export interface SaidWithRoot {
  readonly challengeId: string
  readonly rootKey: string
  readonly proof: string
}

/** The account whose R has said this. Whether there is one is told to the holder of R only. */
export const whoseRoot = async (
  deps: Pick<Deps, 'db' | 'clock' | 'origin'>,
  { challengeId, rootKey, proof }: SaidWithRoot,
  said: Said,
): Promise<{ readonly id: string; readonly banned: boolean }> => {
  const challenge = await takeChallenge(deps, challengeId)
  const rootBytes = readRootKey(rootKey)
  if (!checkStatement({ ...said, origin: deps.origin, challenge }, proof, rootKey)) refuse('account.proof-refused')
  return (await findAccountByRoot(deps.db, rootBytes)) ?? refuse('account.unknown')
}
