import type { Kysely, Transaction } from 'kysely'
import type { Stack } from '#contract/shapes.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { StackFile } from './dicom/stack.rules.ts'
import type { Looked } from './PlaceFinder.ts'
import type { FoundBox } from './review.rules.ts'

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
    .select([
      'id',
      'width',
      'height',
      'revision',
      'frames',
      'uploader_tag as uploaderTag',
      'thread_id as threadId',
      'removed_at as removedAt',
    ])
    .where('id', '=', imageId)
    .executeTakeFirst()

/** An image, and nobody else changes it until this is done. */
export const lockImage = (trx: Transaction<DB>, imageId: string) =>
  trx
    .selectFrom('image')
    .select(['width', 'height', 'stack', 'frames', 'uploader_tag as uploaderTag'])
    .where('id', '=', imageId)
    .forUpdate()
    .executeTakeFirst()

export const addStackFile = (trx: Transaction<DB>, { said, ...row }: { image_id: string; key: string; said: StackFile }) =>
  trx
    .insertInto('stack_file')
    .values({ ...row, said: JSON.stringify(said) })
    .execute()

/** The files of a stack that have come so far. */
export const stackFilesOf = async (db: Db, imageId: string): Promise<{ key: string; said: StackFile }[]> =>
  (await db.selectFrom('stack_file').select(['key', 'said']).where('image_id', '=', imageId).orderBy('key').execute()).map(
    ({ key, said }) => ({ key, said: said as unknown as StackFile }),
  )

/** Makes a stack of the files that have come. */
export const keepStack = async (
  trx: Transaction<DB>,
  imageId: string,
  { stack, boxes, ...row }: { stack: Stack; frames: string[]; width: number; height: number; boxes: readonly FoundBox[] },
): Promise<void> => {
  await trx
    .updateTable('image')
    .set({ ...row, stack: JSON.stringify(stack), boxes: JSON.stringify(boxes) })
    .where('id', '=', imageId)
    .execute()
  await trx.deleteFrom('stack_file').where('image_id', '=', imageId).execute()
}

const reviewColumns = [
  'id',
  'width',
  'height',
  'revision',
  'searched',
  'boxes',
  'shows',
  'stack',
  'frames',
  'review_key as reviewKey',
  'uploader_tag as uploaderTag',
  'thread_id as threadId',
] as const

export const findReview = (db: Db, imageId: string) =>
  db.selectFrom('image').select(reviewColumns).where('id', '=', imageId).executeTakeFirst()

/** The same, and nobody else reviews or posts the image until this is done. */
export const lockReview = (trx: Transaction<DB>, imageId: string) =>
  trx.selectFrom('image').select(reviewColumns).where('id', '=', imageId).forUpdate().executeTakeFirst()

/** Notes how looking for text and faces ended, unless it has ended already. */
export const keepLooked = (db: Db, imageId: string, searched: Looked | 'failed', boxes: readonly FoundBox[]) =>
  db
    .updateTable('image')
    .set({ searched, boxes: JSON.stringify(boxes) })
    .where('id', '=', imageId)
    .where('searched', '=', 'waiting')
    .execute()

export const keepReview = (
  trx: Transaction<DB>,
  imageId: string,
  { key, ...row }: { revision: number; boxes: readonly FoundBox[]; shows: 'nobody' | 'patient'; key: string },
) =>
  trx
    .updateTable('image')
    .set({ ...row, boxes: JSON.stringify(row.boxes), review_key: key })
    .where('id', '=', imageId)
    .execute()

/** Which of these images a member holds, and how far each has come; they stay as they are until this is done. */
export const lockReviewed = (trx: Transaction<DB>, imageIds: readonly string[]) =>
  trx
    .selectFrom('image')
    .select(['id', 'shows', 'searched', 'uploader_tag as uploaderTag'])
    .where('id', 'in', [...imageIds])
    .orderBy('id')
    .forUpdate()
    .execute()

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
  trx
    .selectFrom('image')
    .select(['id', 'caption_text_id as captionTextId', 'removed_at as removedAt'])
    .where('thread_id', '=', threadId)
    .execute()

export const captionOf = async (trx: Transaction<DB>, imageId: string): Promise<string | null> =>
  (await trx.selectFrom('image').select('caption_text_id').where('id', '=', imageId).executeTakeFirst())?.caption_text_id ?? null

export const giveBack = (trx: Transaction<DB>, imageId: string, uploaderTag: Buffer) =>
  trx
    .updateTable('image')
    .set({ thread_id: null, uploader_tag: uploaderTag, position: null, kind: null, caption_text_id: null })
    .where('id', '=', imageId)
    .execute()

/** Why an image is gone for everybody. */
export type GoneBecause = 'case' | 'consent' | 'recognisable'

/** Marks an image as gone; false when it was before. A later reason does not take the place of the first. */
export const markRemoved = async (trx: Transaction<DB>, imageId: string, at: Date, because: GoneBecause): Promise<boolean> =>
  (await trx
    .updateTable('image')
    .set({ removed_at: at, gone_because: because })
    .where('id', '=', imageId)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined

/** Shows an image again. */
export const unmarkRemoved = (trx: Transaction<DB>, imageId: string) =>
  trx.updateTable('image').set({ removed_at: null, gone_because: null }).where('id', '=', imageId).execute()

export const forgetCaption = (trx: Transaction<DB>, imageId: string) =>
  trx.updateTable('image').set({ caption_text_id: null }).where('id', '=', imageId).execute()

/** What has been said of an image by doctors who recognised the patient. */
export const reportsOf = (trx: Transaction<DB>, imageId: string) =>
  trx
    .selectFrom('image_report')
    .select(['byline_id as bylineId', 'state', 'settled_by as settledBy'])
    .where('image_id', '=', imageId)
    .execute()

export const addReport = (trx: Transaction<DB>, row: { id: string; image_id: string; byline_id: string }) =>
  trx.insertInto('image_report').values(row).execute()

export const settleReports = (
  trx: Transaction<DB>,
  imageId: string,
  settled: { state: 'brought-back' | 'removed'; settled_by: string | null },
) => trx.updateTable('image_report').set(settled).where('image_id', '=', imageId).where('state', '=', 'waiting').execute()

/** Whether an image waits for a moderator to look. */
export const waitsForALook = async (db: Db, imageId: string): Promise<boolean> =>
  (await db.selectFrom('image_report').select('id').where('image_id', '=', imageId).where('state', '=', 'waiting').executeTakeFirst()) !==
  undefined

export const dropImage = (trx: Transaction<DB>, imageId: string) => trx.deleteFrom('image').where('id', '=', imageId).execute()

export const unpostedBefore = (db: Db, instant: Date) =>
  db.selectFrom('image').select('id').where('thread_id', 'is', null).where('uploaded_at', '<', instant).limit(200).execute()
