-- 委託先で起きた事案
-- Incidents that happened at a contractor
select
    contractor,
    organization,
    cause_ja,
    cause_en,
    records_affected,
    records_unit,
    disclosed_on,
    incident_id
from incident_wide
where contractor is not null
order by contractor, disclosed_on, incident_id
