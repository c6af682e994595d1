-- Sessions: codes that prove an address, and browsers that are signed in for minutes.

create table email_code (
  id uuid primary key,
  address_hash bytea not null,
  address bytea not null,
  language text not null check (language in ('en', 'es')),
  code_hash bytea not null,
  tries integer not null default 0,
  expires_at timestamptz not null
);
create index email_code__of_an_address on email_code (address_hash);
comment on table email_code is 'One code that was mailed and not typed yet.';

create table session (
  token_hash bytea primary key,
  person_id uuid references person on delete cascade,
  staff_id uuid references staff on delete cascade,
  expires_at timestamptz not null,
  constraint session__of_one_or_the_other check (num_nonnulls(person_id, staff_id) = 1)
);
comment on table session is 'One browser that is signed in, for minutes; gone when it ends.';
