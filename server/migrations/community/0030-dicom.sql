-- DICOM: an image may have frames behind it, with their values as they were measured. The files that came in are not kept.
alter table image
  -- What a viewer needs to know of the frames; null for a photo, and for a stack whose files are still coming.
  add column stack jsonb,
  -- The names of the frames in their order; each is a file beside the image's variants.
  add column frames text[] not null default '{}',
  add constraint image__a_stack_has_frames check ((stack is null) = (frames = '{}'));

create table stack_file (
  image_id uuid not null references image on delete cascade,
  -- The key it was uploaded under: sent again, it is the same file.
  key uuid not null,
  -- What it says of its frames: numbers, and words of closed lists.
  said jsonb not null,
  constraint stack_file__a_key_uploads_once primary key (image_id, key)
);
comment on table stack_file is 'One DICOM file of a stack that is still coming in; gone when the stack is complete.';

create or replace function image_json(wanted uuid, reader_language text) returns table (shown json)
language sql stable parallel safe as $$
  select json_build_object(
    'id', i.id, 'width', i.width, 'height', i.height, 'kind', i.kind,
    'caption', (select shown from text_json(i.caption_text_id, reader_language)), 'stack', i.stack)
  from image i where i.id = wanted
$$;
