-- Incidents by item of a notice
-- Grain: one row per incident and item.
select incident_wide.*, notice_completeness.item_code
from incident_wide
join notice_completeness using (incident_id)
