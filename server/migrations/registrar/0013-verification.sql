-- Verification: a case has a state of the machine in applications/verification.rules.ts, and the proofs it rests on.

alter table application
  drop constraint application_state_check,
  drop constraint application__a_decision_has_its_day,
  drop constraint application__is_whole_once_submitted,
  add column since date,
  add column fresh_until date,
  add column verified_on date,
  add column course jsonb not null default '{}',
  add column line bytea,
  add column appeal bytea,
  add column told boolean not null default true;
drop index application__one_at_a_time;

-- Who was approved stays in, and their line is read again; who waited is looked at by people. The day nobody noted is the day before all.
update application set
  since = case when state = 'approved' then date '2026-11-24' else coalesce(decided_on, date '2026-11-24') end,
  verified_on = case when state = 'approved' then decided_on end,
  course = case when state = 'submitted' then '{"reasons": ["by-hand"]}'::jsonb else '{}'::jsonb end,
  state = case state
    when 'submitted' then 'match-review'
    when 'more-wanted' then 'draft'
    when 'approved' then 'recheck-due'
    when 'declined' then 'rejected'
    else state
  end;

alter table application
  drop column decided_on,
  alter column since set not null,
  add constraint application__state check (state in (
    'draft', 'applied', 'number-invalid', 'matching', 'match-review', 'proving', 'proof-review', 'second-review',
    'verified', 'verified-restricted', 'recheck-due', 'lapsed', 'suspended', 'revoked', 'rejected', 'disputed', 'withdrawn'
  )),
  add constraint application__is_whole_once_submitted check (
    state in ('draft', 'rejected', 'withdrawn') or num_nulls(country, specialty, number, name) = 0
  );
create unique index application__one_under_way on application (person_id)
  where state in ('draft', 'applied', 'number-invalid', 'matching', 'match-review', 'proving', 'proof-review', 'second-review');
create index application__due on application (state, fresh_until);
comment on table application is 'One case: an applicant''s claim to one licence, for as long as it lives. What was typed, read or said is sealed.';
comment on column application.course is 'What happened so far that the next step depends on; no name and no number.';
comment on column application.line is 'The line of the register as it was read, sealed.';
comment on column application.told is 'Whether the applicant has learnt of a refusal the program made by itself.';

alter table evidence drop constraint evidence_kind_check, add constraint evidence__kind check (kind in ('identity', 'face', 'licence'));
alter table evidence add column sent_on date;
update evidence set sent_on = date '2026-11-24';
alter table evidence alter column sent_on set not null;
alter table evidence add column looked_on date;

create table proof (
  id uuid primary key,
  application_id uuid not null references application on delete cascade,
  kind text not null,
  state text not null check (state in ('asked', 'passed', 'failed', 'suspected')),
  method text not null,
  reference text,
  detail bytea,
  subject_hash bytea,
  seen_by uuid references staff,
  asked_on date not null,
  settled_on date,
  shuffle double precision not null,
  constraint proof__settled_has_its_day check ((state = 'asked') = (settled_on is null)),
  constraint proof__settled_forgets_its_detail check (state in ('asked', 'suspected') or detail is null)
);
create index proof__of_an_application on proof (application_id);
create index proof__by_subject on proof (subject_hash);
create index proof__shuffle on proof (shuffle);
comment on table proof is 'One proof of a case: its kind and what came of it. The detail is sealed and goes when it is settled.';
comment on column proof.subject_hash is 'Keyed hash of what must not serve twice: a document''s number, a voucher''s invitation.';

create table sent_code (
  proof_id uuid primary key references proof on delete cascade,
  code_hash bytea not null,
  tries integer not null default 0,
  expires_at timestamptz not null
);
comment on table sent_code is 'One code on its way to an address, a telephone or a letter box, until it is typed.';

create table vouch (
  proof_id uuid primary key references proof on delete cascade,
  voucher_id uuid not null references person on delete cascade,
  given_on date not null,
  shuffle double precision not null
);
create index vouch__of_a_voucher on vouch (voucher_id);
create index vouch__shuffle on vouch (shuffle);
comment on table vouch is 'One verified doctor who said that they know an applicant as a physician, and answers for it.';

create table interview_slot (
  id uuid primary key,
  staff_id uuid not null references staff on delete cascade,
  starts_at timestamptz not null,
  room text not null,
  proof_id uuid references proof on delete set null,
  constraint interview_slot__one_at_a_time unique (staff_id, starts_at)
);
comment on table interview_slot is 'One quarter of an hour in which somebody of the desk can speak with an applicant; taken when it has a proof.';

create table tombstone (
  number_hash bytea primary key,
  until date not null
);
comment on table tombstone is 'One licence number that somebody used to deceive, or that a register removed: no application with it goes on without a lead.';

create table transcription (
  application_id uuid not null references application on delete cascade,
  staff_id uuid not null references staff,
  line bytea not null,
  primary key (application_id, staff_id)
);
comment on table transcription is 'One person''s reading of a register by hand, sealed; gone when two agree.';

create table assignment (
  application_id uuid not null references application on delete cascade,
  staff_id uuid not null references staff,
  given_at timestamptz not null,
  primary key (application_id, staff_id)
);
comment on table assignment is 'One case that lies before a member of staff, drawn by chance.';

create table desk_time (
  id uuid primary key,
  kind text not null check (kind in ('review', 'wait')),
  on_day date not null,
  seconds integer not null
);
comment on table desk_time is 'How long one review or one wait took; says of no case which.';

-- Proofs stand for persons, too: they take part in the nightly shuffle.
create or replace function shuffle_persons() returns void
language plpgsql security definer set search_path = public as $$
begin
  update person set shuffle = random();
  update licence set shuffle = random();
  update application set shuffle = random();
  update evidence set shuffle = random();
  update proof set shuffle = random();
  update vouch set shuffle = random();
  update ticket_request set shuffle = random();
  update name_attestation set shuffle = random();
end
$$;

create or replace function lay_out_persons() returns void
language plpgsql security definer set search_path = public as $$
begin
  cluster person using person__shuffle;
  cluster licence using licence__shuffle;
  cluster application using application__shuffle;
  cluster evidence using evidence__shuffle;
  cluster proof using proof__shuffle;
  cluster vouch using vouch__shuffle;
  cluster ticket_request using ticket_request__shuffle;
  cluster name_attestation using name_attestation__shuffle;
end
$$;
