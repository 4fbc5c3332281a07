-- 発覚から公表までに日数がかかった事案
-- Incidents that took longest from discovery to disclosure
-- Only where both dates are known to the day.
select
    days_to_disclosure,
    discovered_on,
    disclosed_on,
    organization,
    title,
    incident_id
from incident_wide
where days_to_disclosure is not null
order by days_to_disclosure desc, incident_id
limit 20
