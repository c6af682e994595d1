-- Sentences of an edited text that did not change keep their translation, as long as engine and glossary are the same.
alter table translation add column glossary text;
comment on column translation.glossary is 'Version of the glossary the segments were translated with.';
