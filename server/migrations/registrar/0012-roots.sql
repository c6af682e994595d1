-- Roots: that one was issued outlasts everything else the registrar knows of a person, so that nobody ever has two.

alter table person
  add column root_issued boolean not null default false,
  add column roots_given_up integer not null default 0,
  add column root_lost_on date,
  add column root_given_up_on date,
  alter column email drop not null,
  alter column email_hash drop not null,
  add constraint person__is_reached_or_erased check ((email is null) = (email_hash is null)),
  add constraint person__erased_is_nobody check (email is not null or (not verified and num_nonnulls(specialty, country, name, root_lost_on) = 0));
comment on column person.root_issued is 'Whether the root of this person was signed; stays when everything else is erased.';
comment on column person.root_lost_on is 'The day this doctor said that words and devices are lost; null: they are not.';
update person set root_issued = true
  where exists (select from ticket_request t where t.person_id = person.id and t.kind = 'root' and t.signature is not null);

alter table licence alter column number drop not null;
comment on table licence is 'One licence of a doctor: a keyed hash of scheme and number, and the number sealed while the doctor is known.';
