import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { CaseState } from '#contract/community/cases.ts'
import { prepared } from '../../platform/database.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { Reader } from '../discussion/reader.ts'
import { maySee } from '../discussion/threads.ts'

type Db = Kysely<DB> | Transaction<DB>

const openStates = sql`c.state in ('open', 'needs-information', 'working-diagnosis')`

export interface NewCase {
  id: string
  mode: 'ask' | 'share'
  state: CaseState
  question_text_id: string
  question_types: string[]
  urgency: string | null
  patient_leaves_at: Date | null
  age_band: string | null
  sex: string | null
  pregnant: boolean | null
  consent: string | null
  asked_at: Date
  resolved_at: Date | null
  post_tag: Buffer | null
  request_hash: Buffer | null
  source?: string
  doi?: string | null
  url?: string | null
  licence?: string
  external_id?: string
}

export const addCase = (trx: Transaction<DB>, row: NewCase) => trx.insertInto('patient_case').values(row).execute()

export const findByTag = (trx: Transaction<DB>, tag: Buffer) =>
  trx.selectFrom('patient_case').select(['id', 'request_hash']).where('post_tag', '=', tag).executeTakeFirst()

export const isImported = async (db: Db, externalId: string): Promise<boolean> =>
  (await db.selectFrom('patient_case').select('id').where('external_id', '=', externalId).executeTakeFirst()) !== undefined

/** Holds every other post of the same key back until this transaction ends. */
export const lockTag = (trx: Transaction<DB>, tag: Buffer) =>
  sql`select pg_advisory_xact_lock(${tag.readBigInt64BE()}::bigint)`.execute(trx)

export const addSection = (trx: Transaction<DB>, row: { case_id: string; name: string; text_id: string }) =>
  trx.insertInto('case_section').values(row).execute()

export const addVital = (trx: Transaction<DB>, row: { case_id: string; position: number; code: string; value: string }) =>
  trx.insertInto('case_vital').values(row).execute()

export interface NewLab {
  case_id: string
  update_id: string | null
  position: number
  name_text_id: string
  value_text_id: string | null
  unit_text_id: string | null
  range_text_id: string | null
  value: string
  unit: string
  range: string | null
  flag: 'high' | 'low' | null
  hours_before: number | null
}
export const addLab = (trx: Transaction<DB>, row: NewLab) => trx.insertInto('case_lab').values(row).execute()

export const addSuspicion = (trx: Transaction<DB>, row: { case_id: string; rank: number; text_id: string }) =>
  trx.insertInto('case_suspicion').values(row).execute()

export const addTransition = (
  trx: Transaction<DB>,
  row: {
    id: string
    case_id: string
    from_state: CaseState | null
    to_state: CaseState
    made_at: Date
    made_by: 'asker' | 'system' | 'moderation'
  },
) => trx.insertInto('case_transition').values(row).execute()

export const addOutcome = (
  trx: Transaction<DB>,
  row: {
    case_id: string
    final_diagnosis_text_id: string
    confirmed_by: string
    course_text_id: string | null
    learning_point_text_id: string | null
    closed_at: Date
  },
) => trx.insertInto('case_outcome').values(row).execute()

/** Takes the outcome of a case away; answers the texts it was made of. */
export const dropOutcome = async (trx: Transaction<DB>, caseId: string): Promise<string[]> => {
  await trx.deleteFrom('case_helped').where('case_id', '=', caseId).execute()
  const gone = await trx
    .deleteFrom('case_outcome')
    .where('case_id', '=', caseId)
    .returning(['final_diagnosis_text_id', 'course_text_id', 'learning_point_text_id'])
    .executeTakeFirst()
  return gone ? Object.values(gone).filter((id) => id !== null) : []
}

