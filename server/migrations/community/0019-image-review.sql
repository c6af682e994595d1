-- No image is shown before a machine has looked for text in its pixels and its doctor has looked at all of it.
alter table image
  -- Counts how often the pixels were changed; what a browser keeps is of one revision.
  add column revision integer not null default 1,
  -- waiting: nobody has looked for text yet; read: the boxes are known; failed: it could not be read, and cannot be shown.
  add column reading text not null default 'waiting' constraint image__reading_is_known check (reading in ('waiting', 'read', 'failed')),
  -- Where text was found and nobody has decided yet, or decided that it may stay: [{x, y, width, height, kept}]. Never what it says.
  add column boxes jsonb not null default '[]',
  -- What its doctor said after looking at all of it at full size: nobody can be recognised, or the patient can. `unasked`: shown before this was asked.
  add column shows text constraint image__shows_is_known check (shows in ('nobody', 'patient', 'unasked')),
  -- Key of the last review: sent again, it is done once.
  add column review_key uuid;
update image set reading = 'read', shows = 'unasked' where thread_id is not null;
alter table image add constraint image__looked_at_before_it_is_shown check (thread_id is null or (reading = 'read' and shows is not null));
