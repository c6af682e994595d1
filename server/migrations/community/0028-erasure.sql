-- Whoever erases their account leaves what they said in place, and nobody behind it.

alter table byline alter account_id drop not null;
alter table byline drop constraint byline_account_id_fkey;
alter table byline add constraint byline_account_id_fkey foreign key (account_id) references account on delete set null;
comment on column byline.account_id is 'Null once its doctor has erased the account.';

-- As before, but whoever has left has no name. That they left is not told: handles of many threads would change at one moment, and so be known as one doctor's.
create or replace function byline_json(byline_id uuid, reader uuid) returns table (shown json)
language sql stable parallel safe as $$
  select json_build_object(
    'id', b.id,
    'kind', case when b.account_id is null then 'anonymous' else b.kind end,
    'name', case when b.kind = 'name' then a.name end,
    'handle', b.handle,
    'label', label_json(b.label),
    'mine', coalesce(b.account_id = reader, false)
  )
  from byline b left join account a on a.id = b.account_id
  where b.id = byline_id
$$;

create or replace function accounts_spared(wanted uuid, since timestamptz) returns table (account_id uuid)
language sql stable parallel safe as $$
  select b.account_id from byline b where b.thread_id = wanted and b.account_id is not null
  union
  select other.account_id
  from byline asker
  join byline own on own.account_id = asker.account_id
  join thread t on t.asker_byline_id = own.id
  join byline other on other.thread_id = t.id and other.id <> own.id and other.account_id is not null
  join comment c on c.byline_id = other.id and c.kind = 'answer' and c.taken_back_at is null and c.posted_at > since
  where asker.id = (select asker_byline_id from thread where id = wanted)
  group by other.account_id having count(distinct t.id) >= 3
$$;
