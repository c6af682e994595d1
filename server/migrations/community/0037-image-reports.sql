-- Said by another than its asker that the patient can be recognised, an image waits out of sight until a moderator has looked.
create table image_report (
  id uuid primary key,
  image_id uuid not null references image on delete cascade,
  -- Who said it; null once that account is erased with nothing else under the byline.
  byline_id uuid references byline on delete set null,
  state text not null default 'waiting' check (state in ('waiting', 'brought-back', 'removed')),
  settled_by uuid references byline on delete set null,
  constraint image_report__said_once unique (image_id, byline_id),
  constraint image_report__is_settled_by_another check (settled_by <> byline_id)
);
create index image_report__waiting on image_report (image_id) where state = 'waiting';
comment on table image_report is 'One doctor who said of one image that its patient can be recognised, and what a moderator made of it; a state without a moderator is the asker''s.';

alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check
  check (kind in ('asked', 'answer', 'question-back', 'comment', 'reply', 'outcome', 'outcome-wanted', 'correction', 'image-hidden', 'image-back', 'image-removed'));
