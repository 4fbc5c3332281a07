-- Days from occurrence to discovery
-- Grain: one row per incident with both dates known to the day. Published by: Cyber Security Cloud (発生→発覚).
-- Columns:
--   from_on: day of occurrence
--   to_on: day of discovery
--   days: days from the one to the other
--   duration_band: band of days
select
    duration.incident_id,
    organization.name as organization,
    organization.sector_code,
    incident.cause_code,
    year(coalesce(incident.disclosed_on, incident.discovered_on, incident.occurred_on))::integer as year,  -- disclosed, else discovered, else occurred
    duration.from_on,
    duration.to_on,
    duration.days,
    duration_band.duration_band
from duration
join incident using (incident_id)
left join organization using (organization_id)
left join duration_band on duration.days >= duration_band.lower
    and (duration.days <= duration_band.upper or duration_band.upper is null)
where duration.measure = 'time_to_discovery'
    and duration.days is not null    -- duration says which were left out, and why
