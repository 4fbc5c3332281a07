-- One incident: the words that each fact came from
-- Grain: one row per incident, field and reading; part is a JSON object.
select
    incident_id,
    to_json({f: field, v: value, q: quote, s: start_offset, e: end_offset, r: rule, c: round(confidence, 2), m: is_chosen, p: post_id})::varchar as part
from evidence
order by incident_id, post_id, start_offset, end_offset, field, rule, fact_id
