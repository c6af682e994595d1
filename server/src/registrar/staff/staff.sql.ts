import type { Language } from '#contract/shapes.ts'
import type { Staff } from '../../access.ts'
import type { Db, Trx } from '../deps.ts'

type Role = Staff['role']

export const addInvitation = (trx: Trx, row: { token_hash: Buffer; role: Role; email_hash: Buffer; email: Buffer; expires_at: Date }) =>
  trx.insertInto('staff_invitation').values(row).execute()

export const findInvitation = (db: Db, tokenHash: Buffer, now: Date) =>
  db
    .selectFrom('staff_invitation')
    .select(['role', 'email', 'email_hash as emailHash'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()

/** Takes an invitation up; of many at once, one gets it. */
export const takeInvitation = (trx: Trx, tokenHash: Buffer, now: Date) =>
  trx
    .deleteFrom('staff_invitation')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .returning(['role', 'email', 'email_hash as emailHash'])
    .executeTakeFirst()

export const addChallenge = (db: Db, row: { id: string; challenge: Buffer; invitation_hash: Buffer | null; expires_at: Date }) =>
  db.insertInto('staff_challenge').values(row).execute()

/** Takes a challenge away, whatever becomes of its answer, so that none is answered twice. */
export const takeChallenge = (db: Db, id: string, now: Date) =>
  db
    .deleteFrom('staff_challenge')
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .returning(['challenge', 'invitation_hash as invitationHash'])
    .executeTakeFirst()

/** The member of staff of an address, made or given the new role. */
export const ensureStaff = (trx: Trx, row: { id: string; role: Role; email_hash: Buffer; email: Buffer; language: Language }) =>
  trx
    .insertInto('staff')
    .values(({ selectFrom, fn, val, eb }) => ({
      ...row,
      number: selectFrom('staff').select(eb(fn.coalesce(fn.max('number'), val(0)), '+', 1).as('next')),
    }))
    .onConflict((conflict) => conflict.column('email_hash').doUpdateSet({ role: row.role, language: row.language }))
    .returning(['id', 'role', 'language'])
    .executeTakeFirstOrThrow()

export const addPasskey = (trx: Trx, row: { credential_id: Buffer; staff_id: string; public_key: Buffer }) =>
  trx.insertInto('staff_passkey').values(row).execute()

export const findPasskey = (db: Db, credentialId: Buffer) =>
  db
    .selectFrom('staff_passkey as p')
    .innerJoin('staff as s', 's.id', 'p.staff_id')
    .select(['p.staff_id as staffId', 'p.public_key as publicKey', 's.role'])
    .where('p.credential_id', '=', credentialId)
    .executeTakeFirst()

export const findStaff = (db: Db, id: string) =>
  db.selectFrom('staff').select(['id', 'role', 'number', 'language', 'email']).where('id', '=', id).executeTakeFirst()

export const dropExpiredStaffRows = async (db: Db, now: Date): Promise<void> => {
  await db.deleteFrom('staff_invitation').where('expires_at', '<=', now).execute()
  await db.deleteFrom('staff_challenge').where('expires_at', '<=', now).execute()
}
