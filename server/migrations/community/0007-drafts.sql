-- Drafts: what a member is still writing. Only the member reads it.

create table draft (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  revision integer not null,
  form jsonb not null,
  saved_at timestamptz not null,
  -- Set for as long as posting can be taken back; then the draft goes.
  posted_case_id uuid
);
create index draft__of_an_account on draft (account_id, saved_at desc);
comment on table draft is 'One case that is not posted yet.';
