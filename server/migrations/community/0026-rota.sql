-- The rota: in which stretches of every week a member is on call, by their own clock.

create table ring_rota (
  account_id uuid primary key references account on delete cascade,
  -- Stretches of four hours: 0 is Monday from midnight, 41 Sunday from eight in the evening.
  stretches smallint[] not null,
  shuffle double precision not null,
  constraint ring_rota__has_stretches_of_a_week check (cardinality(stretches) between 1 and 42 and 0 <= all (stretches) and 41 >= all (stretches))
);
create index ring_rota__shuffle on ring_rota (shuffle);
comment on table ring_rota is 'In which stretches of every week one member is on call, by the clock they have said they live by.';

-- Who is on the rota of a specialty at any time of the week: few of many.
alter table ring_topic add column rota boolean not null default false;
create index ring_topic__rota on ring_topic (topic) include (account_id) where rota;

create or replace function shuffle_rings() returns void
language plpgsql security definer set search_path = public as $$
begin
  update ring_member set shuffle = random();
  update ring_topic set shuffle = random();
  update ring_rota set shuffle = random();
end
$$;

create or replace function lay_out_rings() returns void
language plpgsql security definer set search_path = public as $$
begin
  cluster ring_member using ring_member__shuffle;
  cluster ring_topic using ring_topic__shuffle;
  cluster ring_rota using ring_rota__shuffle;
end
$$;
