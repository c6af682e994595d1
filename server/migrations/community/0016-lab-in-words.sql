-- What stands beside a laboratory value may be words: `positivo`, `células/campo`. Those are texts like every other.
alter table case_lab
  add column value_text_id uuid references text,
  add column unit_text_id uuid references text,
  add column range_text_id uuid references text;
create index case_lab__value_text on case_lab (value_text_id) where value_text_id is not null;
create index case_lab__unit_text on case_lab (unit_text_id) where unit_text_id is not null;
create index case_lab__range_text on case_lab (range_text_id) where range_text_id is not null;

create or replace view search_text_place as
  select question_text_id as text_id, id as case_id, 'question' as part, null::uuid as comment_id from patient_case
  union all select working_diagnosis_text_id, id, 'outcome', null from patient_case where working_diagnosis_text_id is not null
  union all select text_id, case_id, 'story', null from case_section
  union all select name_text_id, case_id, 'story', null from case_lab
  union all select value_text_id, case_id, 'story', null from case_lab where value_text_id is not null
  union all select text_id, case_id, 'story', null from case_update where text_id is not null
  union all select s.text_id, s.case_id, 'story', null from case_suspicion s join patient_case c on c.id = s.case_id where c.state in ('resolved', 'case-study')
  union all select final_diagnosis_text_id, case_id, 'outcome', null from case_outcome
  union all select course_text_id, case_id, 'outcome', null from case_outcome where course_text_id is not null
  union all select learning_point_text_id, case_id, 'outcome', null from case_outcome where learning_point_text_id is not null
  union all select text_id, thread_id, 'comment', id from comment where taken_back_at is null
  union all select caption_text_id, thread_id, 'story', null from image where caption_text_id is not null and thread_id is not null and removed_at is null;
