-- The clock: how long doctors who ask have to wait, and asking them for the outcome.

create table follow_up (
  case_id uuid primary key references thread on delete cascade,
  asked smallint not null default 0,
  due_at timestamptz not null
);
create index follow_up__due on follow_up (due_at);
comment on table follow_up is 'One open case whose outcome its asker will be asked for; gone once the case is closed or was asked for three times.';
