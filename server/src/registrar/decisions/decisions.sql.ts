import type { Db, Trx } from '../deps.ts'

export const assign = (trx: Trx, row: { application_id: string; staff_id: string; given_at: Date }) =>
  trx
    .insertInto('assignment')
    .values(row)
    .onConflict((conflict) => conflict.columns(['application_id', 'staff_id']).doUpdateSet({ given_at: row.given_at }))
    .execute()

export const assignedSince = async (db: Db, applicationId: string, staffId: string): Promise<Date | null> =>
  (
    await db
      .selectFrom('assignment')
      .select('given_at')
      .where('application_id', '=', applicationId)
      .where('staff_id', '=', staffId)
      .executeTakeFirst()
  )?.given_at ?? null

export const assignments = (db: Db) =>
  db.selectFrom('assignment').select(['application_id as applicationId', 'staff_id as staffId', 'given_at as givenAt']).execute()

export const endAssignment = (trx: Trx, applicationId: string, staffId: string) =>
  trx.deleteFrom('assignment').where('application_id', '=', applicationId).where('staff_id', '=', staffId).execute()

export const dropAssignmentsBefore = (db: Db, instant: Date) => db.deleteFrom('assignment').where('given_at', '<', instant).execute()
