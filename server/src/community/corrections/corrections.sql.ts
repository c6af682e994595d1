import { type Kysely, sql, type Transaction } from 'kysely'
import type { Objection, ShownCorrection, ShownSentence } from '#contract/community/corrections.ts'
import type { TextLanguage } from '#contract/shapes.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { Reader } from '../discussion/reader.ts'
import { maySee } from '../discussion/threads.ts'

type Db = Kysely<DB> | Transaction<DB>

/** Where a text stands, and who wrote it; null when the reader may not read it. */
export const findPlace = async (db: Db, textId: string, reader: Reader) => {
  const { rows } = await sql<{ caseId: string; authorBylineId: string | null; isAuthor: boolean }>`
    select p.case_id as "caseId", a.byline_id as "authorBylineId",
      coalesce(byline_is_mine(a.byline_id, ${reader.accountId}::uuid), false) as "isAuthor"
    from search_text_place p join thread t on t.id = p.case_id
    cross join lateral (select case when p.comment_id is null then t.asker_byline_id
      else (select c.byline_id from comment c where c.id = p.comment_id) end as byline_id) a
    where p.text_id = ${textId} and ${maySee(reader)}
    limit 1
  `.execute(db)
  return rows[0] ?? null
}

export const bylineIsMine = async (db: Db, bylineId: string, accountId: string): Promise<boolean> => {
  const { rows } = await sql<{ mine: boolean }>`select byline_is_mine(${bylineId}, ${accountId}::uuid) as mine`.execute(db)
  return rows[0]?.mine ?? false
}

/** What of a correction a reader is told; who may settle it is decided by rules. */
export type FoundCorrection = Omit<ShownCorrection, 'mayAccept' | 'mayDecline'> & { key: string; isAuthor: boolean; cursor: string }

const correctionColumns = (reader: Reader) => sql`
  c.id, p.case_id as "caseId", c.text_id as "textId", encode(c.key, 'hex') as key, c.source, coalesce(said.written_in, x.language) as "sourceLanguage", c.language, c.before,
  c.target, c.findings as objections, c.state, c.settled_by as "settledBy",
  (select shown from byline_json(c.byline_id, ${reader.accountId}::uuid)) as byline,
  instant_json(c.corrected_at) as at, c.corrected_at::text || '|' || c.id as cursor,
  coalesce(byline_is_mine(a.byline_id, ${reader.accountId}::uuid), false) as "isAuthor"`

const correctionsInSight = (reader: Reader) => sql`
  correction c join text x on x.id = c.text_id
  left join translated_sentence said on said.text_id = c.text_id and said.language = c.language and said.key = c.key
  join search_text_place p on p.text_id = c.text_id join thread t on t.id = p.case_id and ${maySee(reader)}
  cross join lateral (select case when p.comment_id is null then t.asker_byline_id
    else (select m.byline_id from comment m where m.id = p.comment_id) end as byline_id) a`

/** Every correction of some texts, newest first. */
export const correctionsOf = async (
  db: Db,
  textIds: readonly string[],
  language: TextLanguage | null,
  reader: Reader,
): Promise<readonly FoundCorrection[]> => {
  if (textIds.length === 0) return []
  const { rows } = await sql<FoundCorrection>`
    select ${correctionColumns(reader)} from ${correctionsInSight(reader)}
    where c.text_id = any(${[...textIds]}::uuid[]) and (${language}::text is null or c.language = ${language})
    order by c.corrected_at desc, c.id desc
  `.execute(db)
  return rows
}

export const findCorrection = async (db: Db, id: string, reader: Reader): Promise<FoundCorrection | null> => {
  const { rows } = await sql<FoundCorrection>`
    select ${correctionColumns(reader)} from ${correctionsInSight(reader)} where c.id = ${id} limit 1
  `.execute(db)
  return rows[0] ?? null
}

export type CorrectionList = 'of-my-words' | 'to-look-at' | 'mine'

/** One page of a list of corrections, newest first; those to be answered only while they are younger than `since`. */
export const listCorrectionsIn = async (
  db: Db,
  reader: Reader,
  {
    list,
    reads,
    since,
    after,
    limit,
  }: { list: CorrectionList; reads: readonly TextLanguage[]; since: Date; after: readonly [string, string] | null; limit: number },
): Promise<readonly FoundCorrection[]> => {
  const me = sql`${reader.accountId}::uuid`
  const isMine = sql`byline_is_mine(c.byline_id, ${me})`
  const isAuthors = sql`coalesce(byline_is_mine(a.byline_id, ${me}), false)`
  const wanted = {
    mine: sql`${isMine}`,
    'of-my-words': sql`${isAuthors} and not ${isMine} and c.state = 'proposed' and c.corrected_at > ${since}`,
    'to-look-at': sql`not ${isAuthors} and not ${isMine} and c.state = 'proposed' and c.language = any(${[...reads]}::text[]) and coalesce(said.written_in, x.language) = any(${[...reads]}::text[])`,
  }[list]
  const { rows } = await sql<FoundCorrection>`
    select ${correctionColumns(reader)} from ${correctionsInSight(reader)}
    where ${wanted} and (${after === null} or (c.corrected_at, c.id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by c.corrected_at desc, c.id desc limit ${limit}
  `.execute(db)
  return rows
}

export type FoundSentence = Omit<ShownSentence, 'corrections' | 'objections'> & { objections: Objection[] | null }

const sentenceColumns = sql`
  p.case_id as "caseId", s.text_id as "textId", encode(s.key, 'hex') as key, s.source, s.written_in as "sourceLanguage", s.language,
  coalesce(k.target, case when s.findings is null then s.machine end, s.source) as shown,
  s.findings is not null and k.id is null as held, case when s.findings is not null then s.machine end as proposed, s.findings as objections`

const sentencesInSight = (reader: Reader) => sql`
  translated_sentence s join text x on x.id = s.text_id
  join translation r on r.text_id = s.text_id and r.language = s.language and r.state = 'ready' and r.revision = x.revision
  left join correction k on k.id = s.correction_id
  join search_text_place p on p.text_id = s.text_id join thread t on t.id = p.case_id and ${maySee(reader)}`

/** The sentences of some texts in a language, as far as the reader may read them, in no order, each with the body it stands in. */
export const sentencesIn = async (db: Db, textIds: readonly string[], language: TextLanguage, reader: Reader) => {
  if (textIds.length === 0) return []
  const { rows } = await sql<FoundSentence & { body: string }>`
    select ${sentenceColumns}, x.body from ${sentencesInSight(reader)}
    where s.text_id = any(${[...textIds]}::uuid[]) and s.language = ${language}
  `.execute(db)
  return rows
}

/** One page of the sentences the gate holds, into the reader's own language first, then by how often their case was viewed. */
export const heldSentences = async (
  db: Db,
  reader: Reader,
  { reads, skip, limit }: { reads: readonly TextLanguage[]; skip: number; limit: number },
): Promise<readonly FoundSentence[]> => {
  const { rows } = await sql<FoundSentence>`
    select ${sentenceColumns} from ${sentencesInSight(reader)} join patient_case c on c.id = p.case_id
    where s.findings is not null and s.correction_id is null
      and s.language = any(${[...reads]}::text[]) and s.written_in = any(${[...reads]}::text[])
    order by s.language = ${reader.language} desc, c.views desc, c.asked_at desc, s.text_id, s.key
    offset ${skip} limit ${limit}
  `.execute(db)
  return rows
}
