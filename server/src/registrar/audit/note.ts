import type { Deps, Trx } from '../deps.ts'
import { type AuditEntry, firstHash, hashOfEntry } from './audit.rules.ts'
import { addEntry, lastEntry, lockAudit } from './audit.sql.ts'

/** Notes what the staff did, in the transaction that does it; the entry continues the chain. */
export const note = async (
  trx: Trx,
  { clock }: Pick<Deps, 'clock'>,
  what: Pick<AuditEntry, 'actor' | 'action' | 'subject'> & Partial<Pick<AuditEntry, 'detail'>>,
): Promise<void> => {
  await lockAudit(trx)
  const last = await lastEntry(trx)
  const before = last?.hash ?? firstHash
  const entry = { detail: {}, ...what, position: (last?.position ?? 0) + 1, madeOn: clock.now().toISOString().slice(0, 10) }
  await addEntry(trx, entry, before, hashOfEntry(before, entry))
}
