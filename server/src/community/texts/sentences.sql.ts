import { type Kysely, sql, type Transaction } from 'kysely'
import type { TextLanguage } from '#contract/shapes.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { Finding } from './gate.rules.ts'
import type { Composed, Memory, RememberedSentence } from './memory.rules.ts'

type Db = Kysely<DB> | Transaction<DB>

/** A sentence as it is kept with its text. */
export interface KeptSentence extends Omit<RememberedSentence, 'corrected'> {
  readonly key: Buffer
  readonly engine: string
  readonly correctionId: string | null
}

/** Stands for the engine of a sentence that is to be asked for again. */
export const noEngine = ''

/** Keeps what the sentences of a text became in a language; those it no longer has go. */
export const keepSentences = async (
  trx: Transaction<DB>,
  { textId, language }: { textId: string; language: TextLanguage },
  sentences: readonly KeptSentence[],
): Promise<void> => {
  await trx.deleteFrom('translated_sentence').where('text_id', '=', textId).where('language', '=', language).execute()
  if (sentences.length === 0) return
  const corrections = sentences.flatMap(({ correctionId }) => correctionId ?? [])
  // One that was taken back while the engine worked is not brought back; the text is asked for again.
  if ((await lockStanding(trx, corrections)) !== new Set(corrections).size) throw new Error('A correction was taken back meanwhile')
  await trx
    .insertInto('translated_sentence')
    .values(
      sentences.map(({ key, source, writtenIn, machine, findings, engine, correctionId }) => ({
        text_id: textId,
        language,
        key,
        source,
        written_in: writtenIn,
        machine,
        findings: findings === null ? null : JSON.stringify(findings),
        engine,
        correction_id: correctionId,
      })),
    )
    .execute()
}

const lockStanding = async (trx: Transaction<DB>, correctionIds: readonly string[]): Promise<number> =>
  correctionIds.length === 0
    ? 0
    : (
        await trx
          .selectFrom('correction')
          .select('id')
          .where('id', 'in', [...correctionIds])
          .where('state', 'in', ['proposed', 'accepted'])
          .forShare()
          .execute()
      ).length

export interface FoundMemory extends Memory {
  readonly key: Buffer
  readonly writtenIn: TextLanguage
  readonly machine: string | null
  readonly findings: readonly Finding[] | null
  readonly correctionId: string | null
}

/**
 * What is known of these sentences: of the text itself, and of texts that lend, each while it says the sentence.
 * A correction the gate objected to serves its own text alone until a second person has accepted it.
 */
export const findMemories = async (
  db: Db,
  { textId, to, keys }: { textId: string; to: TextLanguage; keys: readonly Buffer[] },
): Promise<readonly FoundMemory[]> => {
  if (keys.length === 0) return []
  const { rows } = await sql<FoundMemory>`
    select s.key, s.written_in as "writtenIn", s.machine, s.findings, s.engine, t.specialty, t.id = ${textId} as "fromItsOwnText", known.*
    from translated_sentence s join text t on t.id = s.text_id
    cross join lateral (
      select c.target, 'person' as by, c.id as "correctionId", c.corrected_at as at
      from correction c
      where c.text_id = s.text_id and c.language = s.language and c.key = s.key and c.state in ('proposed', 'accepted')
        and (t.id = ${textId} or c.state = 'accepted' or c.findings = '[]')
      union all
      select s.machine, 'machine', null, null where s.machine is not null and s.findings is null
    ) known
    where s.key = any(${[...keys]}::bytea[]) and s.language = ${to} and (t.lends or t.id = ${textId})
    order by known.at desc nulls last, known."correctionId" desc
  `.execute(db)
  return rows
}

/** Every sentence of a text in a language, with what a doctor made of it. */
export const sentencesOf = async (
  db: Db,
  textId: string,
  language: TextLanguage,
): Promise<readonly (RememberedSentence & { key: Buffer; correctionId: string | null })[]> => {
  const { rows } = await sql<RememberedSentence & { key: Buffer; correctionId: string | null }>`
    select s.key, s.source, s.written_in as "writtenIn", s.machine, s.findings, c.target as corrected, s.correction_id as "correctionId"
    from translated_sentence s left join correction c on c.id = s.correction_id
    where s.text_id = ${textId} and s.language = ${language}
  `.execute(db)
  return rows
}

