-- Push: where a browser that is signed in wants to be told while no page is open.

create table push_subscription (
  id uuid primary key,
  -- Gone with the session: at sign-out of that device, at its end, with the account.
  session_hash bytea not null unique references session on delete cascade,
  -- The address at the browser's maker and the browser's keys; opened only to send.
  sealed bytea not null,
  shuffle double precision not null
);
create index push_subscription__shuffle on push_subscription (shuffle);
comment on table push_subscription is 'One browser that is signed in and wants to be told on its screen: a sealed address, by session; no account, no instant.';

-- Whether the devices of its reader were told; what was there before is not told now.
alter table notification add column alerted boolean not null default false;
update notification set alerted = true;
create index notification__rings on notification (rings_at) where not alerted and not read;

create or replace function shuffle_notifications() returns void
language plpgsql security definer set search_path = public as $$
begin
  update notification_settings set shuffle = random();
  update notification_address set shuffle = random();
  update push_subscription set shuffle = random();
end
$$;

create or replace function lay_out_notifications() returns void
language plpgsql security definer set search_path = public as $$
begin
  cluster notification_settings using notification_settings__shuffle;
  cluster notification_address using notification_address__shuffle;
  cluster push_subscription using push_subscription__shuffle;
end
$$;
