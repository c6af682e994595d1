import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import { ageBands, groupOfBand } from '#atlas/ageBands.ts'
import type { searchCases } from '#contract/community/search.ts'
import type { QueryOf } from '#contract/endpoint.ts'
import type { TextLanguage } from '#contract/shapes.ts'
import { prepared } from '../../platform/database.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import { siteLanguages } from '../../platform/siteLanguages.ts'
import type { Reader } from '../discussion/reader.ts'
import { maySee } from '../discussion/threads.ts'
import type { Term } from './readQuery.rules.ts'

type Db = Kysely<DB> | Transaction<DB>

/** Rows of the index a search weighs at most, so that the commonest word answers as soon as the rarest. */
const weighedAtMost = 3_000

/** What a case says to the readers of each language, part by part, by the door of texts; nothing once it is withdrawn or hidden. */
export const textsOfCase = async (db: Db, caseId: string, languages: readonly TextLanguage[]) => {
  const { rows } = await sql<{ language: TextLanguage; part: string; body: string }>`
    select reader.language, p.part, t.shown ->> 'body' as body
    from search_text_place p
    cross join unnest(${[...languages]}::text[]) reader (language)
    cross join lateral text_json(p.text_id, reader.language) t
    join patient_case c on c.id = p.case_id and c.state not in ('withdrawn', 'hidden')
    where p.case_id = ${caseId} and t.shown ->> 'body' <> ''
  `.execute(db)
  return rows
}

