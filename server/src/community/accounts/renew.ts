import type { RenewalForm } from '#contract/community/accounts.ts'
import { checkStatement } from '#tickets/join.ts'
import type { TicketClaim } from '#tickets/tickets.rules.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { extendAccount, findAccountByRoot, isRootBanned } from './accounts.sql.ts'
import { takeChallenge } from './challenges.ts'
import { checkTickets, readRootKey } from './check-tickets.ts'
import { labelClaim } from './join.ts'
import { rootHashOf } from './root.ts'
import { sessionEnded } from './sessions.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'log' | 'manifest' | 'origin' | 'signals'>

/** Extends the account of R by the tickets R hands in; nothing remembers when. */
export const renew = async (deps: Needs, { challengeId, rootKey, renewal, label }: RenewalForm): Promise<{ validThrough: number }> => {
  const challenge = await takeChallenge(deps, challengeId)
  const rootBytes = readRootKey(rootKey)
  const handedIn: { claim: TicketClaim; ticket: string; proof: string }[] = [
    { claim: { kind: 'renewal', period: renewal.epoch }, ...renewal },
    ...(label ? [{ claim: labelClaim(label), ...label }] : []),
  ]
  for (const { claim, ticket, proof } of handedIn) {
    const statement = { kind: 'hand-in', origin: deps.origin, challenge, claim, ticket } as const
    if (!checkStatement(statement, proof, rootKey)) refuse('account.proof-refused')
  }
  await checkTickets(deps, rootKey, handedIn)
  const validThrough = await deps.db.transaction().execute(async (trx) => {
    if (await isRootBanned(trx, rootHashOf(rootBytes))) return refuse('account.root-banned')
    const account = await findAccountByRoot(trx, rootBytes)
    if (!account) return refuse('account.unknown')
    return extendAccount(trx, account.id, { epoch: renewal.epoch, label })
  })
  await deps.signals.tell(sessionEnded)
  return { validThrough }
}
