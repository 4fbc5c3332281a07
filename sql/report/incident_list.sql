-- Every incident, as the list shows it, newest first
-- Grain: one row per incident.
select
    incident_id, title, organization, contractor, sector_code, cause_code,
    reference_on::varchar as reference_on, reference_precision,
    records_affected, records_unit, records_qualifier, size_band,
    coalesce(data_categories, '') as data_categories,
    duration.days
from incident_wide
left join duration using (incident_id)
where duration.measure = 'time_to_disclosure'
order by incident_wide.reference_on desc nulls last, incident_id desc
