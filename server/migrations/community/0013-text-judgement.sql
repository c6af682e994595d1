create table text_judgement (
  text_id uuid not null references text on delete cascade,
  starts_at integer not null,
  ends_at integer not null,
  kind text not null,
  reason text not null check (reason in ('medicine', 'everyday', 'public')),
  primary key (text_id, starts_at),
  constraint text_judgement__ends_after_it_starts check (ends_at > starts_at)
);
comment on table text_judgement is 'A place in a text that the privacy guard took for an identifier and its author judged to be none (offsets in UTF-16 units of the text as it stands).';
