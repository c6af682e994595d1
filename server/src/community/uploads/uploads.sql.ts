import type { Kysely, Transaction } from 'kysely'
import type { DB } from '../../platform/schema/community.generated.ts'

type Db = Kysely<DB> | Transaction<DB>

const columns = ['id', 'half_key as halfKey', 'ends'] as const

export const findUpload = (db: Db, tag: Buffer) => db.selectFrom('upload').select(columns).where('tag', '=', tag).executeTakeFirst()

/** The same, and nobody else adds a piece to it, takes it or throws it away until this is done. */
export const lockUpload = (trx: Transaction<DB>, tag: Buffer) =>
  trx.selectFrom('upload').select(columns).where('tag', '=', tag).forUpdate().executeTakeFirst()

/** What waits in these places. */
export const waitingIn = (db: Db, places: readonly Buffer[]) =>
  db
    .selectFrom('upload')
    .select(['tag', 'place_tag as placeTag', 'ends'])
    .where('place_tag', 'in', [...places])
    .execute()

/** Begins an upload; nothing when it has begun or its place is taken. */
export const addUpload = (db: Db, row: { id: string; tag: Buffer; place_tag: Buffer; half_key: Buffer; begun_at: Date }) =>
  db
    .insertInto('upload')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const keepEnds = (trx: Transaction<DB>, id: string, ends: number[]) =>
  trx.updateTable('upload').set({ ends }).where('id', '=', id).execute()

/** Notes that the whole was taken; its id, where pieces of it were here. */
export const markTaken = async (trx: Transaction<DB>, tag: Buffer): Promise<string | null> =>
  (
    await trx
      .updateTable('upload')
      .set({ place_tag: null, half_key: null })
      .where('tag', '=', tag)
      .where('half_key', 'is not', null)
      .returning('id')
      .executeTakeFirst()
  )?.id ?? null

/** Throws uploads away: which there were. */
export const dropUploads = async (
  trx: Transaction<DB>,
  which: { tag: Buffer } | { places: readonly Buffer[] },
): Promise<readonly string[]> =>
  (
    await trx
      .deleteFrom('upload')
      .where((row) => ('tag' in which ? row('tag', '=', which.tag) : row('place_tag', 'in', [...which.places])))
      .returning('id')
      .execute()
  ).map(({ id }) => id)

export const dropUploadsBegunBefore = async (trx: Transaction<DB>, instant: Date): Promise<readonly string[]> =>
  (await trx.deleteFrom('upload').where('begun_at', '<', instant).returning('id').execute()).map(({ id }) => id)
