-- The demo is kept apart from real people: a registrar that was begun as a demo is marked, and one that was not never becomes one.

create table demo_mark (
  marked boolean primary key check (marked)
);
comment on table demo_mark is 'The one row of a registrar whose applicants and staff are invented.';
