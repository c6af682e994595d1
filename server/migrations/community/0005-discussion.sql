-- Discussion: threads and what is said in them.

create table thread (
  id uuid primary key,
  state text not null check (state in ('open', 'settled', 'closed', 'hidden')),
  audience text not null check (audience in ('everyone', 'specialties')),
  specialties text[] not null,
  asker_byline_id uuid references byline,
  last_update_at timestamptz,
  comments integer not null default 0,
  answers integer not null default 0,
  took_part integer not null default 0,
  first_response_at timestamptz,
  first_answer_at timestamptz
);
create index thread__asked_by on thread (asker_byline_id);
comment on table thread is 'One conversation: who may read it, whether it still takes answers, and its counts, counted again at every change.';

create table comment (
  id uuid primary key,
  thread_id uuid not null references thread,
  byline_id uuid not null references byline,
  parent_id uuid references comment,
  kind text not null check (kind in ('answer', 'question-back', 'comment')),
  text_id uuid not null references text,
  confidence text check (confidence in ('likely', 'possible', 'long-shot')),
  seen text check (seen in ('never', 'once', 'few', 'many')),
  posted_at timestamptz not null,
  taken_back_at timestamptz,
  client_key uuid not null,
  request_hash bytea not null,
  constraint comment__a_key_posts_once unique (byline_id, client_key)
);
create index comment__of_a_thread on comment (thread_id, posted_at, id);
create index comment__replies on comment (parent_id) where parent_id is not null;
comment on table comment is 'One thing said in a thread: an answer, a question back, or anything else.';

-- Who may read a thread: everybody, or those whose attested label covers one of its specialties, and always its asker.
-- `covers` comes from audience.rules.ts: null for a generalist, who covers all.
create function may_see(t thread, covers text[], reader uuid) returns boolean
language sql stable parallel safe as $$
  select t.state <> 'hidden' and (t.audience = 'everyone' or covers is null or t.specialties && covers)
    or byline_is_mine(t.asker_byline_id, reader)
$$;
