import type { Db, Trx } from '../deps.ts'

export const keepCode = (trx: Trx, row: { proof_id: string; code_hash: Buffer; expires_at: Date }) =>
  trx
    .insertInto('sent_code')
    .values(row)
    .onConflict((conflict) => conflict.column('proof_id').doUpdateSet({ code_hash: row.code_hash, expires_at: row.expires_at, tries: 0 }))
    .execute()

/** Counts a try, whatever becomes of it. */
export const tryProofCode = (db: Db, proofId: string, now: Date) =>
  db
    .updateTable('sent_code')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('proof_id', '=', proofId)
    .where('expires_at', '>', now)
    .returning(['tries', 'code_hash as codeHash'])
    .executeTakeFirst()

/** Uses a code up; false when somebody else did. */
export const dropProofCode = async (db: Db, proofId: string): Promise<boolean> =>
  (await db.deleteFrom('sent_code').where('proof_id', '=', proofId).returning('proof_id').executeTakeFirst()) !== undefined

export const dropExpiredProofCodes = (db: Db, now: Date) => db.deleteFrom('sent_code').where('expires_at', '<=', now).execute()

export const addVouch = (trx: Trx, row: { proof_id: string; voucher_id: string; given_on: string; shuffle: number }) =>
  trx.insertInto('vouch').values(row).execute()

/** Whom these persons vouched for, and who for whom: `voucher` for the person whose case the proof stands in. */
export const vouches = (db: Db) =>
  db
    .selectFrom('vouch as v')
    .innerJoin('proof as p', 'p.id', 'v.proof_id')
    .innerJoin('application as a', 'a.id', 'p.application_id')
    .select([
      'v.proof_id as proofId',
      'v.voucher_id as voucher',
      'a.person_id as vouched',
      'a.id as applicationId',
      'v.given_on as givenOn',
    ])

export const vouchesOf = (db: Db, voucher: string) => vouches(db).where('v.voucher_id', '=', voucher).execute()

export const vouchesFor = (db: Db, person: string) => vouches(db).where('a.person_id', '=', person).execute()

export const addSlot = (db: Db, row: { id: string; staff_id: string; starts_at: Date; room: string }) =>
  db
    .insertInto('interview_slot')
    .values(row)
    .onConflict((conflict) => conflict.columns(['staff_id', 'starts_at']).doNothing())
    .execute()

export const freeSlots = (db: Db, from: Date) =>
  db
    .selectFrom('interview_slot')
    .select(['id as slotId', 'starts_at as startsAt'])
    .where('proof_id', 'is', null)
    .where('starts_at', '>', from)
    .orderBy('starts_at')
    .orderBy('id')
    .limit(40)
    .execute()

/** Takes a time; of two at once, one gets it. */
export const takeSlot = (trx: Trx, slotId: string, proofId: string, from: Date) =>
  trx
    .updateTable('interview_slot')
    .set({ proof_id: proofId })
    .where('id', '=', slotId)
    .where('proof_id', 'is', null)
    .where('starts_at', '>', from)
    .returning(['starts_at as startsAt', 'room'])
    .executeTakeFirst()

export const slotOf = (db: Db, proofId: string) =>
  db.selectFrom('interview_slot').select(['starts_at as startsAt', 'room']).where('proof_id', '=', proofId).executeTakeFirst()

export const dropPastSlots = (db: Db, before: Date) => db.deleteFrom('interview_slot').where('starts_at', '<', before).execute()

export const keepChallenge = (trx: Trx, row: { proof_id: string; expires_at: Date }) => trx.insertInto('challenge').values(row).execute()

/** Uses a challenge up; false when it is too old, or was answered before. */
export const takeChallenge = async (db: Db, proofId: string, now: Date): Promise<boolean> =>
  (await db
    .deleteFrom('challenge')
    .where('proof_id', '=', proofId)
    .where('expires_at', '>', now)
    .returning('proof_id')
    .executeTakeFirst()) !== undefined

/** Proofs whose challenge nobody answered in time. */
export const unanswered = (db: Db, now: Date) =>
  db.selectFrom('challenge').select('proof_id as proofId').where('expires_at', '<=', now).execute()
