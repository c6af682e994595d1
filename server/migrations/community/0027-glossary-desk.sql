-- The glossary desk: changes of the glossary that comes with the product, by members or from a list the operator imported.

create table glossary_change (
  id uuid primary key,
  -- As contract/glossary's termPair; null where a term is to go.
  term jsonb,
  -- Class, English and Spanish of the term it replaces, with tabs between.
  replaces text,
  state text not null check (state in ('proposed', 'accepted', 'declined', 'taken-back')),
  -- Each change is a thread of its own for bylines; null where the operator imported it.
  byline_id uuid references byline on delete set null,
  settled_by uuid references byline on delete set null,
  source text,
  licence text,
  proposed_at timestamptz not null,
  client_key uuid,
  request_hash bytea,
  constraint glossary_change__says_something check (term is not null or replaces is not null),
  constraint glossary_change__imported_says_its_licence check (source is null or licence is not null)
);
create index glossary_change__standing on glossary_change (proposed_at) where state = 'accepted';
create index glossary_change__by_members on glossary_change (proposed_at desc, id desc) where source is null;
comment on table glossary_change is 'One term added, changed or taken out of the glossary; it counts once a second has accepted it.';

-- A translation that stands can be due to be made again, and is shown meanwhile.
drop index translation__due;
create index translation__due on translation (due_at) where due_at is not null;
