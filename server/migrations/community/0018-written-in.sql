-- In which language what is written: found from the words, stretch by stretch, and put right by the author.
alter table text
  add column spans jsonb,
  add column language_by text not null default 'words' check (language_by in ('words', 'author'));
comment on column text.spans is 'Stretches in another language than the text''s own, as [{start, end, language}] in UTF-16 units; null where there are none.';
comment on column text.language_by is 'Who says the language: the words themselves, or the author, whose word stands when the text is edited.';

alter table translated_sentence add column written_in text;
update translated_sentence s set written_in = t.language from text t where t.id = s.text_id;
alter table translated_sentence alter column written_in set not null;
comment on column translated_sentence.written_in is 'The language of the sentence: in a mixed text not always that of the text.';

-- A mixed text is translated for readers of its main language too.
create or replace function text_json(wanted uuid, reader_language text) returns table (shown json)
language sql stable parallel safe as $$
  select case
    when t.language = reader_language and t.spans is null then json_build_object(
      'id', t.id, 'body', t.body, 'language', t.language, 'spans', '[]'::json, 'state', 'original', 'by', null, 'original', null,
      'held', '[]'::json, 'corrected', 0, 'edited', t.edited)
    when r.state = 'ready' and r.revision = t.revision then json_build_object(
      'id', t.id, 'body', r.body, 'language', reader_language, 'spans', '[]'::json, 'state', 'ready', 'by', r.by,
      'original', json_build_object('body', t.body, 'language', t.language, 'spans', coalesce(t.spans, '[]')),
      'held', to_json(r.held), 'corrected', r.corrected, 'edited', t.edited)
    else json_build_object(
      'id', t.id, 'body', t.body, 'language', t.language, 'spans', coalesce(t.spans, '[]'),
      'state', case when r.state = 'failed' then 'failed' else 'pending' end, 'by', null, 'original', null,
      'held', '[]'::json, 'corrected', 0, 'edited', t.edited)
  end
  from text t left join translation r on r.text_id = t.id and r.language = reader_language
  where t.id = wanted
$$;
