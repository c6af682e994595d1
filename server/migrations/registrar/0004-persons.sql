-- Persons: who is verified. No instant and no order: the row of a person says nothing about when they came.

create table person (
  id uuid primary key,
  email_hash bytea not null,
  email bytea not null,
  language text not null check (language in ('en', 'es')),
  verified boolean not null default false,
  -- What a label may say, and whether the doctor has shown a name and so is no part of a crowd.
  specialty text,
  country text,
  named boolean not null default false,
  name bytea,
  shuffle double precision not null,
  constraint person__one_per_address unique (email_hash),
  constraint person__verified_is_somebody check (not verified or num_nulls(specialty, country, name) = 0)
);
create index person__shuffle on person (shuffle);
comment on table person is 'One person who confirmed an e-mail address; once verified, a doctor with specialty, country and name (sealed).';

create table licence (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  scheme text not null,
  number bytea not null,
  number_hash bytea not null,
  shuffle double precision not null,
  constraint licence__one_person_per_number unique (number_hash)
);
create index licence__of_a_person on licence (person_id);
create index licence__shuffle on licence (shuffle);
comment on table licence is 'One licence of a verified doctor: the number sealed, and a keyed hash of scheme and number.';
