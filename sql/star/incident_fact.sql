-- The facts of the incidents: of every report once, copies left out
-- Grain: one row per fact.
-- Columns:
--   report_sequence: the report of the incident in which the fact stands; 1 is the first disclosure
select
    incident_post.incident_id,
    incident_post.report_sequence,
    fact.*
from fact
join incident_post using (post_id)
where not incident_post.is_copy
