-- Which incidents are like which: neighbours in size among those of the same cause and sector
-- Grain: one row per incident; near is their ids, smaller ones first, separated by blanks.
select
    incident_id,
    concat_ws(' ', lag(incident_id, 2) over w, lag(incident_id) over w, lead(incident_id) over w, lead(incident_id, 2) over w) as near
from incident
left join organization using (organization_id)
window w as (partition by cause_code, sector_code order by records_affected nulls last, disclosed_on, incident_id)
order by incident_id