/** Writes a translation anew from its sentences. */
export const keepComposed = (
  trx: Transaction<DB>,
  { textId, language, body, held, terms, corrected }: { textId: string; language: TextLanguage } & Composed,
) =>
  trx
    .updateTable('translation')
    .set({ body, held: [...held], terms: JSON.stringify(terms), corrected })
    .where('text_id', '=', textId)
    .where('language', '=', language)
    .where('by', '=', 'machine')
    .where('state', '=', 'ready')
    .execute()

/**
 * Takes what was corrected in these texts out of every other text that took it over; those wait for their translation again.
 * To be called before the texts go.
 */
export const recallCorrections = async (trx: Transaction<DB>, textIds: readonly string[]): Promise<void> => {
  if (textIds.length === 0) return
  await sql`
    with taken as (
      update translated_sentence s set correction_id = null
      from correction c
      where c.id = s.correction_id and c.text_id = any(${[...textIds]}::uuid[]) and s.text_id <> c.text_id
      returning s.text_id, s.language
    )
    update translation r set state = 'pending', body = null, by = null, attempts = 0, due_at = timestamptz '2000-01-01'
    from (select distinct text_id, language from taken) t
    where r.text_id = t.text_id and r.language = t.language and r.by = 'machine'
  `.execute(trx)
}

/** Every text in which a sentence has been translated into a language, its translation held against other writers. */
export const lockTextsSaying = async (trx: Transaction<DB>, { key, language }: { key: Buffer; language: TextLanguage }) => {
  const { rows } = await sql<{
    textId: string
    body: string
    from: TextLanguage
    specialty: string | null
    source: string
    again: boolean
    correctionId: string | null
  }>`
    select t.id as "textId", t.body, s.written_in as from, t.specialty, s.source, s.machine is null and s.findings is null as again,
      s.correction_id as "correctionId"
    from translated_sentence s join text t on t.id = s.text_id
    join translation r on r.text_id = s.text_id and r.language = s.language
    where s.key = ${key} and s.language = ${language}
    order by t.id for update of r
  `.execute(trx)
  return rows
}

export const setCorrection = (
  trx: Transaction<DB>,
  { textId, language, key, correctionId }: { textId: string; language: TextLanguage; key: Buffer; correctionId: string | null },
) =>
  trx
    .updateTable('translated_sentence')
    .set({ correction_id: correctionId })
    .where('text_id', '=', textId)
    .where('language', '=', language)
    .where('key', '=', key)
    .execute()

/** A sentence of a text as readers see it, for who is about to correct it; held to the end of the transaction. */
export const lockSentence = async (
  trx: Transaction<DB>,
  { textId, language, key }: { textId: string; language: TextLanguage; key: Buffer },
) => {
  const { rows } = await sql<RememberedSentence & { textBody: string; specialty: string | null }>`
    select s.source, s.machine, s.findings, c.target as corrected, s.written_in as "writtenIn", t.body as "textBody", t.specialty
    from translated_sentence s join text t on t.id = s.text_id
    join translation r on r.text_id = s.text_id and r.language = s.language and r.state = 'ready' and r.revision = t.revision
    left join correction c on c.id = s.correction_id
    where s.text_id = ${textId} and s.language = ${language} and s.key = ${key}
    for update of r
  `.execute(trx)
  return rows[0] ?? null
}

/** The words of a text its author has judged to name nobody. */
export const judgedWords = async (trx: Transaction<DB>, textId: string): Promise<readonly { words: string; reason: string }[]> => {
  const { rows } = await sql<{ words: string; reason: string }>`
    select distinct substring(t.body from j.starts_at + 1 for j.ends_at - j.starts_at) as words, j.reason
    from text_judgement j join text t on t.id = j.text_id where j.text_id = ${textId}
  `.execute(trx)
  return rows
}

export interface NewCorrection {
  readonly id: string
  readonly textId: string
  readonly language: TextLanguage
  readonly key: Buffer
  readonly source: string
  readonly before: string
  readonly target: string
  readonly findings: readonly Finding[]
  readonly bylineId: string
  readonly state: 'proposed' | 'accepted'
  readonly settledBy: 'author' | null
  readonly at: Date
  readonly clientKey: string
  readonly requestHash: Buffer
}

