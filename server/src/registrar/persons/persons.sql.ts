import { sql } from 'kysely'
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

const whole = [
  'id',
  'email',
  'language',
  'verified',
  'named',
  'specialty',
  'country',
  'may_carry',
  'name',
  'root_issued',
  'root_lost_on',
  'root_given_up_on',
] as const

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

/** Somebody who was never verified stays as they are. */
export const markIn = (trx: Trx, id: string, verified: boolean) =>
  trx.updateTable('person').set({ verified }).where('id', '=', id).where('name', 'is not', null).execute()

export const unbindLicence = (trx: Trx, personId: string, numberHash: Buffer) =>
  trx.deleteFrom('licence').where('person_id', '=', personId).where('number_hash', '=', numberHash).execute()

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

/** The person a licence is bound to; null where that person has been erased. */
export const knownHolderOf = async (db: Db, numberHash: Buffer): Promise<string | null> =>
  (
    await db
      .selectFrom('licence as l')
      .innerJoin('person as p', 'p.id', 'l.person_id')
      .select('l.person_id')
      .where('l.number_hash', '=', numberHash)
      .where('p.email', 'is not', null)
      .executeTakeFirst()
  )?.person_id ?? null

export const markRootsIssued = async (trx: Trx, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0) await trx.updateTable('person').set({ root_issued: true }).where('id', 'in', ids).execute()
}

/** How many roots were ever signed. */
export const countRoots = async (db: Db): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('person')
        .select(sql<string>`coalesce(sum(root_issued::integer + roots_given_up), 0)`.as('roots'))
        .executeTakeFirstOrThrow()
    ).roots,
  )

export const markRootLost = (trx: Trx, id: string, day: string | null) =>
  trx.updateTable('person').set({ root_lost_on: day }).where('id', '=', id).execute()

/** Whose root has been lost since that day or longer. */
export const longLost = async (db: Db, day: string): Promise<string[]> =>
  (await db.selectFrom('person').select('id').where('root_lost_on', '<=', day).execute()).map(({ id }) => id)

export const markRootGivenUp = (trx: Trx, id: string, day: string) =>
  trx
    .updateTable('person')
    .set({ root_issued: false, roots_given_up: sql`roots_given_up + 1`, root_lost_on: null, root_given_up_on: day })
    .where('id', '=', id)
    .execute()

/** Leaves of a person the keyed hashes of their licences, and that a root was issued. */
export const erase = async (trx: Trx, id: string): Promise<void> => {
  await trx.updateTable('licence').set({ number: null }).where('person_id', '=', id).execute()
  await trx
    .updateTable('person')
    .set({
      email: null,
      email_hash: null,
      verified: false,
      named: false,
      specialty: null,
      country: null,
      may_carry: null,
      name: null,
      root_lost_on: null,
    })
    .where('id', '=', id)
    .execute()
}

/** Whoever applies again with the licence of somebody erased takes over what is left of them, the root that was issued among it. */
export const takeOver = async (trx: Trx, erasedId: string, personId: string): Promise<void> => {
  const left = await trx
    .selectFrom('person')
    .select(['root_issued', 'roots_given_up', 'root_given_up_on'])
    .where('id', '=', erasedId)
    .executeTakeFirstOrThrow()
  await trx.updateTable('licence').set({ person_id: personId }).where('person_id', '=', erasedId).execute()
  await trx
    .updateTable('person')
    .set({
      // Two roots of two erased lives: one is in force, the other counts as given up.
      roots_given_up: sql`roots_given_up + ${left.roots_given_up} + (root_issued and ${left.root_issued})::integer`,
      root_issued: sql`root_issued or ${left.root_issued}`,
      root_given_up_on: sql`greatest(root_given_up_on, ${left.root_given_up_on}::date)`,
    })
    .where('id', '=', personId)
    .execute()
  await trx.deleteFrom('person').where('id', '=', erasedId).execute()
}

export const isErased = async (trx: Trx, id: string): Promise<boolean> =>
  (await trx.selectFrom('person').select('email').where('id', '=', id).forUpdate().executeTakeFirst())?.email === null
