-- The incidents that took longest from discovery to disclosure
-- Grain: one row per incident, the ten slowest.
select
    w.incident_id, w.title, w.organization, w.cause_code,
    w.reference_on::varchar as reference_on, w.reference_precision,
    duration.from_on::varchar as discovered_on, duration.days
from duration
join incident_wide as w using (incident_id)
where duration.measure = 'time_to_disclosure' and duration.days is not null
order by duration.days desc, w.incident_id
limit 10
