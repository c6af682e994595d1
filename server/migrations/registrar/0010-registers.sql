-- Registers: what the registers of doctors say, as far as they may be kept. Public records: nothing here says who applied, or is verified.

create table register_row (
  register text not null,
  number text not null,
  family text not null,
  given text not null,
  other_names jsonb not null,
  credential text not null,
  raw_status text not null,
  standing text not null check (
    standing in ('good', 'listed', 'training', 'restricted', 'not-practising', 'suspended', 'removed', 'none', 'unknown')
  ),
  eligible text not null check (eligible in ('yes', 'yes-trainee', 'yes-specialist', 'needs-licence', 'supporting', 'review', 'no')),
  flags text[] not null,
  specialties text[] not null,
  licences text[] not null,
  valid_until date,
  contact jsonb,
  primary key (register, number)
) partition by list (register);
create index register_row__namesakes on register_row (lower(family) collate "C", lower(split_part(given, ' ', 1)) collate "C");
comment on table register_row is 'One doctor as a register has them. A register is one partition, put in the place of the last one when its import is whole.';

create table register_import (
  register text not null,
  number integer not null,
  kind text not null check (kind in ('full', 'delta')),
  state text not null check (state in ('running', 'done', 'stopped')),
  file text not null,
  as_of date not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  read integer not null default 0,
  kept integer not null default 0,
  broken integer not null default 0,
  primary key (register, number),
  constraint register_import__ends_once check ((state = 'running') = (ended_at is null))
);
comment on table register_import is 'One import of a register file; one that was killed stays running until the next begins.';
