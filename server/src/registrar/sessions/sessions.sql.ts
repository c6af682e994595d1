import type { Db, Trx } from '../deps.ts'

export const addSession = (db: Db, row: { token_hash: Buffer; person_id: string | null; staff_id: string | null; expires_at: Date }) =>
  db.insertInto('session').values(row).execute()

export const findSession = (db: Db, tokenHash: Buffer, now: Date) =>
  db
    .selectFrom('session as s')
    .leftJoin('person as p', 'p.id', 's.person_id')
    .leftJoin('staff as m', 'm.id', 's.staff_id')
    .select(['s.person_id as personId', 's.staff_id as staffId', 'p.language as personLanguage', 'm.language as staffLanguage', 'm.role'])
    .where('s.token_hash', '=', tokenHash)
    .where('s.expires_at', '>', now)
    .executeTakeFirst()

export const dropSession = (db: Db, tokenHash: Buffer) => db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()

export const dropExpiredSessions = (db: Db, now: Date) => db.deleteFrom('session').where('expires_at', '<=', now).execute()

export const dropSessionsOf = (trx: Trx, personId: string) => trx.deleteFrom('session').where('person_id', '=', personId).execute()
