-- Uploads: files that come in pieces, because the line does not bear them whole. The pieces are sealed files named by the row's id.

create table upload (
  id uuid primary key,
  -- HMAC(view key, account and the key its sender made): found by the member who sends it, and by nobody else.
  tag bytea not null constraint upload__one_of_a_key unique,
  -- HMAC(view key, account and one of so many places): bounds what waits for one member without telling which rows are one member's.
  -- Gone, with the half of the key, once the whole is taken: what is left tells an attempt whose answer was lost that it need not begin anew.
  place_tag bytea constraint upload__a_place_holds_one unique,
  half_key bytea,
  -- Where each piece that is here ends, in bytes of the file; the next one begins where the last one ends.
  ends integer[] not null default '{}',
  begun_at timestamptz not null,
  constraint upload__waits_or_is_taken check ((place_tag is null) = (half_key is null))
);
create index upload__begun on upload (begun_at);
comment on table upload is 'One file of which not all has come yet, or whose whole was taken within a day. Half of the key its pieces are sealed with stands here, the other half outside the database.';
