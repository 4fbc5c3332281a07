-- 人数の多い事案
-- Incidents of the most persons
-- at_most and about stand beside the number: it is as the notice says it.
select
    place,
    persons,
    records_qualifier,
    organization,
    title,
    reference_on,
    incident_id
from top_incidents
order by place, incident_id
limit 20
