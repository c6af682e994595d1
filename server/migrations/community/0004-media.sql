-- Media: images, decoded and encoded anew on reception; the original is not kept.

create table image (
  id uuid primary key,
  -- HMAC(view key, account and image): lets the doctor who uploaded it use it or throw it away without a row that says who that is.
  -- Gone once a case shows the image.
  uploader_tag bytea,
  thread_id uuid,
  position integer,
  kind text check (kind in ('photo', 'radiology', 'ecg', 'pathology', 'drawing', 'other')),
  caption_text_id uuid references text,
  width integer not null,
  height integer not null,
  uploaded_at timestamptz not null,
  removed_at timestamptz,
  constraint image__held_by_its_uploader_or_shown check (num_nonnulls(uploader_tag, thread_id) = 1),
  constraint image__shown_has_a_kind check (thread_id is null or (kind is not null and position is not null))
);
create index image__of_a_thread on image (thread_id, position) where thread_id is not null;
create index image__never_shown on image (uploaded_at) where thread_id is null;
comment on table image is 'One image: its size, and the thread that shows it. Its variants are files named by its id.';

-- The door every image leaves through, a table of one row as byline_json is.
create function image_json(wanted uuid, reader_language text) returns table (shown json)
language sql stable parallel safe as $$
  select json_build_object('id', i.id, 'width', i.width, 'height', i.height, 'kind', i.kind, 'caption', (select shown from text_json(i.caption_text_id, reader_language)))
  from image i where i.id = wanted
$$;
