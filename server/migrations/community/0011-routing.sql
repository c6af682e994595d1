-- Routing: who can be asked what, and who was asked in which ring. Private facts of members, wider than any byline; no account leaves this room.

create table ring_member (
  account_id uuid primary key references account on delete cascade,
  -- Bit h: the whole hour h of UTC is waking time. Derived every night, and when the member changes their hours.
  awake integer not null,
  reads text[] not null,
  -- False while no token is left or the member has paused; a tick sets it back.
  ready boolean not null,
  asked real not null,
  answered real not null,
  -- At which hours of UTC the member has answered, halving in thirty days: 24 figures and no diary.
  hours real[] not null,
  shuffle double precision not null,
  constraint ring_member__has_24_hours check (cardinality(hours) = 24)
);
create index ring_member__shuffle on ring_member (shuffle);
create index ring_member__waits on ring_member (account_id) where not ready;
comment on table ring_member is 'One member as the router sees them: waking hours, languages, how often asked and how often answered.';

create table ring_topic (
  account_id uuid not null references ring_member on delete cascade,
  topic text not null,
  -- By the label; else typed as an interest.
  attested boolean not null,
  tier smallint not null check (tier between 0 and 7),
  awake integer not null,
  ready boolean not null,
  shuffle double precision not null,
  primary key (account_id, topic)
);
create index ring_topic__pick on ring_topic (topic, tier desc, shuffle) include (account_id, attested, awake) where ready;
create index ring_topic__shuffle on ring_topic (shuffle);
comment on table ring_topic is 'One specialty one member can be asked about, laid out so that one look at an index finds whom to ask.';

create table ring_mute (
  account_id uuid not null references account on delete cascade,
  topic text not null,
  primary key (account_id, topic)
);
comment on table ring_mute is 'One specialty one member does not want to be asked about.';

create table ring_pause (
  account_id uuid primary key references account on delete cascade,
  until timestamptz not null
);
create index ring_pause__ends on ring_pause (until);
comment on table ring_pause is 'Until when one member is not to be asked at all.';

create table ring_duty (
  account_id uuid not null references account on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (account_id, starts_at),
  constraint ring_duty__ends_after_it_starts check (starts_at < ends_at)
);
create index ring_duty__ends on ring_duty (ends_at);
comment on table ring_duty is 'One stretch of time in which one member is on call: urgent cases of their own specialty may ring at night.';

create table ring_case (
  case_id uuid primary key references thread on delete cascade,
  -- The ring that comes next, and when; no instant once it has stopped.
  ring integer not null,
  due_at timestamptz,
  stopped text check (stopped in ('answered', 'closed', 'exhausted')),
  urgency text not null check (urgency in ('minutes', 'hours', 'days', 'no-hurry')),
  leaves_at timestamptz,
  asked_at timestamptz not null,
  child boolean not null,
  -- Specialties the asker or a colleague has added: "ask a nephrologist".
  added text[] not null default '{}',
  constraint ring_case__stops_or_goes_on check ((due_at is null) = (stopped is not null))
);
create index ring_case__due on ring_case (due_at) where due_at is not null;
comment on table ring_case is 'How far the rings of one case have widened, and when the next is due.';

create table ring_alert (
  case_id uuid not null references ring_case on delete cascade,
  account_id uuid not null references account on delete cascade,
  ring integer not null,
  topic text not null,
  nearness real not null,
  generalist boolean not null,
  on_call boolean not null,
  asked_at timestamptz not null,
  opened_at timestamptz,
  declined text check (declined in ('not-my-field', 'no-time', 'know-the-patient', 'other')),
  answered boolean not null default false,
  -- The key: nobody is asked twice about one case, whatever two workers do.
  primary key (case_id, account_id)
);
create index ring_alert__of_an_account on ring_alert (account_id);
comment on table ring_alert is 'One member asked about one case; gone thirty days after the rings have stopped.';

create table ring_claim (
  case_id uuid not null references ring_case on delete cascade,
  account_id uuid not null references account on delete cascade,
  until timestamptz not null,
  primary key (case_id, account_id)
);
comment on table ring_claim is 'One member who has said they will answer one case, and by when.';

create function shuffle_rings() returns void
language plpgsql security definer set search_path = public as $$
begin
  update ring_member set shuffle = random();
  update ring_topic set shuffle = random();
end
$$;

create function lay_out_rings() returns void
language plpgsql security definer set search_path = public as $$
begin
  cluster ring_member using ring_member__shuffle;
  cluster ring_topic using ring_topic__shuffle;
end
$$;

-- Who is not to be asked about a thread: its asker, whoever has said something in it, and whoever has answered this asker in three threads since.
create function accounts_spared(wanted uuid, since timestamptz) returns table (account_id uuid)
language sql stable parallel safe as $$
  select b.account_id from byline b where b.thread_id = wanted
  union
  select other.account_id
  from byline asker
  join byline own on own.account_id = asker.account_id
  join thread t on t.asker_byline_id = own.id
  join byline other on other.thread_id = t.id and other.id <> own.id
  join comment c on c.byline_id = other.id and c.kind = 'answer' and c.taken_back_at is null and c.posted_at > since
  where asker.id = (select asker_byline_id from thread where id = wanted)
  group by other.account_id having count(distinct t.id) >= 3
$$;

-- The labels of those other than the asker whose first contribution to a thread is an answer that stands or more: one row each, oldest first.
create function independent_answers(wanted uuid) returns table (label text, answered_at timestamptz)
language sql stable parallel safe as $$
  select b.label, min(c.posted_at)
  from comment c join thread t on t.id = c.thread_id join byline b on b.id = c.byline_id
  where c.thread_id = wanted and c.kind = 'answer' and c.taken_back_at is null and c.byline_id is distinct from t.asker_byline_id
  group by b.id, b.label
  order by 2
$$;
