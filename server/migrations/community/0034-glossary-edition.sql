-- Which edition of the site's glossary stands, so that a text translated with an earlier one, while the desk changed it, is translated again.
create table glossary_edition (
  name text primary key check (name = 'site'),
  edition integer not null default 0
);
insert into glossary_edition (name) values ('site');
comment on table glossary_edition is 'How often the glossary of this site has changed.';
