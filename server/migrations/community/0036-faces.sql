-- An image is searched for faces, too: how far the search came is said of both, and each place that was found says which it is.
alter table image rename column text_looked to searched;
alter table image rename constraint image__text_looked_is_known to image__searched_is_known;
update image
set boxes = (select jsonb_agg(box || '{"kind": "text"}' order by place) from jsonb_array_elements(boxes) with ordinality as found (box, place))
where jsonb_array_length(boxes) > 0;
