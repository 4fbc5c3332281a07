-- 気づくまでに時間がかかった事案
-- Incidents that went unnoticed longest
select
    days_to_discovery,
    occurred_on,
    discovered_on,
    organization,
    cause_ja,
    cause_en,
    incident_id
from incident_wide
where days_to_discovery > 0
order by days_to_discovery desc, incident_id
limit 20
