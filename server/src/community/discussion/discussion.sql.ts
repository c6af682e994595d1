import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { ThreadState } from './discussion.rules.ts'
import type { PinnedImage } from './pins.rules.ts'
import type { Reader } from './reader.ts'

type Db = Kysely<DB> | Transaction<DB>

const coversArray = ({ covers }: Pick<Reader, 'covers'>) => (covers === null ? sql`null::text[]` : sql`${[...covers]}::text[]`)

/** What decides about what a reader may see. */
type Seeing = Pick<Reader, 'covers' | 'accountId' | 'lapsed'>

/** The condition under which a reader may see the thread `t`. */
export const maySee = (reader: Seeing) =>
  reader.lapsed
    ? sql<boolean>`byline_is_mine(t.asker_byline_id, ${reader.accountId}::uuid)`
    : sql<boolean>`may_see(t, ${coversArray(reader)}, ${reader.accountId}::uuid)`

export interface ThreadFound {
  readonly state: ThreadState
  readonly audience: 'everyone' | 'specialties'
  readonly askerBylineId: string | null
  readonly isAsker: boolean
}

/** A thread this reader may see; with `lock`, held against other writers to the end of the transaction. */
export const findThread = async (db: Db, threadId: string, reader: Seeing, { lock = false } = {}) => {
  const { rows } = await sql<ThreadFound>`
    select t.state, t.audience, t.asker_byline_id as "askerBylineId", coalesce(byline_is_mine(t.asker_byline_id, ${reader.accountId}::uuid), false) as "isAsker"
    from thread t
    where t.id = ${threadId} and ${maySee(reader)}
    ${lock ? sql`for update` : sql``}
  `.execute(db)
  return rows[0] ?? null
}

export const addThread = (
  trx: Transaction<DB>,
  row: { id: string; state: ThreadState; audience: 'everyone' | 'specialties'; specialties: readonly string[] },
) =>
  trx
    .insertInto('thread')
    .values({ ...row, specialties: [...row.specialties] })
    .execute()

export const setAsker = (trx: Transaction<DB>, threadId: string, bylineId: string) =>
  trx.updateTable('thread').set({ asker_byline_id: bylineId }).where('id', '=', threadId).execute()

export const setThreadState = (trx: Transaction<DB>, threadId: string, state: ThreadState) =>
  trx.updateTable('thread').set({ state }).where('id', '=', threadId).execute()

export const noteUpdate = (trx: Transaction<DB>, threadId: string, at: Date) =>
  trx.updateTable('thread').set({ last_update_at: at }).where('id', '=', threadId).execute()

/** Whether anything was ever said in a thread, taken back since or not. */
export const wasSpokenIn = async (trx: Transaction<DB>, threadId: string): Promise<boolean> =>
  (await trx.selectFrom('comment').select('id').where('thread_id', '=', threadId).limit(1).executeTakeFirst()) !== undefined

export const dropThread = (trx: Transaction<DB>, threadId: string) => trx.deleteFrom('thread').where('id', '=', threadId).execute()

export const addComment = (
  trx: Transaction<DB>,
  row: {
    id: string
    thread_id: string
    byline_id: string
    parent_id: string | null
    kind: string
    text_id: string
    confidence: string | null
    seen: string | null
    posted_at: Date
    client_key: string
    request_hash: Buffer
  },
) => trx.insertInto('comment').values(row).execute()

/** The images of a thread a pin can be put on, and the last number given to one. */
export const findPinned = async (trx: Transaction<DB>, threadId: string): Promise<{ images: readonly PinnedImage[]; last: number }> => {
  const images = await trx
    .selectFrom('image')
    .select(['id', 'width', 'height', sql<number>`greatest(1, cardinality(frames))`.as('frames')])
    .where('thread_id', '=', threadId)
    .where('removed_at', 'is', null)
    .execute()
  const found = await trx
    .selectFrom('comment_pin')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('thread_id', '=', threadId)
    .executeTakeFirst()
  return { images, last: found?.last ?? 0 }
}

export const addPins = (
  trx: Transaction<DB>,
  rows: readonly { thread_id: string; number: number; comment_id: string; image_id: string; frame: number; x: number; y: number }[],
) =>
  trx
    .insertInto('comment_pin')
    .values([...rows])
    .execute()

