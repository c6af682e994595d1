import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { Reader } from '../discussion/reader.ts'
import { maySee } from '../discussion/threads.ts'

type Db = Kysely<DB>

const rowsOf = async (db: Db, query: RawBuilder<{ json: string }>): Promise<string[]> =>
  (await query.execute(db)).rows.map(({ json }) => json)

const any = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`

/** A text as its author wrote it, with what it said before it was edited. */
const said = (id: string) => sql`(
  select json_build_object('language', x.language, 'text', x.body, 'earlier', coalesce((
    select json_agg(json_build_object('language', r.language, 'text', r.body, 'until', instant_json(r.replaced_at)) order by r.revision)
    from text_revision r where r.text_id = x.id), '[]'))
  from text x where x.id = ${sql.ref(id)})`

const byline = (id: string, { accountId }: Reader) => sql`(select shown from byline_json(${sql.ref(id)}, ${accountId}::uuid))`

const lab = sql`json_build_object(
  'name', ${said('l.name_text_id')}, 'value', l.value, 'unit', l.unit, 'range', l.range, 'flag', l.flag, 'hoursBefore', l.hours_before)`

/** The cases asked under some bylines, each as JSON text: what its doctor wrote, not what others answered. */
export const casesUnder = (db: Db, bylines: readonly string[], reader: Reader): Promise<string[]> =>
  rowsOf(
    db,
    sql<{ json: string }>`
    select json_build_object(
      'id', c.id, 'byline', ${byline('t.asker_byline_id', reader)}, 'askedAt', instant_json(c.asked_at), 'mode', c.mode, 'state', c.state,
      'audience', t.audience, 'question', ${said('c.question_text_id')},
      'questionTypes', to_json(c.question_types), 'specialties', to_json(t.specialties), 'urgency', c.urgency,
      'patientLeavesAt', instant_json(c.patient_leaves_at),
      'patient', json_build_object('ageBand', c.age_band, 'sex', c.sex, 'pregnant', c.pregnant), 'consent', c.consent,
      'sections', coalesce((
        select json_agg(json_build_object('name', s.name, 'text', ${said('s.text_id')}) order by s.name)
        from case_section s where s.case_id = c.id), '[]'),
      'vitals', coalesce((
        select json_agg(json_build_object('code', v.code, 'value', v.value) order by v.position) from case_vital v where v.case_id = c.id), '[]'),
      'labs', coalesce((
        select json_agg(${lab} order by l.position) from case_lab l where l.case_id = c.id and l.update_id is null), '[]'),
      'suspicions', coalesce((
        select json_agg(${said('s.text_id')} order by s.rank) from case_suspicion s where s.case_id = c.id), '[]'),
      'images', coalesce((
        select json_agg(json_build_object('id', i.id, 'kind', i.kind, 'caption', ${said('i.caption_text_id')},
          'address', case when i.removed_at is null then '/api/community/images/' || i.id || '/full' end) order by i.position)
        from image i where i.thread_id = c.id), '[]'),
      'updates', coalesce((
        select json_agg(json_build_object('at', instant_json(u.added_at), 'text', ${said('u.text_id')},
          'labs', coalesce((select json_agg(${lab} order by l.position) from case_lab l where l.update_id = u.id), '[]')) order by u.added_at, u.id)
        from case_update u where u.case_id = c.id), '[]'),
      'workingDiagnosis', ${said('c.working_diagnosis_text_id')},
      'outcome', (
        select json_build_object('at', instant_json(o.closed_at), 'finalDiagnosis', ${said('o.final_diagnosis_text_id')},
          'confirmedBy', o.confirmed_by, 'course', ${said('o.course_text_id')}, 'learningPoint', ${said('o.learning_point_text_id')})
        from case_outcome o where o.case_id = c.id)
    )::text as json
    from thread t join patient_case c on c.id = t.id
    where t.id in (select b.thread_id from byline b where b.id = ${any(bylines)}) and t.asker_byline_id = ${any(bylines)}
    order by c.asked_at, c.id`,
  )

/** What was said under some bylines; beside it the question it was said to, while its reader may see that. */
export const commentsUnder = (db: Db, bylines: readonly string[], reader: Reader): Promise<string[]> =>
  rowsOf(
    db,
    sql<{ json: string }>`
    select json_build_object(
      'id', m.id, 'byline', ${byline('m.byline_id', reader)}, 'at', instant_json(m.posted_at), 'takenBackAt', instant_json(m.taken_back_at),
      'kind', m.kind, 'confidence', m.confidence, 'seen', m.seen, 'inReplyTo', m.parent_id, 'text', ${said('m.text_id')},
      'pins', comment_pins_json(m.id),
      'case', json_build_object('id', t.id, 'question', (
        select json_build_object('language', q.language, 'text', q.body)
        from patient_case c join text q on q.id = c.question_text_id
        where c.id = t.id and c.state not in ('withdrawn', 'hidden') and ${maySee(reader)}))
    )::text as json
    from comment m join thread t on t.id = m.thread_id
    where m.byline_id = ${any(bylines)}
    order by m.posted_at, m.id`,
  )

/** The sentences put right under some bylines; what was put right stands beside it while it is still said and its reader may see that. */
export const correctionsUnder = (db: Db, bylines: readonly string[], reader: Reader): Promise<string[]> =>
  rowsOf(
    db,
    sql<{ json: string }>`
    select json_build_object(
      'at', instant_json(k.corrected_at), 'byline', ${byline('k.byline_id', reader)}, 'language', k.language, 'sentence', k.target, 'state', k.state,
      'of', (
        select json_build_object('original', k.source, 'before', k.before)
        from patient_case c join text x on x.id = k.text_id
        where c.id = t.id and c.state not in ('withdrawn', 'hidden') and ${maySee(reader)} and position(k.source in x.body) > 0
          and not exists (select from comment m where m.text_id = k.text_id and m.taken_back_at is not null))
    )::text as json
    from correction k join byline b on b.id = k.byline_id join thread t on t.id = b.thread_id
    where k.byline_id = ${any(bylines)}
    order by k.corrected_at, k.id`,
  )

/** The terms proposed under some bylines. */
export const termsUnder = (db: Db, bylines: readonly string[], reader: Reader): Promise<string[]> =>
  rowsOf(
    db,
    sql<{ json: string }>`
    select json_build_object(
      'at', instant_json(g.proposed_at), 'byline', ${byline('g.byline_id', reader)}, 'term', g.term, 'replaces', g.replaces, 'state', g.state
    )::text as json
    from glossary_change g
    where g.byline_id = ${any(bylines)}
    order by g.proposed_at, g.id`,
  )
