import { later, minutes } from '../../platform/time.ts'
import { askProof, forgetProofs } from '../applications/proofs.ts'
import type { Deps, Trx } from '../deps.ts'
import { keepChallenge, takeChallenge, unanswered } from './proving.sql.ts'

/** How long a login may take, and a signature, for which somebody may first have to install a program. */
export const waits = { login: 10 * minutes, certificate: 60 * minutes } as const

/** Asks a question a login or a certificate has to answer; one that was asked before counts no longer. */
export const challenge = async (
  trx: Trx,
  deps: Pick<Deps, 'ids' | 'clock' | 'secrets'>,
  applicationId: string,
  asked: Parameters<typeof askProof>[3] & { readonly method: keyof typeof waits },
): Promise<void> => {
  const proofId = await askProof(trx, deps, applicationId, asked)
  await keepChallenge(trx, { proof_id: proofId, expires_at: later(deps.clock.now(), waits[asked.method]) })
}

/** Whether the question still stands; it does not any more, whatever the answer is worth. */
export const isAnsweredInTime = ({ db, clock }: Pick<Deps, 'db' | 'clock'>, proofId: string): Promise<boolean> =>
  takeChallenge(db, proofId, clock.now())

/** Forgets what nobody answered in time. */
export const forgetChallenges = ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const ids = (await unanswered(trx, clock.now())).map(({ proofId }) => proofId)
    if (ids.length > 0) await forgetProofs(trx, ids)
  })