/** Holds every other indexing of the same case back until this transaction ends; answers false where there is no such case. */
export const lockForIndex = async (trx: Transaction<DB>, caseId: string): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${caseId}, 8))`.execute(trx)
  return (await trx.selectFrom('patient_case').select('id').where('id', '=', caseId).executeTakeFirst()) !== undefined
}

export interface IndexedWords {
  readonly language: TextLanguage
  readonly concepts: string
  readonly question: string
  readonly outcome: string
  readonly story: string
  readonly comments: string
}

export const keepWords = (trx: Transaction<DB>, caseId: string, { language, concepts, question, outcome, story, comments }: IndexedWords) =>
  sql`
    insert into search_case (case_id, language, words)
    select ${caseId}, ${language},
      setweight(to_tsvector('search_any', ${concepts}), 'A') || setweight(to_tsvector(c, ${question}), 'A') || setweight(to_tsvector(c, ${outcome}), 'B')
        || setweight(to_tsvector(c, ${story}), 'C') || setweight(to_tsvector(c, ${comments}), 'D')
    from (select search_configuration(${language})) configured (c)
    on conflict (case_id, language) do update set words = excluded.words where search_case.words <> excluded.words
  `.execute(trx)

export const keepWordsToMendBy = (db: Db, words: readonly string[]) =>
  sql`insert into search_word (word) select unnest(${[...words]}::text[]) on conflict do nothing`.execute(db)

/** Drops the words that stand in no case any more. */
export const dropWords = (db: Db) =>
  sql`
    delete from search_word where word in (
      select w.word from search_word w
      cross join lateral (select ${inEveryLanguage(sql`w.word`)}) read (query)
      where numnode(read.query) > 0 and not exists (select from search_case s where s.words @@ read.query))
  `.execute(db)

/** Cases the index does not hold: posted before there was one, or by a worker that was lost. */
export const casesNotIndexed = async (db: Db, limit: number): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select c.id from patient_case c where not exists (select from search_case s where s.case_id = c.id) limit ${limit}
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** The case a text stands in, as far as it may be read now. */
export const caseOfText = async (db: Db, textId: string): Promise<string | null> => {
  const { rows } = await sql<{
    caseId: string
  }>`select case_id as "caseId" from search_text_place where text_id = ${textId} limit 1`.execute(db)
  return rows[0]?.caseId ?? null
}

/** Of these words: whether each stands somewhere, how words go on that begin with it, and which look like it. */
export const lookUpWords = async (db: Db, words: readonly string[]) => {
  const { rows } = await sql<{ word: string; stands: boolean; longer: string[]; alike: string[] }>`
    select asked.word, exists (select from search_word w where w.word = asked.word) as stands,
      array(select w.word from search_word w where w.word like asked.word || '%' order by length(w.word), w.word limit 8) as longer,
      array(select w.word from search_word w where w.word % asked.word order by similarity(w.word, asked.word) desc, w.word limit 24) as alike
    from unnest(${[...words]}::text[]) asked (word)
  `.execute(db)
  return rows
}

/** Whether a case has a word anywhere, in the stem of any language; `others` are words that may stand in its place. */
export interface WantedTerm extends Pick<Term, 'words' | 'concept'> {
  readonly others: readonly string[]
}

const anyOf = (parts: readonly RawBuilder<unknown>[]) => sql`(${sql.join(parts, sql` || `)})`

const readIn = (words: string | RawBuilder<unknown>) =>
  siteLanguages.map((language) => sql`phraseto_tsquery(${sql.lit(`search_${language}`)}, ${words})`)

const inEveryLanguage = (words: string | RawBuilder<unknown>) => sql.join(readIn(words), sql` || `)

const queryOf = ({ words, concept, others }: WantedTerm) =>
  anyOf([
    inEveryLanguage(words.join(' ')),
    ...(concept ? [sql`to_tsquery('search_any', ${concept.id})`] : []),
    ...others.map((word) => inEveryLanguage(word)),
  ])

/** The same for marking words in a text, where a concept stands under its names. */
const markingOf = ({ words, concept, others }: WantedTerm) =>
  anyOf([words.join(' '), ...(concept ? [...concept.en, ...concept.es] : []), ...others].map(inEveryLanguage))

const saysSomething = ({ words, concept }: WantedTerm) =>
  concept
    ? sql`true`
    : sql.join(
        readIn(words.join(' ')).map((query) => sql`numnode(${query}) > 0`),
        sql` and `,
      )

/** Each term as the database understands it, and how it is marked; without words that say nothing in one of the languages ("the", "de"). */
export const readTerms = async (db: Db, terms: readonly WantedTerm[]) => {
  if (terms.length === 0) return []
  const { rows } = await sql<{ query: string; marking: string }>`
    ${sql.join(
      terms.map(
        (term, place) =>
          sql`select ${place}::integer as place, (${queryOf(term)})::text as query, (${markingOf(term)})::text as marking where ${saysSomething(term)}`,
      ),
      sql` union all `,
    )} order by place
  `.execute(db)
  return rows
}

export type Filters = Omit<QueryOf<typeof searchCases>, 'q' | 'typing' | 'after' | 'limit' | 'specialty'> & {
  readonly specialties: readonly string[] | null
}

const keepsTo = ({ specialties, status, country, age, withOutcome, withImage }: Filters) =>
  sql.join(
    [
      sql`true`,
      ...(specialties ? [sql`t.specialties && ${[...specialties]}::text[]`] : []),
      ...(status === 'open' ? [sql`c.state in ('open', 'needs-information', 'working-diagnosis')`] : []),
      ...(status === 'resolved' ? [sql`c.state in ('resolved', 'case-study')`] : []),
      ...(country ? [sql`(select label_json(b.label) ->> 'place' from byline b where b.id = t.asker_byline_id) = ${country}`] : []),
      ...(age ? [sql`c.age_band = any(${ageBands.filter((band) => groupOfBand(band) === age)}::text[])`] : []),
      ...(withOutcome ? [sql`exists (select from case_outcome o where o.case_id = c.id)`] : []),
      ...(withImage ? [sql`exists (select from image i where i.thread_id = c.id and i.removed_at is null)`] : []),
    ],
    sql` and `,
  )

/** Cases in which these words stand, the best first: exact terms and questions before stories, resolved cases with an outcome before others. */
export const findCases = async (
  db: Db,
  { query, filters, reader, offset, limit }: { query: string; filters: Filters; reader: Reader; offset: number; limit: number },
) => {
  const { rows } = await sql<{ id: string; json: string }>`
    ${prepared}
    select page.id, (select shown from case_in_list_json(page.id, ${reader.language}, ${reader.accountId}::uuid))::text as json
    from (
      select c.id, row_number() over (order by weighed.rank
        * case when c.state = 'resolved' then 1.5 when c.state = 'case-study' and c.external_id is null then 1.3 else 1 end desc, c.id desc) as place
      from (
        select hit.case_id, max(ts_rank('{0.1, 0.3, 0.6, 1}', hit.words, ${query}::tsquery, 1)) as rank
        from (select s.case_id, s.words from search_case s where s.words @@ ${query}::tsquery limit ${sql.lit(weighedAtMost)}) hit
        group by hit.case_id
      ) weighed
      join patient_case c on c.id = weighed.case_id
      join thread t on t.id = c.id
      where c.state not in ('withdrawn', 'hidden') and ${maySee(reader)} and ${keepsTo(filters)}
      order by place offset ${offset} limit ${limit}
    ) page
    order by page.place
  `.execute(db)
  return rows
}

/** The two best passages of each case beside its question, marked; without the signs that a database of locale C takes for letters. */
export const findPassages = async (
  db: Db,
  { caseIds, marking, reader, options }: { caseIds: readonly string[]; marking: string; reader: Reader; options: string },
) => {
  const { rows } = await sql<{ caseId: string; part: string; commentId: string | null; language: TextLanguage; headline: string }>`
    ${prepared}
    select best.case_id as "caseId", best.part, best.comment_id as "commentId", best.language,
      ts_headline(search_configuration(best.language), best.body, ${marking}::tsquery, ${options}) as headline
    from (
      select p.case_id, p.part, p.comment_id, t.shown ->> 'language' as language, v.body, row_number() over (
        partition by p.case_id order by ts_rank(w.words, ${marking}::tsquery) desc, p.part = 'comment', p.text_id) as place
      from search_text_place p
      cross join lateral text_json(p.text_id, ${reader.language}) t
      cross join lateral (select translate(t.shown ->> 'body', '¿¡«»“”', '      ')) v (body)
      cross join lateral (select to_tsvector(search_configuration(t.shown ->> 'language'), v.body)) w (words)
      where p.case_id = any(${[...caseIds]}::uuid[]) and p.part <> 'question' and w.words @@ ${marking}::tsquery
    ) best
    where best.place <= 2
    order by best.case_id, best.place
  `.execute(db)
  return rows
}

/** In how many rows of the index each of these stands, counted no further than where it stops mattering. */
export const countRows = async (db: Db, queries: readonly string[], upTo: number): Promise<readonly number[]> => {
  const { rows } = await sql<{ rows: number }>`
    select (select count(*)::integer from (select from search_case s where s.words @@ asked.query::tsquery limit ${upTo}) counted) as rows
    from unnest(${[...queries]}::text[]) with ordinality asked (query, place) order by asked.place
  `.execute(db)
  return rows.map((row) => row.rows)
}

/** Resolved cases that share the most, and the rarest, of these terms; `agreeing` is how many they must share. */
export const findAlike = async (
  db: Db,
  {
    terms,
    agreeing,
    reader,
    limit,
  }: { terms: readonly { query: string; weight: number }[]; agreeing: number; reader: Reader; limit: number },
) => {
  const shared = sql.join(
    terms.map(({ query, weight }) => sql`(s.words @@ ${query}::tsquery)::integer * ${weight}::float8`),
    sql` + `,
  )
  const any = terms.map(({ query }) => `(${query})`).join(' | ')
  const agree = sql.join(
    terms.map(({ query }) => sql`(s.words @@ ${query}::tsquery)::integer`),
    sql` + `,
  )
  const { rows } = await sql<{ json: string }>`
    select (select shown from case_in_list_json(alike.id, ${reader.language}, ${reader.accountId}::uuid))::text as json
    from (
      select c.id, max(${shared}) as likeness
      from (select * from search_case where words @@ ${any}::tsquery limit ${sql.lit(weighedAtMost)}) s
      join patient_case c on c.id = s.case_id
      join thread t on t.id = c.id
      where c.state in ('resolved', 'case-study') and exists (select from case_outcome o where o.case_id = c.id) and ${maySee(reader)}
      group by c.id
      having max(${agree}) >= ${agreeing}::integer
      order by likeness desc, c.id desc limit ${limit}
    ) alike
    order by alike.likeness desc, alike.id desc
  `.execute(db)
  return rows.map(({ json }) => json)
}