/** Notes which comments helped; answers how many of them stand in this case. */
export const addHelped = async (trx: Transaction<DB>, caseId: string, commentIds: readonly string[]): Promise<number> => {
  if (commentIds.length === 0) return 0
  const added = await trx
    .insertInto('case_helped')
    .columns(['case_id', 'comment_id'])
    .expression((from) =>
      from
        .selectFrom('comment')
        .select((row) => [row.val(caseId).$castTo<string>().as('case_id'), 'comment.id as comment_id'])
        .where('comment.thread_id', '=', caseId)
        .where('comment.taken_back_at', 'is', null)
        .where('comment.id', 'in', [...commentIds]),
    )
    .returning('comment_id')
    .execute()
  return added.length
}

/** A case this reader may see, with what decides about the next step. */
export const findCase = async (db: Db, caseId: string, reader: Reader, { lock = false } = {}) => {
  const { rows } = await sql<{
    state: CaseState
    isAsker: boolean
    askerBylineId: string | null
    audience: 'everyone' | 'specialties'
    askedAt: Date
    comments: number
    updates: number
  }>`
    select c.state, coalesce(byline_is_mine(t.asker_byline_id, ${reader.accountId}::uuid), false) as "isAsker", t.asker_byline_id as "askerBylineId",
      t.audience, c.asked_at as "askedAt", t.comments, (select count(*)::integer from case_update u where u.case_id = c.id) as updates
    from patient_case c join thread t on t.id = c.id
    where c.id = ${caseId} and ${maySee(reader)}
    ${lock ? sql`for update of c, t` : sql``}
  `.execute(db)
  return rows[0] ?? null
}

/** The state of a case, locked, whoever asks: for what the system does itself. */
export const lockState = async (trx: Transaction<DB>, caseId: string): Promise<CaseState | null> =>
  ((await trx.selectFrom('patient_case').select('state').where('id', '=', caseId).forUpdate().executeTakeFirst())?.state as CaseState) ??
  null

export const setState = (trx: Transaction<DB>, caseId: string, state: CaseState, resolvedAt: Date | null) =>
  trx
    .updateTable('patient_case')
    .set((row) => ({ state, resolved_at: resolvedAt, revision: row('revision', '+', 1) }))
    .where('id', '=', caseId)
    .execute()

export const setWorkingDiagnosis = (trx: Transaction<DB>, caseId: string, textId: string) =>
  trx.updateTable('patient_case').set({ working_diagnosis_text_id: textId }).where('id', '=', caseId).execute()

export const findUpdateByKey = (trx: Transaction<DB>, caseId: string, clientKey: string) =>
  trx
    .selectFrom('case_update')
    .select(['id', 'request_hash'])
    .where('case_id', '=', caseId)
    .where('client_key', '=', clientKey)
    .executeTakeFirst()

export const addUpdate = (
  trx: Transaction<DB>,
  row: { id: string; case_id: string; text_id: string | null; added_at: Date; client_key: string; request_hash: Buffer },
) => trx.insertInto('case_update').values(row).execute()

