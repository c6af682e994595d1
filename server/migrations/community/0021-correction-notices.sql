-- An author is told that the translation of their words was corrected.
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check
  check (kind in ('asked', 'answer', 'question-back', 'comment', 'reply', 'outcome', 'outcome-wanted', 'correction'));
