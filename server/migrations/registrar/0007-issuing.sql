-- Issuing: what the registrar signed unseen, and the keys it signs with.

create table ticket_request (
  person_id uuid not null references person,
  kind text not null check (kind in ('root', 'renewal', 'label')),
  period integer not null,
  rung text not null,
  blinded bytea not null,
  signature bytea not null,
  shuffle double precision not null,
  constraint ticket_request__signed_once unique (person_id, kind, period, rung),
  constraint ticket_request__only_a_label_has_a_rung check ((kind = 'label') = (rung <> ''))
);
create unique index ticket_request__one_root_for_life on ticket_request (person_id) where kind = 'root';
create index ticket_request__fetched_by_hash on ticket_request (sha256(blinded));
create index ticket_request__crowd on ticket_request (kind, period, rung);
create index ticket_request__shuffle on ticket_request (shuffle);
comment on table ticket_request is 'One message the registrar signed for a person without seeing what it says, and the signature.';

create table name_attestation (
  person_id uuid primary key references person,
  root_key bytea not null,
  through_quarter integer not null,
  shuffle double precision not null,
  constraint name_attestation__one_name_per_account unique (root_key)
);
create index name_attestation__shuffle on name_attestation (shuffle);
comment on table name_attestation is 'One doctor who shows their name: the account is then theirs for the registrar too.';

create table name_challenge (
  challenge bytea primary key,
  person_id uuid not null references person on delete cascade,
  expires_at timestamptz not null
);
comment on table name_challenge is 'One challenge that a doctor who wants to show their name has not answered yet.';

create table manifest_entry (
  position integer primary key,
  kind text not null check (kind in ('root', 'renewal', 'label', 'name')),
  period integer not null,
  label text,
  issued_at_epoch integer not null,
  public_key text not null,
  hash_of_previous text,
  constraint manifest_entry__one_key_of_a_name unique nulls not distinct (kind, period, label),
  constraint manifest_entry__continues_one_entry unique nulls not distinct (hash_of_previous)
);
create trigger manifest_entry__only_grows before update or delete or truncate on manifest_entry execute function refuse_change();
comment on table manifest_entry is 'One key the registrar signs with, published for good.';

-- Every night the first gives the rows that stand for persons a random place and one common xmin, and the second lays them out by it:
-- neither order nor age tells who came when. Two transactions: a table laid out by the one that wrote it would still hold the old rows.
create function shuffle_persons() returns void
language plpgsql security definer set search_path = public as $$
begin
  update person set shuffle = random();
  update licence set shuffle = random();
  update application set shuffle = random();
  update evidence set shuffle = random();
  update ticket_request set shuffle = random();
  update name_attestation set shuffle = random();
end
$$;

create function lay_out_persons() returns void
language plpgsql security definer set search_path = public as $$
begin
  cluster person using person__shuffle;
  cluster licence using licence__shuffle;
  cluster application using application__shuffle;
  cluster evidence using evidence__shuffle;
  cluster ticket_request using ticket_request__shuffle;
  cluster name_attestation using name_attestation__shuffle;
end
$$;
