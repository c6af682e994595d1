-- How much of an image was looked at for text. Only one that cannot be decoded cannot be shown: for the rest there are its doctor's own eyes.
alter table image
  drop constraint image__reading_is_known,
  drop constraint image__looked_at_before_it_is_shown;
alter table image rename column reading to text_looked;
-- What could not be read until now was too much for the time or memory of the reader.
update image set text_looked = case text_looked when 'read' then 'whole' when 'failed' then 'not' else text_looked end;
alter table image
  -- waiting: nobody has looked yet; whole, partly, not: so far the search came; failed: it cannot be decoded.
  add constraint image__text_looked_is_known check (text_looked in ('waiting', 'whole', 'partly', 'not', 'failed')),
  add constraint image__looked_at_before_it_is_shown check (
    thread_id is null or (text_looked in ('whole', 'partly', 'not') and shows is not null)
  );
