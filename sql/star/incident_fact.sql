-- The facts of the incidents: of every report once, copies left out
-- Grain: one row per fact.
-- Columns:
--   n: 1, 2, 3 … within the post
--   value: code, name or text that was read
--   report_sequence: the report of the incident in which the fact stands; 1 is the first disclosure
select
    incident_post.incident_id,
    incident_post.report_sequence,
    incident_post.post_id || ':' || reading.n as fact_id,
    incident_post.post_id,
    reading.*
from reading
join incident_post using (post_no)
where not incident_post.is_copy
