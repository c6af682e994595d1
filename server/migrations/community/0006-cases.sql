-- Cases: a patient, a question, and everything added to them until the outcome. A case has the id of its thread.

create table patient_case (
  id uuid primary key references thread,
  mode text not null check (mode in ('ask', 'share')),
  state text not null check (state in ('open', 'needs-information', 'working-diagnosis', 'resolved', 'case-study', 'withdrawn', 'hidden')),
  revision integer not null default 1,
  question_text_id uuid not null references text,
  question_types text[] not null,
  urgency text check (urgency in ('minutes', 'hours', 'days', 'no-hurry')),
  patient_leaves_at timestamptz,
  age_band text,
  sex text check (sex in ('female', 'male', 'other')),
  pregnant boolean,
  consent text check (consent in ('none-needed', 'written', 'in-app', 'emergency')),
  working_diagnosis_text_id uuid references text,
  asked_at timestamptz not null,
  resolved_at timestamptz,
  views integer not null default 0,
  viewers integer not null default 0,
  -- HMAC(view key, account and key of the request): a repeated post finds its case, and nobody finds who posted it.
  post_tag bytea,
  request_hash bytea,
  source text,
  doi text,
  url text,
  licence text,
  external_id text,
  constraint patient_case__posts_once unique (post_tag),
  constraint patient_case__imported_once unique (external_id),
  constraint patient_case__is_posted_or_imported check (num_nonnulls(post_tag, external_id) = 1),
  constraint patient_case__imported_says_its_source check (external_id is null or (source is not null and licence is not null)),
  constraint patient_case__asks_with_an_urgency check (mode = 'share' or urgency is not null)
);
create index patient_case__latest on patient_case (asked_at desc, id desc);
create index patient_case__open on patient_case (asked_at, id) where state in ('open', 'needs-information', 'working-diagnosis');
create index patient_case__solved on patient_case (resolved_at desc, id desc) where state in ('resolved', 'case-study');
comment on table patient_case is 'One case: what is asked of whom, how soon, and how it stands.';

create table case_section (
  case_id uuid not null references patient_case on delete cascade,
  name text not null check (name in ('chiefComplaint', 'history', 'medicines', 'allergies', 'examination', 'doneSoFar', 'constraints', 'resources')),
  text_id uuid not null references text,
  primary key (case_id, name)
);
comment on table case_section is 'One part of the story.';

create table case_vital (
  case_id uuid not null references patient_case on delete cascade,
  position integer not null,
  code text not null,
  value text not null,
  primary key (case_id, position)
);
comment on table case_vital is 'One vital sign, in the unit of its measure.';

create table case_update (
  id uuid primary key,
  case_id uuid not null references patient_case on delete cascade,
  text_id uuid references text,
  added_at timestamptz not null,
  client_key uuid not null,
  request_hash bytea not null,
  constraint case_update__a_key_adds_once unique (case_id, client_key)
);
create index case_update__of_a_case on case_update (case_id, added_at);
comment on table case_update is 'Something the asker added after posting; what was said before it is marked so.';

create table case_lab (
  case_id uuid not null references patient_case on delete cascade,
  update_id uuid references case_update on delete cascade,
  position integer not null,
  name_text_id uuid not null references text,
  value text not null,
  unit text not null,
  range text,
  flag text check (flag in ('high', 'low')),
  constraint case_lab__one_per_place unique nulls not distinct (case_id, update_id, position)
);
comment on table case_lab is 'One laboratory value of the story, or of one update.';

create table case_suspicion (
  case_id uuid not null references patient_case on delete cascade,
  rank integer not null check (rank between 1 and 5),
  text_id uuid not null references text,
  primary key (case_id, rank)
);
comment on table case_suspicion is 'What the asker thinks, ranked; others see it once the case is closed.';

