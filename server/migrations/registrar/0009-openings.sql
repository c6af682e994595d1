-- Openings: what was handed in blinded waits unsigned, and is signed for everybody at once.

alter table ticket_request alter column signature drop not null;
comment on table ticket_request is 'One message a person had blinded, and the signature once an opening has signed it without seeing what it says.';
create index ticket_request__unsigned on ticket_request (kind, period) where signature is null;
-- Requests for several rungs may wait; one of them is signed.
create unique index ticket_request__one_label_a_period on ticket_request (person_id, period) where kind = 'label' and signature is not null;

create table opening (
  one boolean primary key check (one),
  group_opens_by timestamptz,
  epoch integer not null
);
comment on table opening is 'The one row that says by when those who wait enter together (nobody waits: null), and through which epoch everybody was signed for.';

-- Who moves or changes specialty carries only what was true before and after, so that the change of one label points at nobody.
alter table person add column may_carry text[];
comment on column person.may_carry is 'The labels left to a doctor who has moved; null: the whole ladder.';
