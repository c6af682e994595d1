-- Terms of the glossary explain themselves in what a reader reads: found when a text is translated, so that no reader waits for it.
alter table translation add column terms jsonb not null default '[]';
comment on column translation.terms is 'Terms of the glossary where the body says each first, as [{start, end, source, language, reading}] in UTF-16 units.';

-- What stands is shown until it has been put together again, from the same sentences.
update translation set due_at = timestamptz '2000-01-01' where state = 'ready' and by = 'machine';

create or replace function text_json(wanted uuid, reader_language text) returns table (shown json)
language sql stable parallel safe as $$
  select case
    when t.language = reader_language and t.spans is null then json_build_object(
      'id', t.id, 'body', t.body, 'language', t.language, 'spans', '[]'::json, 'state', 'original', 'by', null, 'original', null,
      'held', '[]'::json, 'terms', '[]'::json, 'corrected', 0, 'edited', t.edited)
    when r.state = 'ready' and r.revision = t.revision then json_build_object(
      'id', t.id, 'body', r.body, 'language', reader_language, 'spans', '[]'::json, 'state', 'ready', 'by', r.by,
      'original', json_build_object('body', t.body, 'language', t.language, 'spans', coalesce(t.spans, '[]')),
      'held', to_json(r.held), 'terms', r.terms, 'corrected', r.corrected, 'edited', t.edited)
    else json_build_object(
      'id', t.id, 'body', t.body, 'language', t.language, 'spans', coalesce(t.spans, '[]'),
      'state', case when r.state = 'failed' then 'failed' else 'pending' end, 'by', null, 'original', null,
      'held', '[]'::json, 'terms', '[]'::json, 'corrected', 0, 'edited', t.edited)
  end
  from text t left join translation r on r.text_id = t.id and r.language = reader_language
  where t.id = wanted
$$;
