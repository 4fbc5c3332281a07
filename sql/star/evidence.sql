-- The words each fact of an incident came from
-- Grain: one row per incident, field and reading that agrees with the value that was chosen.
-- Columns:
--   field: a column of incident, sector_code, data_category:CODE or timeline_event:ID
--   value: the value that the words support; for an organization its name
--   quote: the words of the notice, cut from the post's body at the offsets
--   start_offset: byte (UTF-8) of the post's body at which the words begin
--   end_offset: byte of the post's body after the words
--   start_char: the same in characters, for clients that count those
--   end_char: the same in characters
--   is_chosen: this reading decided; the others agree with it
--   fact_id: the reading
select
    evidence_link.incident_id,
    incident_post.post_id,
    evidence_link.field,
    evidence_link.value,
    reading.quote,               -- a check compares it with the body
    reading.start_offset,
    reading.end_offset,
    reading.start_char,
    reading.end_char,
    reading.rule,
    reading.confidence,
    evidence_link.is_chosen,
    incident_post.post_id || ':' || reading.n as fact_id
from evidence_link
join reading using (post_no, n)
join incident_post using (post_no)
