import type { Deposit, Entry, FetchedSignature } from '#contract/registrar/issuing.ts'
import { toBase64url } from '#tickets/base64url.ts'
import { epochOf } from '#tickets/tickets.rules.ts'
import type { Registrant } from '../../access.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import { later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { anyPlace } from '../persons/anyPlace.ts'
import { holdPerson } from '../persons/know-person.ts'
import { lastRung, longestWait, whyNoDeposit, whyNoRoot } from './issuing.rules.ts'
import { findSignatures, holdOpening, keepOpening, keepRequests, readEntries } from './issuing.sql.ts'
import { checkBytes, compare, read } from './requests.ts'
import { doctorIn, showEntry } from './show-entry.ts'

/**
 * Keeps what a doctor's browser hands in ahead, unsigned: a root, to enter with the next group, and renewals and labels to the end of next quarter.
 * Handed in again, the same bytes change nothing; other bytes are refused.
 */
export const depositRequests = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'secrets' | 'crowdMinimum' | 'props' | 'groupMinimum' | 'enterNow'>,
  { personId }: Pick<Registrant, 'personId'>,
  { root, renewals, labels, labelsFrom }: Deposit,
): Promise<Entry> => {
  const { db, clock, ids } = deps
  const now = clock.now()
  const asked = [
    ...read({ root, renewal: null, label: null }),
    ...renewals.flatMap((renewal) => read({ root: null, renewal, label: null })),
    ...labels.flatMap((label) => read({ root: null, renewal: null, label })),
  ]
  await db.transaction().execute(async (trx) => {
    await checkBytes(await readEntries(trx), asked)
    const person = await holdPerson(trx, deps, personId)
    const doctor = doctorIn(person)
    const { due } = await compare(trx, personId, asked, 'keep')
    refuseIf(whyNoRoot(person?.rootIssued ?? false, due))
    for (const { kind, period, rung } of due) {
      if (kind !== 'root') refuseIf(whyNoDeposit(kind, period, now))
      if (kind === 'label' && !doctor.labels.includes(rung)) refuse('issuing.label-changed')
    }
    if (due.some(({ kind }) => kind === 'root')) {
      const opening = await holdOpening(trx, epochOf(now))
      await keepOpening(trx, { ...opening, by: opening.by ?? later(now, longestWait) })
    }
    await keepRequests(
      trx,
      due.map((request) => ({
        person_id: personId,
        ...request,
        signature: null,
        // The last rung says nothing, and so there is nothing to wait for.
        from_epoch: request.kind === 'label' && request.rung !== lastRung ? labelsFrom : 0,
        shuffle: anyPlace(ids),
      })),
    )
  })
  return showEntry(deps, { personId })
}

/** What became of several blinded messages, in the order asked, for whoever knows their hashes. */
export const fetchSignatures = async ({ db }: Pick<Deps, 'db'>, hashes: readonly string[]): Promise<{ items: FetchedSignature[] }> => {
  const asked = hashes.map((hash) => Buffer.from(hash, 'base64url'))
  const found = await findSignatures(db, asked)
  return {
    items: asked.map((hash): FetchedSignature => {
      const row = found.find((one) => one.hash.equals(hash))
      if (!row) return { state: 'unknown', signature: null }
      return row.signature ? { state: 'signed', signature: toBase64url(row.signature) } : { state: 'waiting', signature: null }
    }),
  }
}
