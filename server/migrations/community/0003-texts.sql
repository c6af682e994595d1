-- Texts: every word a member writes, once, with its translations. What is said refers to a text; a text knows nothing of who or where.

create table text (
  id uuid primary key,
  language text not null check (language in ('en', 'es')),
  body text not null,
  revision integer not null default 1,
  edited boolean not null default false
);
comment on table text is 'One thing somebody wrote, as it stands now, in the language it was written in.';

create table text_revision (
  text_id uuid not null references text on delete cascade,
  revision integer not null,
  language text not null,
  body text not null,
  replaced_at timestamptz not null,
  primary key (text_id, revision)
);
comment on table text_revision is 'What a text said before one edit.';

create table translation (
  text_id uuid not null references text on delete cascade,
  language text not null check (language in ('en', 'es')),
  revision integer not null,
  state text not null check (state in ('pending', 'ready', 'failed')),
  by text check (by in ('machine', 'person')),
  body text,
  held text[] not null default '{}',
  segments jsonb,
  engine text,
  attempts integer not null default 0,
  due_at timestamptz,
  primary key (text_id, language),
  constraint translation__ready_has_a_body check (state <> 'ready' or (body is not null and by is not null)),
  constraint translation__waiting_has_a_time check (state = 'ready' or due_at is not null)
);
create index translation__due on translation (due_at) where state <> 'ready';
comment on table translation is 'One text in one other language, for the revision it was made from; held sentences stand in the original.';

-- The door every text leaves through, a table of one row as byline_json is.
create function text_json(wanted uuid, reader_language text) returns table (shown json)
language sql stable parallel safe as $$
  select case
    when t.language = reader_language then json_build_object(
      'id', t.id, 'body', t.body, 'language', t.language, 'state', 'original', 'by', null, 'original', null,
      'held', '[]'::json, 'edited', t.edited)
    when r.state = 'ready' and r.revision = t.revision then json_build_object(
      'id', t.id, 'body', r.body, 'language', reader_language, 'state', 'ready', 'by', r.by,
      'original', json_build_object('body', t.body, 'language', t.language),
      'held', to_json(r.held), 'edited', t.edited)
    else json_build_object(
      'id', t.id, 'body', t.body, 'language', t.language,
      'state', case when r.state = 'failed' then 'failed' else 'pending' end, 'by', null, 'original', null,
      'held', '[]'::json, 'edited', t.edited)
  end
  from text t left join translation r on r.text_id = t.id and r.language = reader_language
  where t.id = wanted
$$;