export const addCorrection = (trx: Transaction<DB>, row: NewCorrection) =>
  trx
    .insertInto('correction')
    .values({
      id: row.id,
      text_id: row.textId,
      language: row.language,
      key: row.key,
      source: row.source,
      before: row.before,
      target: row.target,
      findings: JSON.stringify(row.findings),
      byline_id: row.bylineId,
      state: row.state,
      settled_by: row.settledBy,
      corrected_at: row.at,
      client_key: row.clientKey,
      request_hash: row.requestHash,
    })
    .execute()

export const findCorrectionByKey = (trx: Transaction<DB>, bylineId: string, clientKey: string) =>
  trx
    .selectFrom('correction')
    .select(['id', 'request_hash'])
    .where('byline_id', '=', bylineId)
    .where('client_key', '=', clientKey)
    .executeTakeFirst()

/** A correction with what decides about settling it, locked. */
export const lockCorrection = async (trx: Transaction<DB>, id: string) => {
  const { rows } = await sql<{
    textId: string
    language: TextLanguage
    from: TextLanguage
    key: Buffer
    bylineId: string
    state: 'proposed' | 'accepted' | 'declined' | 'taken-back'
    settledBy: 'author' | 'colleague' | null
  }>`
    select c.text_id as "textId", c.language, coalesce(s.written_in, t.language) as from, c.key, c.byline_id as "bylineId", c.state, c.settled_by as "settledBy"
    from correction c join text t on t.id = c.text_id
    left join translated_sentence s on s.text_id = c.text_id and s.language = c.language and s.key = c.key
    where c.id = ${id} for update of c
  `.execute(trx)
  return rows[0] ?? null
}

export const setCorrectionState = (
  trx: Transaction<DB>,
  id: string,
  { state, settledBy }: { state: string; settledBy: 'author' | 'colleague' | null },
) => trx.updateTable('correction').set({ state, settled_by: settledBy }).where('id', '=', id).execute()

/** Forgets what an engine made of sentences that hold one of these words, and has their texts translated again; answers which. */
export const forgetSentencesWith = async (
  db: Db,
  { surfaces, writtenIn, dueAt }: { surfaces: readonly string[]; writtenIn: TextLanguage; dueAt: Date },
): Promise<readonly { textId: string; into: TextLanguage }[]> => {
  const { rows } = await sql<{ textId: string; into: TextLanguage }>`
    with touched as (
      update translated_sentence s set engine = ${noEngine}
      where s.written_in = ${writtenIn} and s.correction_id is null and s.engine <> ${noEngine} and to_tsvector('simple', s.source) @@ (
        select string_agg('(' || query || ')', ' | ')::tsquery
        from (select phraseto_tsquery('simple', surface)::text from unnest(${[...surfaces]}::text[]) surface) asked (query) where query <> '')
      returning s.text_id, s.language
    )
    update translation r set due_at = ${dueAt}, attempts = 0
    from (select distinct text_id, language from touched) t
    where r.text_id = t.text_id and r.language = t.language and r.by = 'machine'
    returning r.text_id as "textId", r.language as into
  `.execute(db)
  return rows
}

/** The terms of the release that started last, as far as any has; held to the end of the transaction, so that two that start at once note one change. */
export const lockReleasedGlossary = async (trx: Transaction<DB>): Promise<readonly string[] | null> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('glossary_release', 0))`.execute(trx)
  return (await trx.selectFrom('glossary_release').select('rows').executeTakeFirst())?.rows ?? null
}

export const keepReleasedGlossary = (trx: Transaction<DB>, rows: readonly string[]) =>
  trx
    .insertInto('glossary_release')
    .values({ name: 'product', rows: [...rows] })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ rows: [...rows] }))
    .execute()

/** Whether an engine has translated anything yet. */
export const hasSentences = async (trx: Transaction<DB>): Promise<boolean> =>
  (await trx.selectFrom('translated_sentence').select('text_id').limit(1).executeTakeFirst()) !== undefined
