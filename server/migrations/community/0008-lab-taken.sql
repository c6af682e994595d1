-- When a laboratory value was taken: hours before the case was asked, or before the update that brought it. Never a date.
alter table case_lab add column hours_before integer constraint case_lab__taken_before check (hours_before between 0 and 87600);
