-- Search: what a case says, in each language it can be read in, as one vector of words a case; and every word there is, to mend typing errors by.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

create text search configuration search_en (copy = english);
alter text search configuration search_en alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, english_stem;
create text search configuration search_es (copy = spanish);
alter text search configuration search_es alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, spanish_stem;
create text search configuration search_any (copy = simple);
alter text search configuration search_any alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, simple;

-- How the words of a language are told apart and brought to their stem.
create function search_configuration(language text) returns regconfig
language sql immutable parallel safe as $$
  select case language when 'en' then 'search_en'::regconfig when 'es' then 'search_es'::regconfig else 'search_any'::regconfig end
$$;

create table search_case (
  case_id uuid not null references patient_case on delete cascade,
  language text not null,
  -- A: clinical concepts and the question; B: outcome and working diagnosis; C: the story; D: what was said about it.
  words tsvector not null,
  primary key (case_id, language)
);
create index search_case__words on search_case using gin (words);
comment on table search_case is 'What one case says to a reader of one language, as words to be found by.';

create table search_word (
  word text primary key
);
create index search_word__alike on search_word using gin (word gin_trgm_ops);
comment on table search_word is 'One word that stands in some case, without accents: what a mistyped word is compared with.';

-- Where each text of a case stands, as far as its readers may read it now.
create view search_text_place as
  select question_text_id as text_id, id as case_id, 'question' as part, null::uuid as comment_id from patient_case
  union all select working_diagnosis_text_id, id, 'outcome', null from patient_case where working_diagnosis_text_id is not null
  union all select text_id, case_id, 'story', null from case_section
  union all select name_text_id, case_id, 'story', null from case_lab
  union all select text_id, case_id, 'story', null from case_update where text_id is not null
  union all select s.text_id, s.case_id, 'story', null from case_suspicion s join patient_case c on c.id = s.case_id where c.state in ('resolved', 'case-study')
  union all select final_diagnosis_text_id, case_id, 'outcome', null from case_outcome
  union all select course_text_id, case_id, 'outcome', null from case_outcome where course_text_id is not null
  union all select learning_point_text_id, case_id, 'outcome', null from case_outcome where learning_point_text_id is not null
  union all select text_id, thread_id, 'comment', id from comment where taken_back_at is null
  union all select caption_text_id, thread_id, 'story', null from image where caption_text_id is not null and thread_id is not null and removed_at is null;

-- A text is looked up by what refers to it, when it has been translated and when it goes.
create index patient_case__question_text on patient_case (question_text_id);
create index patient_case__working_diagnosis_text on patient_case (working_diagnosis_text_id);
create index case_section__text on case_section (text_id);
create index case_lab__name_text on case_lab (name_text_id);
create index case_update__text on case_update (text_id);
create index case_suspicion__text on case_suspicion (text_id);
create index case_outcome__final_diagnosis_text on case_outcome (final_diagnosis_text_id);
create index case_outcome__course_text on case_outcome (course_text_id);
create index case_outcome__learning_point_text on case_outcome (learning_point_text_id);
create index comment__text on comment (text_id);
create index image__caption_text on image (caption_text_id);
