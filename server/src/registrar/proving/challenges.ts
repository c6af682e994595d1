import { later, minutes } from '../../platform/time.ts'
import { askProof, forgetProofs } from '../applications/proofs.ts'
import type { Deps, Trx } from '../deps.ts'
import { keepChallenge, takeChallenge, unanswered } from './proving.sql.ts'

/** How long a login or a signature may take. */
const waits = 10 * minutes

/** Asks a question a login or a certificate has to answer; one that was asked before counts no longer. */
export const challenge = async (trx: Trx, deps: Pick<Deps, 'ids' | 'clock' | 'secrets'>, ...asked: Asked): Promise<string> => {
  const proofId = await askProof(trx, deps, ...asked)
  await keepChallenge(trx, { proof_id: proofId, expires_at: later(deps.clock.now(), waits) })
  return proofId
}

type Asked = Parameters<typeof askProof> extends [unknown, unknown, ...infer Rest] ? Rest : never

/** Whether the question still stands; it does not any more, whatever the answer is worth. */
export const isAnsweredInTime = ({ db, clock }: Pick<Deps, 'db' | 'clock'>, proofId: string): Promise<boolean> =>
  takeChallenge(db, proofId, clock.now())

/** Forgets what nobody answered in time. */
export const forgetChallenges = ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const ids = (await unanswered(trx, clock.now())).map(({ proofId }) => proofId)
    if (ids.length > 0) await forgetProofs(trx, ids)
  })
