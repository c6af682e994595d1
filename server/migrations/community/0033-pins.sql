-- Numbered pins on the images of a case, which comments bring and refer to.

create table comment_pin (
  thread_id uuid not null references thread,
  -- Counted within the thread and given away once: also a pin whose comment is taken back keeps its number.
  number integer not null check (number > 0),
  comment_id uuid not null references comment,
  image_id uuid not null references image,
  frame integer not null check (frame >= 0),
  x integer not null check (x >= 0),
  y integer not null check (y >= 0),
  constraint comment_pin__a_number_once_in_a_thread primary key (thread_id, number)
);
create index comment_pin__of_a_comment on comment_pin (comment_id, number);
comment on table comment_pin is 'One place in an image that a comment points at, in pixels of the full size; the pixels themselves stay as they are.';

-- The pins of a comment, for whoever may read it. An image that is gone takes the places in it away, not the pins.
create function comment_pins_json(wanted uuid) returns json
language sql stable parallel safe as $$
  select coalesce(json_agg(json_build_object('number', p.number, 'place', case when i.removed_at is null then
    json_build_object('imageId', p.image_id, 'frame', p.frame, 'x', p.x, 'y', p.y) end) order by p.number), '[]')
  from comment_pin p join image i on i.id = p.image_id
  where p.comment_id = wanted
$$;
