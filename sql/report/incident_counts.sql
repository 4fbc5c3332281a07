-- One incident: every number that its reports state
-- Grain: one row per incident and number; part is a JSON object.
select
    incident_id,
    to_json({v: value, u: unit, q: qualifier, w: what, r: role, x: superseded, c: quote})::varchar as part
from record_count
order by incident_id, report_sequence, post_id, start_offset, record_count_id
