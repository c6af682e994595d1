-- Accounts: who takes part here, known by a key the doctor holds and by nothing else.
-- No table of this file carries an instant: the epoch is the finest time an account has.

create table account (
  id uuid primary key,
  root_key bytea not null,
  valid_through integer not null,
  label text not null,
  label_period integer not null,
  banned boolean not null default false,
  moderator boolean not null default false,
  name text,
  name_specialty text,
  name_country text,
  name_through integer,
  name_signature bytea,
  shuffle double precision not null,
  constraint account__a_root_joins_once unique (root_key),
  constraint account__a_name_is_signed_whole check (
    num_nulls(name, name_specialty, name_country, name_through, name_signature) in (0, 5)
  )
);
comment on table account is 'One account: the public half of R, what its tickets said, and the name the registrar signed, if the doctor showed one.';

create table spent_root (
  root_hash bytea primary key,
  banned boolean not null default false,
  shuffle double precision not null
);
comment on table spent_root is 'One root that has joined, as SHA-256(R.pub): stays after the account is erased.';

create table account_settings (
  account_id uuid primary key references account on delete cascade,
  revision integer not null default 0,
  language text not null check (language in ('en', 'es')),
  reads text[] not null,
  interests text[] not null,
  byline text not null check (byline in ('anonymous', 'name')),
  shuffle double precision not null
);
comment on table account_settings is 'What one member has chosen; interests are typed, private and never shown as specialty.';

create table passkey (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  credential_id bytea not null,
  public_key bytea not null,
  wrapped_seed bytea not null,
  name text not null,
  shuffle double precision not null,
  constraint passkey__a_credential_is_used_once unique (credential_id)
);
create index passkey__of_an_account on passkey (account_id);
comment on table passkey is 'One device of a member: id, public key and the seed wrapped by the passkey; no AAGUID, transports, counter or user handle.';

create table session (
  token_hash bytea primary key,
  account_id uuid not null references account on delete cascade,
  passkey_id uuid references passkey on delete cascade,
  through_epoch integer not null,
  added_devices text[] not null default '{}',
  shuffle double precision not null
);
create index session__of_an_account on session (account_id);
create index session__of_a_passkey on session (passkey_id);
comment on table session is 'One browser that is signed in, to the end of an epoch; `passkey_id` is the device it came with, `added_devices` are those added elsewhere and not noticed here yet.';

create table challenge (
  id text primary key,
  challenge bytea not null,
  expires_at timestamptz not null
);
comment on table challenge is 'One challenge nobody has answered yet; names no account.';

-- Every night all rows that stand for persons are written anew, so that they share one xmin, and then laid in a random order: neither order nor age
-- tells who came when. The two are transactions of their own: a table laid out by the one that wrote it would still hold the old rows.
-- `byline` is made in the next file; its rows stand for persons too.
create function shuffle_accounts() returns void
language plpgsql security definer set search_path = public as $$
begin
  update account set shuffle = random();
  update spent_root set shuffle = random();
  update account_settings set shuffle = random();
  update passkey set shuffle = random();
  update session set shuffle = random();
  update byline set shuffle = random();
end
$$;

create function lay_out_accounts() returns void
language plpgsql security definer set search_path = public as $$
begin
  cluster account using account__shuffle;
  cluster spent_root using spent_root__shuffle;
  cluster account_settings using account_settings__shuffle;
  cluster passkey using passkey__shuffle;
  cluster session using session__shuffle;
  cluster byline using byline__shuffle;
end
$$;
create index account__shuffle on account (shuffle);
create index spent_root__shuffle on spent_root (shuffle);
create index account_settings__shuffle on account_settings (shuffle);
create index passkey__shuffle on passkey (shuffle);
create index session__shuffle on session (shuffle);