/** Every text a case is made of; for undoing it and for withdrawing it. */
export const textsOfCase = async (trx: Transaction<DB>, caseId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select question_text_id as id from patient_case where id = ${caseId}
    union all select working_diagnosis_text_id from patient_case where id = ${caseId} and working_diagnosis_text_id is not null
    union all select text_id from case_section where case_id = ${caseId}
    union all select unnest(array[name_text_id, value_text_id, unit_text_id, range_text_id]) from case_lab where case_id = ${caseId}
    union all select text_id from case_suspicion where case_id = ${caseId}
    union all select text_id from case_update where case_id = ${caseId} and text_id is not null
    union all select unnest(array[final_diagnosis_text_id, course_text_id, learning_point_text_id]) from case_outcome where case_id = ${caseId}
  `.execute(trx)
  return rows.map(({ id }) => id).filter((id) => id !== null)
}

export const dropCase = (trx: Transaction<DB>, caseId: string) => trx.deleteFrom('patient_case').where('id', '=', caseId).execute()

/** Empties a withdrawn case: nothing of the story stays but that there was one. Answers the text of its question. */
export const emptyCase = async (trx: Transaction<DB>, caseId: string): Promise<string> => {
  for (const table of ['case_section', 'case_vital', 'case_suspicion', 'case_lab', 'case_update', 'case_helped', 'case_outcome'] as const)
    await trx.deleteFrom(table).where('case_id', '=', caseId).execute()
  const { question_text_id } = await trx
    .updateTable('patient_case')
    .set({ working_diagnosis_text_id: null, age_band: null, sex: null, pregnant: null })
    .where('id', '=', caseId)
    .returning('question_text_id')
    .executeTakeFirstOrThrow()
  return question_text_id
}

const textJson = (id: string, { language }: Pick<Reader, 'language'>) => sql`(select shown from text_json(${sql.ref(id)}, ${language}))`

/** Which of these texts this account has written: of its own cases, and comments anywhere. */
export const ownTexts = async (db: Db, textIds: readonly string[], accountId: string): Promise<ReadonlySet<string>> => {
  const ids = sql`${[...textIds]}::uuid[]`
  const { rows } = await sql<{ id: string }>`
    select p.id from (
      select question_text_id as id, id as case_id from patient_case where question_text_id = any(${ids})
      union all select working_diagnosis_text_id, id from patient_case where working_diagnosis_text_id = any(${ids})
      union all select text_id, case_id from case_section where text_id = any(${ids})
      union all select name_text_id, case_id from case_lab where name_text_id = any(${ids})
      union all select value_text_id, case_id from case_lab where value_text_id = any(${ids})
      union all select unit_text_id, case_id from case_lab where unit_text_id = any(${ids})
      union all select range_text_id, case_id from case_lab where range_text_id = any(${ids})
      union all select text_id, case_id from case_suspicion where text_id = any(${ids})
      union all select text_id, case_id from case_update where text_id = any(${ids})
      union all select final_diagnosis_text_id, case_id from case_outcome where final_diagnosis_text_id = any(${ids})
      union all select course_text_id, case_id from case_outcome where course_text_id = any(${ids})
      union all select learning_point_text_id, case_id from case_outcome where learning_point_text_id = any(${ids})
      union all select caption_text_id, thread_id from image where caption_text_id = any(${ids}) and thread_id is not null
    ) p join thread t on t.id = p.case_id where byline_is_mine(t.asker_byline_id, ${accountId}::uuid)
    union select m.text_id from comment m where m.text_id = any(${ids}) and m.taken_back_at is null and byline_is_mine(m.byline_id, ${accountId}::uuid)
  `.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Images that wait for a moderator, with what decides whether this one may look. */
export const imageReportsJson = async (db: Db, reader: Reader): Promise<string> => {
  const me = sql`${reader.accountId}::uuid`
  const { rows } = await sql<{ json: string }>`
    select coalesce(json_agg(json_build_object(
      'caseId', c.id, 'image', (select shown from image_json(i.id, ${reader.language})), 'shows', i.shows, 'consent', c.consent,
      'maySettle', ${mayLookAt(me)}) order by i.removed_at, i.id), '[]')::text as json
    from (
      select * from image waiting
      where exists (select from image_report r where r.image_id = waiting.id and r.state = 'waiting')
      order by waiting.removed_at, waiting.id limit 100
    ) i
    join patient_case c on c.id = i.thread_id
    join thread t on t.id = c.id
  `.execute(db)
  return rows[0]?.json ?? '[]'
}

/** Neither who asked with the image `i` in the thread `t` nor who said that its patient can be recognised. */
const mayLookAt = (accountId: RawBuilder<unknown>) => sql`(
  not coalesce(byline_is_mine(t.asker_byline_id, ${accountId}), false)
  and not exists (select from image_report own where own.image_id = i.id and byline_is_mine(own.byline_id, ${accountId})))`

/** The case of a posted image, locked as whoever takes its images away locks it, and whether this moderator may look. */
export const lockReportedImage = async (trx: Transaction<DB>, imageId: string, accountId: string) => {
  const { rows } = await sql<{ caseId: string; askerBylineId: string | null; mayLook: boolean }>`
    select c.id as "caseId", t.asker_byline_id as "askerBylineId", ${mayLookAt(sql`${accountId}::uuid`)} as "mayLook"
    from image i join patient_case c on c.id = i.thread_id join thread t on t.id = c.id
    where i.id = ${imageId} for update of c, t
  `.execute(trx)
  return rows[0] ?? null
}

/** The laboratory value `l`. */
const labJson = (reader: Reader) => {
  const words = (id: string) => sql`case when ${sql.ref(id)} is not null then ${textJson(id, reader)} end`
  return sql`json_build_object(
    'name', ${textJson('l.name_text_id', reader)}, 'value', l.value, 'unit', l.unit, 'range', l.range, 'flag', l.flag,
    'words', json_build_object('value', ${words('l.value_text_id')}, 'unit', ${words('l.unit_text_id')}, 'range', ${words('l.range_text_id')}),
    'hoursBefore', l.hours_before)`
}

/** Everything said in the thread `t` of the case `c`, for this reader. */
const commentsJson = (reader: Reader, { now, changeableFor }: { now: Date; changeableFor: number }) => {
  const me = sql`${reader.accountId}::uuid`
  return sql`
    coalesce((
      select json_agg(json_build_object(
        'id', m.id, 'parentId', m.parent_id, 'kind', m.kind, 'byline', (select shown from byline_json(m.byline_id, ${me})),
        'byAsker', m.byline_id is not distinct from t.asker_byline_id,
        'text', case when m.taken_back_at is null then ${textJson('m.text_id', reader)} end,
        'confidence', m.confidence, 'seen', m.seen, 'at', instant_json(m.posted_at),
        'beforeUpdate', coalesce(m.kind = 'answer' and m.posted_at < t.last_update_at, false),
        'helped', exists (select from case_helped h where h.comment_id = m.id),
        'pins', case when m.taken_back_at is null then comment_pins_json(m.id) else '[]' end,
        'editableUntil', case
          when m.taken_back_at is null and t.state in ('open', 'settled') and m.posted_at + ${changeableFor} * interval '1 millisecond' > ${now}
            and byline_is_mine(m.byline_id, ${me})
            and not exists (select from comment r where r.parent_id = m.id and r.taken_back_at is null)
          then instant_json(m.posted_at + ${changeableFor} * interval '1 millisecond') end
      ) order by m.posted_at, m.id)
      from comment m
      where m.thread_id = c.id
        and (m.taken_back_at is null or exists (select from comment r where r.parent_id = m.id and r.taken_back_at is null))), '[]')`
}

/** The case as one JSON text, written by the database; null when there is none for this reader. */
export const caseJson = async (
  db: Db,
  caseId: string,
  reader: Reader,
  { now, undoableFor, changeableFor }: { now: Date; undoableFor: number; changeableFor: number },
) => {
  const language = reader.language
  const me = sql`${reader.accountId}::uuid`
  const text = (id: string) => textJson(id, reader)
  const { rows } = await sql<{ state: CaseState; json: string }>`
    ${prepared}
    select c.state, json_build_object(
      'id', c.id, 'revision', c.revision, 'mode', c.mode, 'state', c.state, 'mine', own.mine,
      'question', ${text('c.question_text_id')},
      'questionTypes', to_json(c.question_types), 'specialties', to_json(t.specialties), 'urgency', c.urgency,
      'patientLeavesAt', instant_json(c.patient_leaves_at), 'audience', t.audience,
      'byline', (select shown from byline_json(t.asker_byline_id, ${me})),
      'attribution', case when c.external_id is not null then
        json_build_object('source', c.source, 'doi', c.doi, 'url', c.url, 'licence', c.licence) end,
      'patient', json_build_object('ageBand', c.age_band, 'sex', c.sex, 'pregnant', c.pregnant),
      'sections', coalesce((
        select json_agg(json_build_object('name', s.name, 'text', ${text('s.text_id')})
          order by array_position(array['chiefComplaint','history','medicines','allergies','examination','doneSoFar','constraints','resources'], s.name))
        from case_section s where s.case_id = c.id), '[]'),
      'vitals', coalesce((
        select json_agg(json_build_object('code', v.code, 'value', v.value) order by v.position) from case_vital v where v.case_id = c.id), '[]'),
      'labs', coalesce((
        select json_agg(${labJson(reader)} order by l.position) from case_lab l where l.case_id = c.id and l.update_id is null), '[]'),
      'suspicions', case when own.mine or c.state in ('resolved', 'case-study') then coalesce((
        select json_agg(${text('s.text_id')} order by s.rank) from case_suspicion s where s.case_id = c.id), '[]') end,
      'images', coalesce((
        select json_agg((select shown from image_json(i.id, ${language})) order by i.position) from image i where i.thread_id = c.id and i.removed_at is null), '[]'),
      'imagesGone', (select count(*)::integer from image i where i.thread_id = c.id and i.removed_at is not null),
      'consent', c.consent,
      'updates', coalesce((
        select json_agg(json_build_object('id', u.id, 'at', instant_json(u.added_at), 'text', ${text('u.text_id')},
          'labs', coalesce((
            select json_agg(${labJson(reader)} order by l.position) from case_lab l where l.update_id = u.id), '[]')) order by u.added_at, u.id)
        from case_update u where u.case_id = c.id), '[]'),
      'workingDiagnosis', ${text('c.working_diagnosis_text_id')},
      'outcome', case when c.state in ('resolved', 'case-study') then (
        select json_build_object('finalDiagnosis', ${text('o.final_diagnosis_text_id')}, 'confirmedBy', o.confirmed_by,
          'course', ${text('o.course_text_id')}, 'learningPoint', ${text('o.learning_point_text_id')},
          'helped', coalesce((select json_agg(h.comment_id) from case_helped h where h.case_id = c.id), '[]'), 'at', instant_json(o.closed_at))
        from case_outcome o where o.case_id = c.id) end,
      'clock', case_clock_json(c.asked_at, t.first_response_at, t.first_answer_at, c.resolved_at),
      'transitions', coalesce((
        select json_agg(json_build_object('from', x.from_state, 'to', x.to_state, 'at', instant_json(x.made_at), 'by', x.made_by) order by x.made_at, x.id)
        from case_transition x where x.case_id = c.id), '[]'),
      'counters', case_counters_json(c.views, c.viewers, t.took_part),
      'answers', t.answers,
      'comments', ${commentsJson(reader, { now, changeableFor })},
      'undoUntil', case when own.mine and t.comments = 0 and c.asked_at + ${undoableFor} * interval '1 millisecond' > ${now}
        then instant_json(c.asked_at + ${undoableFor} * interval '1 millisecond') end
    )::text as json
    from patient_case c
    join thread t on t.id = c.id
    cross join lateral (select coalesce(byline_is_mine(t.asker_byline_id, ${me}), false) as mine) own
    where c.id = ${caseId} and ${maySee(reader)}
  `.execute(db)
  return rows[0] ?? null
}

/**
 * What is left of a withdrawn case as JSON text; `json` is null for a reader who did not write in it.
 * Nothing at all where no case this reader may see was withdrawn.
 */
export const withdrawnCaseJson = async (db: Db, caseId: string, reader: Reader, times: { now: Date; changeableFor: number }) => {
  const { rows } = await sql<{ json: string | null }>`
    select case
      when exists (select from comment own where own.thread_id = c.id and byline_is_mine(own.byline_id, ${reader.accountId}::uuid))
      then json_build_object(
        'id', c.id, 'askedAt', instant_json(c.asked_at),
        'withdrawnAt', (select instant_json(x.made_at) from case_transition x where x.case_id = c.id and x.to_state = 'withdrawn'),
        'comments', ${commentsJson(reader, times)})::text
      end as json
    from patient_case c join thread t on t.id = c.id
    where c.id = ${caseId} and c.state = 'withdrawn' and ${maySee(reader)}
  `.execute(db)
  return rows[0] ?? null
}

export type ListName = 'for-you' | 'unanswered' | 'latest' | 'resolved'

export interface ListAsked {
  readonly list: ListName
  /** What the reader answers for: attested specialty and interests, widened to their groups. */
  readonly concerns: readonly string[]
  readonly reads: readonly string[]
  /** Keep to these specialties, when asked. */
  readonly specialties: readonly string[] | null
  readonly published: 'with' | 'only' | 'without'
  readonly after: readonly [number, string, string] | null
  readonly limit: number
}

const conditionOf = ({ list, concerns }: Pick<ListAsked, 'list' | 'concerns'>, reader: Reader) => {
  switch (list) {
    case 'for-you':
      return sql`${openStates} and (t.specialties = '{}' or t.specialties && ${[...concerns]}::text[]) and not coalesce(byline_is_mine(t.asker_byline_id, ${reader.accountId}::uuid), false)`
    case 'unanswered':
      return sql`${openStates} and t.answers = 0`
    case 'latest':
      return sql`c.state not in ('withdrawn', 'hidden') and c.external_id is null`
    case 'resolved':
      return sql`c.state in ('resolved', 'case-study')`
  }
}

/** Rank, instant and id: what a list is ordered by, and what does not change while one reads it. */
const orderOf = ({ list, reads }: Pick<ListAsked, 'list' | 'reads'>) => {
  switch (list) {
    case 'for-you':
      return {
        rank: sql`urgency_rank(c.urgency) * 2 + case when exists (select from text q where q.id = c.question_text_id and q.language = any(${[...reads]}::text[])) then 0 else 1 end`,
        at: sql`c.asked_at`,
        newestFirst: false,
      }
    case 'unanswered':
      return { rank: sql`urgency_rank(c.urgency)`, at: sql`c.asked_at`, newestFirst: false }
    case 'latest':
      return { rank: sql`0`, at: sql`c.asked_at`, newestFirst: true }
    case 'resolved':
      return { rank: sql`0`, at: sql`c.resolved_at`, newestFirst: true }
  }
}

/** One page of a list, each case as JSON text with what the next page goes on from. */
export const listJson = async (db: Db, asked: ListAsked, reader: Reader) => {
  const { rank, at, newestFirst } = orderOf(asked)
  const after = asked.after
    ? newestFirst
      ? sql`and (${at}, c.id) < (${asked.after[1]}::timestamptz, ${asked.after[2]}::uuid)`
      : sql`and (${rank}, ${at}, c.id) > (${asked.after[0]}, ${asked.after[1]}::timestamptz, ${asked.after[2]}::uuid)`
    : sql``
  const published =
    asked.published === 'only' ? sql`and c.external_id is not null` : asked.published === 'without' ? sql`and c.external_id is null` : sql``
  const specialties = asked.specialties ? sql`and t.specialties && ${[...asked.specialties]}::text[]` : sql``
  const order = newestFirst ? sql`${at} desc, c.id desc` : sql`${rank}, ${at}, c.id`
  const { rows } = await sql<{ json: string; rank: number; at: string; id: string }>`
    ${prepared}
    select (select shown from case_in_list_json(page.id, ${reader.language}, ${reader.accountId}::uuid))::text as json, page.rank, page.at::text as at, page.id
    from (
      select c.id, (${rank})::integer as rank, ${at} as at, row_number() over (order by ${order}) as place
      from patient_case c join thread t on t.id = c.id
      where ${conditionOf(asked, reader)} and ${maySee(reader)} ${published} ${specialties} ${after}
      order by ${order}
      limit ${sql.lit(asked.limit + 1)}
    ) page
    order by page.place
  `.execute(db)
  return rows
}

/** Some cases by their ids as they stand in lists, those this reader may see. */
export const casesJson = async (db: Db, ids: readonly string[], reader: Reader): Promise<readonly string[]> => {
  const { rows } = await sql<{ json: string }>`
    select (select shown from case_in_list_json(c.id, ${reader.language}, ${reader.accountId}::uuid))::text as json
    from patient_case c join thread t on t.id = c.id
    where c.id = any(${[...ids]}::uuid[]) and c.state not in ('withdrawn', 'hidden') and ${maySee(reader)}
  `.execute(db)
  return rows.map(({ json }) => json)
}

/** How many cases a list holds. */
export const countList = async (db: Db, asked: Pick<ListAsked, 'list' | 'concerns'>, reader: Reader): Promise<number> => {
  const { rows } = await sql<{ cases: number }>`
    select count(*)::integer as cases from patient_case c join thread t on t.id = c.id
    where ${conditionOf(asked, reader)} and ${maySee(reader)}
  `.execute(db)
  return rows[0]?.cases ?? 0
}

/** Every case an account has asked, and where it stands. */
export const askedBy = async (db: Db, accountId: string): Promise<readonly { id: string; state: CaseState }[]> => {
  const { rows } = await sql<{ id: string; state: CaseState }>`
    select c.id, c.state from patient_case c join thread t on t.id = c.id where byline_is_mine(t.asker_byline_id, ${accountId}::uuid) order by c.id
  `.execute(db)
  return rows
}

/** The reader's own cases that are still open, newest first. */
export const myOpenJson = async (db: Db, reader: Reader): Promise<string[]> => {
  const { rows } = await sql<{ json: string }>`
    select (select shown from case_in_list_json(c.id, ${reader.language}, ${reader.accountId}::uuid))::text as json
    from patient_case c join thread t on t.id = c.id
    where ${openStates} and byline_is_mine(t.asker_byline_id, ${reader.accountId}::uuid)
    order by c.asked_at desc limit 10
  `.execute(db)
  return rows.map(({ json }) => json)
}

/** The key that tells a case's viewers apart; made with the case, gone after 30 days. */
export const addViewKey = (trx: Transaction<DB>, row: { case_id: string; key: Buffer; dropped_on: string }) =>
  trx.insertInto('case_view_key').values(row).execute()

export const findViewKey = async (db: Db, caseId: string): Promise<Buffer | null> =>
  (await db.selectFrom('case_view_key').select('key').where('case_id', '=', caseId).executeTakeFirst())?.key ?? null

/** Counts a view, and a new viewer where the tag was not seen before; answers the counters as JSON text. */
export const countView = async (db: Db, caseId: string, tag: Buffer | null): Promise<string> => {
  const { rows } = await sql<{ json: string }>`
    with seen as (
      insert into case_viewer (case_id, tag) select ${caseId}, ${tag}::bytea where ${tag}::bytea is not null on conflict do nothing returning 1
    ), counted as (
      update patient_case c set views = views + 1, viewers = viewers + (select count(*)::integer from seen) where c.id = ${caseId} returning c.*
    )
    select jsonb_build_object('views', counted.views, 'doctorsWhoViewed', counted.viewers, 'doctorsWhoTookPart', t.took_part)::text as json
    from counted join thread t on t.id = counted.id
  `.execute(db)
  return rows[0]?.json ?? '{}'
}

export const countersJson = async (db: Db, caseId: string): Promise<string> => {
  const { rows } = await sql<{ json: string }>`
    select case_counters_json(c.views, c.viewers, t.took_part)::text as json from patient_case c join thread t on t.id = c.id where c.id = ${caseId}
  `.execute(db)
  return rows[0]?.json ?? '{}'
}

/** Drops the keys and tags whose time is over: from then on only the number stays. */
export const dropOldViewers = async (db: Kysely<DB>, today: string): Promise<void> => {
  await db.transaction().execute(async (trx) => {
    const old = await trx.deleteFrom('case_view_key').where('dropped_on', '<=', today).returning('case_id').execute()
    if (old.length > 0)
      await trx
        .deleteFrom('case_viewer')
        .where(
          'case_id',
          'in',
          old.map((row) => row.case_id),
        )
        .execute()
  })
}
