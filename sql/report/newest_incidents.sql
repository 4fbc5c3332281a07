-- The newest incidents
-- Grain: one row per incident, the ten newest by day of disclosure, else discovery, else occurrence.
select
    incident_id, title, organization, sector_code, cause_code,
    records_affected, records_unit, records_qualifier,
    reference_on::varchar as reference_on, reference_precision
from incident_wide
order by incident_wide.reference_on desc nulls last, incident_id desc
limit 10
