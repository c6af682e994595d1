// What a page comes down to when nothing but the page is wanted: one statement, no functions, no rights beyond the ones the app also checks.

/** A text in the language `$1`. */
const text = (id: string): string => `(
  select case
    when x.language = $1 then json_build_object('id', x.id, 'body', x.body, 'language', x.language, 'spans', '[]'::json, 'state', 'original', 'by', null,
      'original', null, 'held', '[]'::json, 'terms', '[]'::json, 'corrected', 0, 'edited', x.edited)
    when r.state = 'ready' and r.revision = x.revision then json_build_object('id', x.id, 'body', r.body, 'language', $1, 'spans', '[]'::json, 'state', 'ready', 'by', r.by,
      'original', json_build_object('body', x.body, 'language', x.language, 'spans', '[]'::json), 'held', to_json(r.held), 'terms', r.terms, 'corrected', r.corrected, 'edited', x.edited)
    else json_build_object('id', x.id, 'body', x.body, 'language', x.language, 'spans', '[]'::json,
      'state', case when r.state = 'failed' then 'failed' else 'pending' end, 'by', null, 'original', null, 'held', '[]'::json, 'terms', '[]'::json, 'corrected', 0, 'edited', x.edited)
  end
  from text x left join translation r on r.text_id = x.id and r.language = $1
  where x.id = ${id})`

/** A byline as the account `$2` reads it. */
const byline = (id: string): string => `(
  select json_build_object('id', b.id, 'kind', b.kind, 'name', case when b.kind = 'name' then a.name end, 'handle', b.handle,
    'label', json_build_object(
      'code', b.label, 'specialty', nullif(regexp_replace(split_part(b.label, '.', 1), '-group$', ''), 'doctor'),
      'group', split_part(b.label, '.', 1) like '%-group', 'place', nullif(split_part(b.label, '.', 2), 'world')),
    'mine', b.account_id = $2)
  from byline b join account a on a.id = b.account_id
  where b.id = ${id})`

const instant = (at: string): string => `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const shared = `
  'urgency', c.urgency,
  'byline', ${byline('t.asker_byline_id')},
  'attribution', case when c.external_id is not null then json_build_object('source', c.source, 'doi', c.doi, 'url', c.url, 'licence', c.licence) end,
  'clock', json_build_object('askedAt', ${instant('c.asked_at')}, 'firstResponseAt', ${instant('t.first_response_at')},
    'firstAnswerAt', ${instant('t.first_answer_at')}, 'resolvedAt', ${instant('c.resolved_at')}),
  'counters', json_build_object('views', c.views, 'doctorsWhoViewed', c.viewers, 'doctorsWhoTookPart', t.took_part),
  'answers', t.answers`

const heading = `'id', c.id, 'mode', c.mode, 'state', c.state, 'question', ${text('c.question_text_id')},
  'questionTypes', to_json(c.question_types), 'specialties', to_json(t.specialties)`

const maySee = `(t.state <> 'hidden' and (t.audience = 'everyone' or t.specialties && $3::text[])
  or exists (select from byline b where b.id = t.asker_byline_id and b.account_id = $2))`

/** The latest 30 cases: `$1` language, `$2` account, `$3` what its label covers. The next page's place is left out. */
export const listStatement = `
  select json_build_object('items', json_agg(json_build_object(${heading}, ${shared},
    'comments', t.comments,
    'images', (select count(*)::integer from image i where i.thread_id = c.id and i.removed_at is null),
    'firstImage', (
      select json_build_object('id', i.id, 'width', i.width, 'height', i.height, 'kind', i.kind)
      from image i where i.thread_id = c.id and i.removed_at is null order by i.position limit 1),
    'finalDiagnosis', (
      select ${text('o.final_diagnosis_text_id')} from case_outcome o where o.case_id = c.id and c.state in ('resolved', 'case-study'))
  ) order by c.asked_at desc, c.id desc))::text as json
  from (
    select c.id from patient_case c join thread t on t.id = c.id
    where c.state not in ('withdrawn', 'hidden') and c.external_id is null and ${maySee}
    order by c.asked_at desc, c.id desc limit 30
  ) page
  join patient_case c on c.id = page.id
  join thread t on t.id = page.id
