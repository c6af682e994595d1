-- That a case was opened is a fact the asker may count; when somebody opened it would be a diary of what they read.

alter table ring_alert add column opened boolean not null default false;
update ring_alert set opened = true where opened_at is not null;
alter table ring_alert drop column opened_at;

-- The same for what a member was told.
alter table notification add column read boolean not null default false;
update notification set read = true where read_at is not null;
alter table notification drop column read_at;
