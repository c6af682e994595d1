import type { Language } from '#contract/shapes.ts'
import type { Db, Trx } from '../deps.ts'

/** The person of an address, made when there is none; of many at once, one is made. */
export const ensurePerson = async (
  trx: Trx,
  row: { id: string; email_hash: Buffer; email: Buffer; language: Language; shuffle: number },
): Promise<{ id: string; verified: boolean }> => {
  await trx
    .insertInto('person')
    .values(row)
    .onConflict((conflict) => conflict.column('email_hash').doNothing())
    .execute()
  return trx
    .updateTable('person')
    .set({ language: row.language })
    .where('email_hash', '=', row.email_hash)
    .returning(['id', 'verified'])
    .executeTakeFirstOrThrow()
}

const whole = ['id', 'email', 'language', 'verified', 'named', 'specialty', 'country', 'may_carry', 'name'] as const

export const findPerson = (db: Db, id: string) => db.selectFrom('person').select(whole).where('id', '=', id).executeTakeFirst()

/** A person nobody else may change or sign for until this transaction ends. */
export const lockPerson = (trx: Trx, id: string) =>
  trx.selectFrom('person').select(whole).where('id', '=', id).forUpdate().executeTakeFirst()

export const markVerified = (
  trx: Trx,
  id: string,
  doctor: { specialty: string; country: string; may_carry: string[] | null; name: Buffer },
) =>
  trx
    .updateTable('person')
    .set({ ...doctor, verified: true })
    .where('id', '=', id)
    .execute()

export const markNamed = (trx: Trx, id: string) => trx.updateTable('person').set({ named: true }).where('id', '=', id).execute()

/** Binds a licence to a person; false when it is another's. */
export const bindLicence = async (
  trx: Trx,
  row: { id: string; person_id: string; scheme: string; number: Buffer; number_hash: Buffer; shuffle: number },
): Promise<boolean> => {
  await trx
    .insertInto('licence')
    .values(row)
    .onConflict((conflict) => conflict.column('number_hash').doNothing())
    .execute()
  return (await holderOf(trx, row.number_hash)) === row.person_id
}

export const holderOf = async (db: Db, numberHash: Buffer): Promise<string | null> =>
  (await db.selectFrom('licence').select('person_id').where('number_hash', '=', numberHash).executeTakeFirst())?.person_id ?? null

export const knowsAnybody = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined

export const isMarkedAsDemo = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('demo_mark').select('marked').executeTakeFirst()) !== undefined

export const markAsDemo = (db: Db) =>
  db
    .insertInto('demo_mark')
    .values({ marked: true })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