`

/** One case, whole: `$1` language, `$2` account, `$3` what its label covers, `$4` case. It is read by somebody who has not written in it. */
export const caseStatement = `
  select json_build_object(${heading}, ${shared},
    'revision', c.revision, 'mine', false, 'patientLeavesAt', ${instant('c.patient_leaves_at')}, 'audience', t.audience,
    'patient', json_build_object('ageBand', c.age_band, 'sex', c.sex, 'pregnant', c.pregnant),
    'sections', coalesce((
      select json_agg(json_build_object('name', s.name, 'text', ${text('s.text_id')})
        order by array_position(array['chiefComplaint','history','medicines','allergies','examination','doneSoFar','constraints','resources'], s.name))
      from case_section s where s.case_id = c.id), '[]'),
    'vitals', coalesce((
      select json_agg(json_build_object('code', v.code, 'value', v.value) order by v.position) from case_vital v where v.case_id = c.id), '[]'),
    'labs', coalesce((
      select json_agg(json_build_object('name', ${text('l.name_text_id')}, 'value', l.value, 'unit', l.unit, 'range', l.range, 'flag', l.flag,
        'hoursBefore', l.hours_before,
        'words', json_build_object('value', ${text('l.value_text_id')}, 'unit', ${text('l.unit_text_id')}, 'range', ${text('l.range_text_id')}))
        order by l.position) from case_lab l where l.case_id = c.id and l.update_id is null), '[]'),
    'suspicions', case when c.state in ('resolved', 'case-study') then coalesce((
      select json_agg(${text('s.text_id')} order by s.rank) from case_suspicion s where s.case_id = c.id), '[]') end,
    'images', coalesce((
      select json_agg(json_build_object('id', i.id, 'width', i.width, 'height', i.height, 'kind', i.kind, 'caption', ${text('i.caption_text_id')})
        order by i.position) from image i where i.thread_id = c.id and i.removed_at is null), '[]'),
    'imagesGone', (select count(*)::integer from image i where i.thread_id = c.id and i.removed_at is not null),
    'consent', c.consent,
    'updates', coalesce((
      select json_agg(json_build_object('id', u.id, 'at', ${instant('u.added_at')}, 'text', ${text('u.text_id')},
        'labs', coalesce((
          select json_agg(json_build_object('name', ${text('l.name_text_id')}, 'value', l.value, 'unit', l.unit, 'range', l.range, 'flag', l.flag,
        'hoursBefore', l.hours_before,
        'words', json_build_object('value', ${text('l.value_text_id')}, 'unit', ${text('l.unit_text_id')}, 'range', ${text('l.range_text_id')}))
            order by l.position) from case_lab l where l.update_id = u.id), '[]')) order by u.added_at, u.id)
      from case_update u where u.case_id = c.id), '[]'),
    'workingDiagnosis', ${text('c.working_diagnosis_text_id')},
    'outcome', case when c.state in ('resolved', 'case-study') then (
      select json_build_object('finalDiagnosis', ${text('o.final_diagnosis_text_id')}, 'confirmedBy', o.confirmed_by,
        'course', ${text('o.course_text_id')}, 'learningPoint', ${text('o.learning_point_text_id')},
        'helped', coalesce((select json_agg(h.comment_id) from case_helped h where h.case_id = c.id), '[]'), 'at', ${instant('o.closed_at')})
      from case_outcome o where o.case_id = c.id) end,
    'transitions', coalesce((
      select json_agg(json_build_object('from', x.from_state, 'to', x.to_state, 'at', ${instant('x.made_at')}, 'by', x.made_by) order by x.made_at, x.id)
      from case_transition x where x.case_id = c.id), '[]'),
    'comments', coalesce((
      select json_agg(json_build_object('id', m.id, 'parentId', m.parent_id, 'kind', m.kind, 'byline', ${byline('m.byline_id')},
        'byAsker', m.byline_id is not distinct from t.asker_byline_id, 'text', case when m.taken_back_at is null then ${text('m.text_id')} end,
        'confidence', m.confidence, 'seen', m.seen, 'at', ${instant('m.posted_at')},
        'beforeUpdate', coalesce(m.kind = 'answer' and m.posted_at < t.last_update_at, false),
        'helped', exists (select from case_helped h where h.comment_id = m.id),
        'pins', case when m.taken_back_at is null then comment_pins_json(m.id) else '[]' end, 'editableUntil', null) order by m.posted_at, m.id)
      from comment m
      where m.thread_id = c.id
        and (m.taken_back_at is null or exists (select from comment r where r.parent_id = m.id and r.taken_back_at is null))), '[]'),
    'undoUntil', null
  )::text as json
  from patient_case c join thread t on t.id = c.id
  where c.id = $4 and ${maySee}
`

/** What posting a comment comes down to, as one statement: byline, text, the wish for its translation, comment, counts. */
export const postCommentStatement = `
  with asked as (
    select $1::uuid as account_id, $2::uuid as thread_id, $3::jsonb as form, $4::uuid as key, $5::timestamptz as at
  ), taken as (
    insert into byline (id, account_id, thread_id, kind, label, handle, shuffle)
    select gen_random_uuid(), a.id, asked.thread_id, asked.form ->> 'byline', a.label, left(gen_random_uuid()::text, 8), random()
    from asked join account a on a.id = asked.account_id
    on conflict (account_id, thread_id) do update set kind = byline.kind
    returning id
  ), written as (
    insert into text (id, language, body) select gen_random_uuid(), form ->> 'language', form ->> 'text' from asked returning id, language
  ), wanted as (
    insert into translation (text_id, language, revision, state, due_at)
    select written.id, case written.language when 'en' then 'es' else 'en' end, 1, 'pending', asked.at from asked, written
  ), said as (
    insert into comment (id, thread_id, byline_id, kind, text_id, confidence, seen, posted_at, client_key, request_hash)
    select gen_random_uuid(), asked.thread_id, taken.id, form ->> 'kind', written.id, form ->> 'confidence', form ->> 'seen', asked.at, asked.key,
      sha256(form::text::bytea)
    from asked, taken, written
    returning id, thread_id
  ), counted as (
    update thread set comments = comments + 1, answers = answers + 1 from said where thread.id = said.thread_id
  )
  select json_build_object('id', id)::text as json from said
`
