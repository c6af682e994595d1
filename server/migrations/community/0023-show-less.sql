-- A member may be shown with a wider label than they carry.

alter table account_settings add column show_at_most text;
comment on column account_settings.show_at_most is 'The finest label this member wants to be shown with; null: the one they carry.';
