-- Sentences: what each sentence of a text became in another language. Together they are the memory a sentence said again is taken from.

-- By whom and for whom a text is written, as far as its translation depends on it.
alter table text add column specialty text;
alter table text add column lends boolean not null default false;
comment on column text.specialty is 'The specialty its byline shows: how an abbreviation with several readings is read.';
comment on column text.lends is 'Everybody may read it, so what its sentences became may serve other texts.';

create table correction (
  id uuid primary key,
  text_id uuid not null references text on delete cascade,
  language text not null check (language in ('en', 'es')),
  key bytea not null,
  source text not null,
  before text not null,
  target text not null,
  -- What the gate objected to and the corrector has confirmed.
  findings jsonb not null,
  byline_id uuid not null references byline on delete cascade,
  state text not null check (state in ('proposed', 'accepted', 'declined', 'taken-back')),
  settled_by text check (settled_by in ('author', 'colleague')),
  corrected_at timestamptz not null,
  client_key uuid not null,
  request_hash bytea not null,
  constraint correction__a_key_corrects_once unique (byline_id, client_key)
);
create index correction__of_a_sentence on correction (key, language);
create index correction__of_a_text on correction (text_id, language);
comment on table correction is 'One sentence as a doctor who reads both languages put it right; readers see it until its author declines or its corrector takes it back.';

create table translated_sentence (
  text_id uuid not null references text on delete cascade,
  language text not null check (language in ('en', 'es')),
  -- SHA-256 of the sentence without spare space.
  key bytea not null,
  source text not null,
  -- What the engine said; null where a doctor said it first, or the engine lost what must not be lost.
  machine text,
  -- Why the gate holds that back; null where it does not.
  findings jsonb,
  engine text not null,
  correction_id uuid references correction on delete set null,
  primary key (text_id, language, key)
);
create index translated_sentence__memory on translated_sentence (key, language);
create index translated_sentence__words on translated_sentence using gin (to_tsvector('simple', source));
create index translated_sentence__corrected on translated_sentence (correction_id) where correction_id is not null;
create index translated_sentence__held on translated_sentence (language, text_id) where findings is not null and correction_id is null;
comment on table translated_sentence is 'What one sentence of one text became in one language; it goes with its text.';

-- The sentences were kept with each text before: they are made anew, one by one, as rows.
alter table translation drop column segments;
alter table translation drop column glossary;
alter table translation add column corrected integer not null default 0;
comment on column translation.corrected is 'How many of its sentences a doctor has put right.';
update translation set state = 'pending', attempts = 0, due_at = timestamptz '2000-01-01' where by = 'machine';

create or replace function text_json(wanted uuid, reader_language text) returns table (shown json)
language sql stable parallel safe as $$
  select case
    when t.language = reader_language then json_build_object(
      'id', t.id, 'body', t.body, 'language', t.language, 'state', 'original', 'by', null, 'original', null,
      'held', '[]'::json, 'corrected', 0, 'edited', t.edited)
    when r.state = 'ready' and r.revision = t.revision then json_build_object(
      'id', t.id, 'body', r.body, 'language', reader_language, 'state', 'ready', 'by', r.by,
      'original', json_build_object('body', t.body, 'language', t.language),
      'held', to_json(r.held), 'corrected', r.corrected, 'edited', t.edited)
    else json_build_object(
      'id', t.id, 'body', t.body, 'language', t.language,
      'state', case when r.state = 'failed' then 'failed' else 'pending' end, 'by', null, 'original', null,
      'held', '[]'::json, 'corrected', 0, 'edited', t.edited)
  end
  from text t left join translation r on r.text_id = t.id and r.language = reader_language
  where t.id = wanted
$$;
