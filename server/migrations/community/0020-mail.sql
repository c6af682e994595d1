-- Mail of the community: where a member lets themselves be written to, if anywhere, and the letters that wait. A letter says that something is new
-- and nothing else; sealed with the field key, it is forgotten once it is sent.

create table mail (
  key text primary key,
  state text not null check (state in ('waiting', 'sent')),
  letter bytea,
  asked_on date not null,
  constraint mail__a_sent_letter_is_forgotten check ((state = 'waiting') = (letter is not null))
);
create index mail__waits on mail (asked_on, key) where state = 'waiting';
comment on table mail is 'One letter by its key, asked for on a day: asked for twice, it is still one.';

create table mailbox (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  arrived_at timestamptz not null
);
create index mailbox__of_a_recipient on mailbox (recipient, arrived_at desc);
comment on table mailbox is 'One letter of the demo, whose people have no post of their own; empty everywhere else.';

create table notification_address (
  account_id uuid primary key references account on delete cascade,
  -- Sealed with the field key, anew each time; there is no hash of it, so nobody is found by their address.
  address bytea not null,
  -- The server of the address says that there is no such mailbox: nothing is sent until the member gives one again.
  refused boolean not null,
  shuffle double precision not null
);
create index notification_address__shuffle on notification_address (shuffle);
comment on table notification_address is 'Where one member lets themselves be written to; only who gave an address, and proved it, has a row.';

create table notification_code (
  account_id uuid primary key references account on delete cascade,
  address bytea not null,
  code_hash bytea not null,
  tries integer not null,
  -- How many codes were sent since the first of them.
  sent integer not null,
  expires_at timestamptz not null,
  first_at timestamptz not null,
  -- The key of what was asked last, so that asking again changes nothing.
  client_key uuid not null
);
create index notification_code__first on notification_code (first_at);
comment on table notification_code is 'One address one member wants to be written to and has not proved yet; gone a day after its first code.';

alter table notification add column to_mail boolean not null default false;
create index notification__to_mail on notification (rings_at) where to_mail;

create or replace function shuffle_notifications() returns void
language plpgsql security definer set search_path = public as $$
begin
  update notification_settings set shuffle = random();
  update notification_address set shuffle = random();
end
$$;

create or replace function lay_out_notifications() returns void
language plpgsql security definer set search_path = public as $$
begin
  cluster notification_settings using notification_settings__shuffle;
  cluster notification_address using notification_address__shuffle;
end
$$;
