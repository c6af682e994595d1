import type { Kysely, Transaction } from 'kysely'
import type { DB } from '../../platform/schema/community.generated.ts'

type Db = Kysely<DB> | Transaction<DB>

/** Adds an image its uploader holds; nothing when the same upload has come before. */
export const addImage = (db: Db, row: { id: string; uploader_tag: Buffer; width: number; height: number; uploaded_at: Date }) =>
  db
    .insertInto('image')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()

export const findImage = (db: Db, imageId: string) =>
  db
    .selectFrom('image')
    .select(['id', 'width', 'height', 'uploader_tag as uploaderTag', 'thread_id as threadId', 'removed_at as removedAt'])
    .where('id', '=', imageId)
    .executeTakeFirst()

/** Shows an image in a thread, if it is its uploader's to show. */
export const showInThread = async (
  trx: Transaction<DB>,
  row: { id: string; uploaderTag: Buffer; threadId: string; position: number; kind: string; captionTextId: string | null },
): Promise<boolean> =>
  (await trx
    .updateTable('image')
    .set({ thread_id: row.threadId, uploader_tag: null, position: row.position, kind: row.kind, caption_text_id: row.captionTextId })
    .where('id', '=', row.id)
    .where('uploader_tag', '=', row.uploaderTag)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined

export const imagesOf = (trx: Transaction<DB>, threadId: string) =>
  trx.selectFrom('image').select(['id', 'caption_text_id as captionTextId']).where('thread_id', '=', threadId).execute()

export const giveBack = (trx: Transaction<DB>, imageId: string, uploaderTag: Buffer) =>
  trx
    .updateTable('image')
    .set({ thread_id: null, uploader_tag: uploaderTag, position: null, kind: null, caption_text_id: null })
    .where('id', '=', imageId)
    .execute()

export const markRemoved = (trx: Transaction<DB>, imageId: string, at: Date) =>
  trx.updateTable('image').set({ removed_at: at, caption_text_id: null }).where('id', '=', imageId).execute()

export const dropImage = (trx: Transaction<DB>, imageId: string) => trx.deleteFrom('image').where('id', '=', imageId).execute()

export const unpostedBefore = (db: Db, instant: Date) =>
  db.selectFrom('image').select('id').where('thread_id', 'is', null).where('uploaded_at', '<', instant).limit(200).execute()
