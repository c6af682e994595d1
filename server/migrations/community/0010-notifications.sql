-- Notifications: what a member is told, when it may make itself known, and how often.

create table notification_settings (
  account_id uuid primary key references account on delete cascade,
  revision integer not null,
  -- A zone of atlas/hourZones, which stands for everybody who lives by that clock; null while the member has not said.
  zone text,
  wakes_at smallint not null check (wakes_at between 0 and 23),
  rests_at smallint not null check (rests_at between 1 and 24),
  per_day smallint not null check (per_day between 0 and 20),
  per_week smallint not null check (per_week between 0 and 20),
  comment text not null check (comment in ('at-once', 'digest', 'off')),
  reply text not null check (reply in ('at-once', 'digest', 'off')),
  outcome text not null check (outcome in ('at-once', 'digest', 'off')),
  outcome_wanted text not null check (outcome_wanted in ('at-once', 'digest', 'off')),
  shuffle double precision not null,
  constraint notification_settings__wakes_before_rests check (wakes_at < rests_at)
);
create index notification_settings__shuffle on notification_settings (shuffle);
comment on table notification_settings is 'When and how often one member lets themselves be told, in hours of their own clock; a member without a row has the defaults.';

create table alert_budget (
  account_id uuid primary key references account on delete cascade,
  spent_at timestamptz[] not null,
  -- The next instant at which a token is back in both buckets.
  free_at timestamptz not null
);
comment on table alert_budget is 'When one member was asked in the last week: a token of the day is back after a day, one of the week after a week.';

create table notification (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  kind text not null check (kind in ('asked', 'answer', 'question-back', 'comment', 'reply', 'outcome', 'outcome-wanted')),
  about uuid not null,
  key text not null,
  made_at timestamptz not null,
  -- From when it may make itself known: at once, when its reader wakes, or with the digest of the morning.
  rings_at timestamptz not null,
  read_at timestamptz,
  constraint notification__is_made_once unique (account_id, key)
);
create index notification__of_an_account on notification (account_id, made_at desc);
create index notification__about on notification (about);
create index notification__by_age on notification (made_at);
comment on table notification is 'One thing one member is told about one thread; unread ones of a kind and thread are shown as one.';

create function shuffle_notifications() returns void
language plpgsql security definer set search_path = public as $$
begin
  update notification_settings set shuffle = random();
end
$$;

create function lay_out_notifications() returns void
language plpgsql security definer set search_path = public as $$
begin
  cluster notification_settings using notification_settings__shuffle;
end
$$;

-- Whose byline this is, for a room that tells its author something. The account goes nowhere else.
create function account_behind(byline_id uuid) returns uuid
language sql stable parallel safe as $$
  select b.account_id from byline b where b.id = byline_id
$$;
