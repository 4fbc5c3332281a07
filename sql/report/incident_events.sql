-- One incident: its dated events
-- Grain: one row per incident and event; part is a JSON object.
select
    incident_id,
    to_json({id: timeline_event_id, t: event_type_code, d: event_on::varchar, p: precision, h: left(event_time::varchar, 5), w: description})::varchar as part
from timeline_event
order by incident_id, sequence
