-- A doctor may take a label with the next epoch instead of on entering, so that it does not narrow the group they enter with.

alter table ticket_request add column from_epoch integer not null default 0;
comment on column ticket_request.from_epoch is 'The first epoch with which a label may be signed; 0: as soon as may be.';
