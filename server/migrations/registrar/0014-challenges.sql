-- A login at a provider, or a signature of a certificate, answers a question that is asked once.

create table challenge (
  proof_id uuid primary key references proof on delete cascade,
  expires_at timestamptz not null
);
comment on table challenge is 'One question a provider of logins or a certificate has yet to answer; gone with the first answer, so that none counts twice.';
