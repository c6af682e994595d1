-- Bylines: the one row that ties an account to a thread. Only this room reads account_id here.

create table byline (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  thread_id uuid not null,
  kind text not null check (kind in ('anonymous', 'name')),
  label text not null,
  handle text not null,
  shuffle double precision not null,
  constraint byline__one_per_account_and_thread unique (account_id, thread_id),
  constraint byline__handle_is_unique_in_its_thread unique (thread_id, handle)
);
create index byline__shuffle on byline (shuffle);
comment on table byline is 'How one doctor appears in one thread: the label as it was at the first contribution, and a handle that is new in every thread.';

-- A label's code taken apart (tickets/labels): `cardiology.GB`, `cardiology-group.GB`, `cardiology.world`, `doctor.europe`, `doctor.world`.
create function label_json(code text) returns json
language sql immutable parallel safe as $$
  select json_build_object(
    'code', code,
    'specialty', nullif(regexp_replace(split_part(code, '.', 1), '-group$', ''), 'doctor'),
    'group', split_part(code, '.', 1) like '%-group',
    'place', nullif(split_part(code, '.', 2), 'world')
  )
$$;

-- The door every byline leaves through. It is a table of one row, asked as `(select shown from byline_json(…))`, because PostgreSQL plans such a
-- function into the statement around it and would start a plain one anew for every row. `reader` is the account that reads: it decides `mine` and goes nowhere else.
create function byline_json(byline_id uuid, reader uuid) returns table (shown json)
language sql stable parallel safe as $$
  select json_build_object(
    'id', b.id,
    'kind', b.kind,
    'name', case when b.kind = 'name' then a.name end,
    'handle', b.handle,
    'label', label_json(b.label),
    'mine', b.account_id is not distinct from reader
  )
  from byline b join account a on a.id = b.account_id
  where b.id = byline_id
$$;

create function byline_is_mine(byline_id uuid, reader uuid) returns boolean
language sql stable parallel safe as $$
  select exists (select from byline b where b.id = byline_id and b.account_id = reader)
$$;
