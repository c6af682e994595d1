import { type Kysely, sql, type Transaction } from 'kysely'
import type { TextLanguage } from '#contract/shapes.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { Composed } from './memory.rules.ts'
import type { Judgement } from './Passed.ts'
import type { WrittenIn } from './stretches.ts'

type Db = Kysely<DB> | Transaction<DB>

export const addText = (
  trx: Transaction<DB>,
  { spans, ...row }: WrittenIn & { id: string; language_by: 'words' | 'author'; body: string; specialty: string | null; lends: boolean },
) =>
  trx
    .insertInto('text')
    .values({ ...row, spans: asJson(spans) })
    .execute()

/** Null where a text is in one language throughout. */
const asJson = (spans: WrittenIn['spans']) => (spans.length === 0 ? null : JSON.stringify(spans))

export const setLends = (trx: Transaction<DB>, textId: string, lends: boolean) =>
  trx.updateTable('text').set({ lends }).where('id', '=', textId).execute()

export const addJudgements = async (trx: Transaction<DB>, textId: string, judgements: readonly Judgement[]): Promise<void> => {
  if (judgements.length === 0) return
  await trx
    .insertInto('text_judgement')
    .values(judgements.map(({ start, end, kind, reason }) => ({ text_id: textId, starts_at: start, ends_at: end, kind, reason })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const dropJudgements = (trx: Transaction<DB>, textId: string) =>
  trx.deleteFrom('text_judgement').where('text_id', '=', textId).execute()

/** Notes that a text is wanted in other languages, from an instant on; what stood there for an older revision waits again. */
export const wantTranslations = (
  trx: Transaction<DB>,
  rows: readonly { textId: string; language: TextLanguage; revision: number; dueAt: Date }[],
) =>
  trx
    .insertInto('translation')
    .values(rows.map(({ textId, language, revision, dueAt }) => ({ text_id: textId, language, revision, state: 'pending', due_at: dueAt })))
    .onConflict((conflict) =>
      conflict.columns(['text_id', 'language']).doUpdateSet((row) => ({
        revision: row.ref('excluded.revision'),
        state: 'pending',
        due_at: row.ref('excluded.due_at'),
        attempts: 0,
      })),
    )
    .execute()

/** A translation that stands has lost a sentence and is to be made again. */
export const wantTranslationAgain = (
  trx: Transaction<DB>,
  { textId, language, dueAt }: { textId: string; language: TextLanguage; dueAt: Date },
) =>
  trx
    .updateTable('translation')
    .set({ state: 'pending', attempts: 0, due_at: dueAt })
    .where('text_id', '=', textId)
    .where('language', '=', language)
    .where('by', '=', 'machine')
    .execute()

/** Keeps what a person wrote in another language: outranks every engine. */
export const addHumanTranslation = (
  trx: Transaction<DB>,
  row: { textId: string; language: TextLanguage; revision: number } & Pick<Composed, 'body' | 'terms'>,
) =>
  trx
    .insertInto('translation')
    .values({
      text_id: row.textId,
      language: row.language,
      revision: row.revision,
      state: 'ready',
      by: 'person',
      body: row.body,
      terms: JSON.stringify(row.terms),
    })
    .execute()

/** Whether a translation is to be made: there is none yet, or the one that stands is due to be made again. */
const isWanted = (table: string) => sql<boolean>`(${sql.ref(`${table}.state`)} <> 'ready' or ${sql.ref(`${table}.due_at`)} is not null)`

/** The text to translate and what is wanted of it, or nothing when it is done, corrected by a person or gone. */
export const findWanted = (db: Db, textId: string, language: TextLanguage) =>
  db
    .selectFrom('text')
    .innerJoin('translation', 'translation.text_id', 'text.id')
    .select(['text.id', 'text.language as from', 'text.spans', 'text.body', 'text.revision', 'text.specialty', 'translation.attempts'])
    .where('text.id', '=', textId)
    .where('translation.language', '=', language)
    .where(isWanted('translation'))
    .executeTakeFirst()

/** How many of these texts wait for a translation. */
export const countWaiting = async (db: Db, textIds: readonly string[]): Promise<number> => {
  const { waiting } = await db
    .selectFrom('translation')
    .select((row) => row.fn.countAll<number>().as('waiting'))
    .where('text_id', '=', sql<string>`any(${[...textIds]}::uuid[])`)
    .where('state', '<>', 'ready')
    .executeTakeFirstOrThrow()
  return waiting
}

/** Keeps a translation, unless the text has changed meanwhile; true when it was kept. */
export const keepTranslation = async (
  trx: Transaction<DB>,
  row: {
    textId: string
    language: TextLanguage
    revision: number
    engine: string
    /** Where it is to be made again all the same. */
    dueAt: Date | null
  } & Composed,
): Promise<boolean> =>
  (await trx
    .updateTable('translation')
    .set({
      state: 'ready',
      by: 'machine',
      body: row.body,
      held: [...row.held],
      terms: JSON.stringify(row.terms),
      corrected: row.corrected,
      engine: row.engine,
      due_at: row.dueAt,
    })
    .where('text_id', '=', row.textId)
    .where('language', '=', row.language)
    .where('revision', '=', row.revision)
    .where(isWanted('translation'))
    .returning('text_id')
    .executeTakeFirst()) !== undefined

/** Notes a failure and when the next try is due. */
export const noteFailure = (db: Db, row: { textId: string; language: TextLanguage; revision: number; dueAt: Date }) =>
  db
    .updateTable('translation')
    .set((row_) => ({
      // What stands is shown until it is made again.
      state: sql<string>`case state when 'ready' then 'ready' else 'failed' end`,
      attempts: row_('attempts', '+', 1),
      due_at: row.dueAt,
    }))
    .where('text_id', '=', row.textId)
    .where('language', '=', row.language)
    .where('revision', '=', row.revision)
    .where(isWanted('translation'))
    .execute()

/** Takes texts whose translation is due, oldest first, and puts each off so that no second worker takes it at once. */
export const takeDueTranslations = async (db: Kysely<DB>, { now, putOffTo, limit }: { now: Date; putOffTo: Date; limit: number }) => {
  const { rows } = await sql<{ textId: string; language: TextLanguage }>`
    update translation set due_at = ${putOffTo}
    from (select text_id, language from translation where due_at <= ${now} order by due_at limit ${limit} for update skip locked) due
    where translation.text_id = due.text_id and translation.language = due.language
    returning translation.text_id as "textId", translation.language
  `.execute(db)
  return rows
}

export const lockText = (trx: Transaction<DB>, textId: string) =>
  trx
    .selectFrom('text')
    .select(['id', 'language', 'spans', 'language_by as languageBy', 'body', 'revision'])
    .where('id', '=', textId)
    .forUpdate()
    .executeTakeFirst()

/** Replaces what a text says; the old wording becomes a revision. */
export const replaceText = async (
  trx: Transaction<DB>,
  old: { id: string; language: string; body: string; revision: number },
  { language, spans, body, now }: WrittenIn & { body: string; now: Date },
) => {
  await trx
    .insertInto('text_revision')
    .values({ text_id: old.id, revision: old.revision, language: old.language, body: old.body, replaced_at: now })
    .execute()
  await trx
    .updateTable('text')
    .set({ language, spans: asJson(spans), body, revision: old.revision + 1, edited: true })
    .where('id', '=', old.id)
    .execute()
  await trx.deleteFrom('translation').where('text_id', '=', old.id).where('language', '=', language).execute()
}

/** Takes the author's word for the language a text is written in; what was made of it is out of date. */
export const setLanguage = async (trx: Transaction<DB>, textId: string, language: TextLanguage) => {
  await trx
    .updateTable('text')
    .set((row) => ({ language, spans: null, language_by: 'author', revision: row('revision', '+', 1) }))
    .where('id', '=', textId)
    .execute()
  await trx.deleteFrom('translation').where('text_id', '=', textId).where('language', '=', language).execute()
}

export const deleteTexts = async (trx: Transaction<DB>, textIds: readonly string[]): Promise<void> => {
  if (textIds.length === 0) return
  await trx
    .deleteFrom('text')
    .where('id', 'in', [...textIds])
    .execute()
}

/** Takes every word out of a text, its translations and its earlier wordings; the row stays for what refers to it. */
export const takeWordsOut = async (trx: Transaction<DB>, textId: string) => {
  await trx.deleteFrom('translation').where('text_id', '=', textId).execute()
  await trx.deleteFrom('translated_sentence').where('text_id', '=', textId).execute()
  await trx.deleteFrom('correction').where('text_id', '=', textId).execute()
  await trx.deleteFrom('text_revision').where('text_id', '=', textId).execute()
  await trx.updateTable('text').set({ body: '', lends: false }).where('id', '=', textId).execute()
}
