-- Staff: who works for the registrar. They neither moderate nor operate the community.

create table staff (
  id uuid primary key,
  role text not null check (role in ('verifier', 'lead', 'operator')),
  number integer not null,
  email_hash bytea not null,
  email bytea not null,
  language text not null check (language in ('en', 'es')),
  constraint staff__one_per_address unique (email_hash),
  constraint staff__known_by_a_number unique (number)
);
comment on table staff is 'One member of staff; colleagues and applicants know them by their number.';

create table staff_invitation (
  token_hash bytea primary key,
  role text not null check (role in ('verifier', 'lead', 'operator')),
  email_hash bytea not null,
  email bytea not null,
  expires_at timestamptz not null
);
comment on table staff_invitation is 'One invitation nobody has taken up yet.';

create table staff_passkey (
  credential_id bytea primary key,
  staff_id uuid not null references staff on delete cascade,
  public_key bytea not null
);
create index staff_passkey__of_a_member on staff_passkey (staff_id);
comment on table staff_passkey is 'One device a member of staff signs in with.';

create table staff_challenge (
  id uuid primary key,
  challenge bytea not null,
  invitation_hash bytea references staff_invitation on delete cascade,
  expires_at timestamptz not null
);
comment on table staff_challenge is 'One challenge a passkey has not answered yet; with an invitation, one to make a passkey for.';
