-- Why an image is gone: withdrawn with its case, consent withdrawn, or somebody said that the patient can be recognised in it.
-- In the last case its files stay, unreachable, until its asker or a moderator has looked; in the others they go at once.
alter table image add column gone_because text constraint image__gone_because_is_known check (gone_because in ('case', 'consent', 'recognisable'));
update image set gone_because = 'case' where removed_at is not null;
alter table image add constraint image__gone_for_a_reason check ((removed_at is null) = (gone_because is null));
