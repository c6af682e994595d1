-- The glossary that came with the product when it last started, so that a release which changes it has only what it touches translated again.
create table glossary_release (
  name text primary key check (name = 'product'),
  rows text[] not null
);
comment on table glossary_release is 'The one list of terms, as rows of terms.tsv, that texts have been translated with or are queued to be.';
