-- Audit: who of the staff looked at what and decided what. Only ever longer.

create table audit (
  position integer primary key,
  made_on date not null,
  actor text not null,
  action text not null,
  subject uuid,
  detail jsonb not null,
  prev_hash bytea not null,
  hash bytea not null,
  constraint audit__continues_one_entry unique (prev_hash)
);
comment on table audit is 'One thing the staff did, to the day: no name, no number, no text; chained, so that none can be taken out.';

create function refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'table % is only ever appended to', tg_table_name;
end
$$;
create trigger audit__only_grows before update or delete or truncate on audit execute function refuse_change();