export const findByKey = (trx: Transaction<DB>, bylineId: string, clientKey: string) =>
  trx
    .selectFrom('comment')
    .select(['id', 'request_hash'])
    .where('byline_id', '=', bylineId)
    .where('client_key', '=', clientKey)
    .executeTakeFirst()

export const commentStandsIn = async (trx: Transaction<DB>, commentId: string, threadId: string): Promise<boolean> =>
  (await trx
    .selectFrom('comment')
    .select('id')
    .where('id', '=', commentId)
    .where('thread_id', '=', threadId)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()) !== undefined

/** Counts the thread again: comments, answers, doctors who took part (the asker aside), and when the first came. */
export const recount = (trx: Transaction<DB>, threadId: string) =>
  sql`
    update thread t set
      comments = counted.comments, answers = counted.answers, took_part = counted.took_part,
      first_response_at = counted.first_response_at, first_answer_at = counted.first_answer_at
    from (
      select
        count(*)::integer as comments,
        count(*) filter (where kind = 'answer')::integer as answers,
        count(distinct byline_id) filter (where others)::integer as took_part,
        min(posted_at) filter (where others) as first_response_at,
        min(posted_at) filter (where others and kind = 'answer') as first_answer_at
      from (
        select c.*, c.byline_id is distinct from own.asker_byline_id as others
        from comment c join thread own on own.id = c.thread_id
        where c.thread_id = ${threadId} and c.taken_back_at is null
      ) standing
    ) counted
    where t.id = ${threadId}
  `.execute(trx)

/** A comment with what decides about changing it, if the reader may see its thread. */
export const findComment = async (trx: Transaction<DB>, commentId: string, reader: Seeing) => {
  const { rows } = await sql<{
    id: string
    threadId: string
    textId: string
    mine: boolean
    postedAt: Date
    takenBackAt: Date | null
    replies: number
    threadState: ThreadState
    audience: 'everyone' | 'specialties'
  }>`
    select c.id, c.thread_id as "threadId", c.text_id as "textId", byline_is_mine(c.byline_id, ${reader.accountId}::uuid) as mine,
      c.posted_at as "postedAt", c.taken_back_at as "takenBackAt", t.state as "threadState", t.audience,
      (select count(*)::integer from comment r where r.parent_id = c.id and r.taken_back_at is null) as replies
    from comment c join thread t on t.id = c.thread_id
    where c.id = ${commentId} and ${maySee(reader)}
    for update of c, t
  `.execute(trx)
  return rows[0] ?? null
}

/** Every comment of an account that stands. */
export const saidBy = async (db: Kysely<DB>, accountId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from comment where taken_back_at is null and byline_is_mine(byline_id, ${accountId}::uuid) order by id
  `.execute(db)
  return rows.map(({ id }) => id)
}

export const changeKind = (trx: Transaction<DB>, commentId: string, kind: string) =>
  trx.updateTable('comment').set({ kind }).where('id', '=', commentId).execute()

export const setTakenBack = (trx: Transaction<DB>, commentId: string, at: Date | null) =>
  trx.updateTable('comment').set({ taken_back_at: at }).where('id', '=', commentId).execute()

/** Who is concerned by a comment: its author, the asker of its thread, and the author of the comment it replies to; null where it no longer stands. */
export const findConcerned = async (trx: Transaction<DB>, commentId: string) => {
  const { rows } = await sql<{
    threadId: string
    kind: 'answer' | 'question-back' | 'comment'
    threadState: ThreadState
    author: string
    asker: string | null
    repliedTo: string | null
  }>`
    select c.thread_id as "threadId", c.kind, t.state as "threadState", c.byline_id as author, t.asker_byline_id as asker, p.byline_id as "repliedTo"
    from comment c join thread t on t.id = c.thread_id left join comment p on p.id = c.parent_id and p.taken_back_at is null
    where c.id = ${commentId} and c.taken_back_at is null
  `.execute(trx)
  return rows[0] ?? null
}

/** The bylines of those other than the asker who have said something in a thread that stands. */
export const contributorsOf = async (trx: Transaction<DB>, threadId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct c.byline_id as id from comment c join thread t on t.id = c.thread_id
    where c.thread_id = ${threadId} and c.taken_back_at is null and c.byline_id is distinct from t.asker_byline_id
  `.execute(trx)
  return rows.map(({ id }) => id)
}
