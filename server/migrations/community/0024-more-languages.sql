-- Which languages there are is the operator's choice and the contract's list; a database holds any.
alter table account_settings drop constraint account_settings_language_check;
alter table text drop constraint text_language_check;
alter table translation drop constraint translation_language_check;
alter table correction drop constraint correction_language_check;
alter table translated_sentence drop constraint translated_sentence_language_check;

create text search configuration search_ca (copy = catalan);
alter text search configuration search_ca alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, catalan_stem;

create or replace function search_configuration(language text) returns regconfig
language sql immutable parallel safe as $$
  select case language when 'en' then 'search_en'::regconfig when 'es' then 'search_es'::regconfig when 'ca' then 'search_ca'::regconfig
    else 'search_any'::regconfig end
$$;
