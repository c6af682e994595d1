-- Applications: what a doctor says of themselves, with the proof, until somebody has decided.

create table application (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  state text not null check (state in ('draft', 'submitted', 'more-wanted', 'approved', 'declined')),
  revision integer not null default 0,
  country text,
  specialty text,
  number bytea,
  number_hash bytea,
  name bytea,
  former_names bytea,
  reason bytea,
  decided_on date,
  shuffle double precision not null,
  constraint application__a_number_has_its_hash check ((number is null) = (number_hash is null)),
  constraint application__a_decision_has_its_day check ((state in ('approved', 'declined')) = (decided_on is not null)),
  constraint application__is_whole_once_submitted check (
    state in ('draft', 'declined') or num_nulls(country, specialty, number, name) = 0
  )
);
create unique index application__one_at_a_time on application (person_id) where state <> 'declined';
create index application__by_number on application (number_hash);
create index application__shuffle on application (shuffle);
comment on table application is 'One application; number, names and the reason given to the applicant are sealed.';

create table waiting (
  application_id uuid primary key references application on delete cascade,
  since timestamptz not null
);
create index waiting__oldest_first on waiting (since, application_id);
comment on table waiting is 'One application nobody has decided yet, and since when; gone with the decision.';

create table evidence (
  id uuid primary key,
  application_id uuid not null references application on delete cascade,
  kind text not null check (kind in ('identity', 'licence')),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  bytes integer not null,
  upload_key uuid not null,
  shuffle double precision not null,
  constraint evidence__an_upload_counts_once unique (application_id, upload_key)
);
create index evidence__shuffle on evidence (shuffle);
comment on table evidence is 'One document an applicant sent; the file is sealed, had no name kept, and goes with the decision.';