create table case_outcome (
  case_id uuid primary key references patient_case on delete cascade,
  final_diagnosis_text_id uuid not null references text,
  confirmed_by text not null check (confirmed_by in ('pathology', 'imaging', 'laboratory', 'clinical-course', 'specialist', 'other')),
  course_text_id uuid references text,
  learning_point_text_id uuid references text,
  closed_at timestamptz not null
);
comment on table case_outcome is 'What one case turned out to be.';

create table case_helped (
  case_id uuid not null references patient_case on delete cascade,
  comment_id uuid not null references comment on delete cascade,
  primary key (case_id, comment_id)
);
comment on table case_helped is 'One comment that helped, as the asker says at the close.';

create table case_transition (
  id uuid primary key,
  case_id uuid not null references patient_case on delete cascade,
  from_state text,
  to_state text not null,
  made_at timestamptz not null,
  made_by text not null check (made_by in ('asker', 'system', 'moderation'))
);
create index case_transition__of_a_case on case_transition (case_id, made_at);
comment on table case_transition is 'One change of a case''s state.';

create table case_view_key (
  case_id uuid primary key references patient_case on delete cascade,
  key bytea not null,
  dropped_on date not null
);
comment on table case_view_key is 'The key under which one case''s viewers are told apart; dropped with their rows after 30 days, when only the number stays.';

create table case_viewer (
  case_id uuid not null references patient_case on delete cascade,
  tag bytea not null,
  primary key (case_id, tag)
);
comment on table case_viewer is 'One doctor who viewed one case, as HMAC(case key, account).';

-- An instant as every reply writes it: RFC 3339, UTC, milliseconds.
create function instant_json(at timestamptz) returns text
language sql immutable parallel safe as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

create function case_clock_json(asked_at timestamptz, first_response_at timestamptz, first_answer_at timestamptz, resolved_at timestamptz) returns json
language sql immutable parallel safe as $$
  select json_build_object(
    'askedAt', instant_json(asked_at), 'firstResponseAt', instant_json(first_response_at),
    'firstAnswerAt', instant_json(first_answer_at), 'resolvedAt', instant_json(resolved_at))
$$;

create function case_counters_json(views integer, viewers integer, took_part integer) returns json
language sql immutable parallel safe as $$
  select json_build_object('views', views, 'doctorsWhoViewed', viewers, 'doctorsWhoTookPart', took_part)
$$;

-- How soon, as a number that sorts: minutes first.
create function urgency_rank(urgency text) returns integer
language sql immutable parallel safe as $$
  select case urgency when 'minutes' then 0 when 'hours' then 1 when 'days' then 2 else 3 end
$$;

-- A case as it stands in every list, a table of one row as byline_json is.
create function case_in_list_json(wanted uuid, reader_language text, reader uuid) returns table (shown json)
language sql stable parallel safe as $$
  select json_build_object(
    'id', c.id, 'mode', c.mode, 'state', c.state,
    'question', (select shown from text_json(c.question_text_id, reader_language)),
    'questionTypes', to_json(c.question_types), 'specialties', to_json(t.specialties), 'urgency', c.urgency,
    'byline', (select shown from byline_json(t.asker_byline_id, reader)),
    'attribution', case when c.external_id is not null then
      json_build_object('source', c.source, 'doi', c.doi, 'url', c.url, 'licence', c.licence) end,
    'clock', case_clock_json(c.asked_at, t.first_response_at, t.first_answer_at, c.resolved_at),
    'counters', case_counters_json(c.views, c.viewers, t.took_part),
    'answers', t.answers, 'comments', t.comments,
    'images', (select count(*)::integer from image i where i.thread_id = c.id and i.removed_at is null),
    'firstImage', (
      select json_build_object('id', i.id, 'width', i.width, 'height', i.height, 'kind', i.kind)
      from image i where i.thread_id = c.id and i.removed_at is null order by i.position limit 1),
    'finalDiagnosis', (
      select (select shown from text_json(o.final_diagnosis_text_id, reader_language))
      from case_outcome o where o.case_id = c.id and c.state in ('resolved', 'case-study'))
  )
  from patient_case c join thread t on t.id = c.id
  where c.id = wanted
$$;
