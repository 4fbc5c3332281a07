-- ある事案の時系列
-- The timeline of an incident
-- Of the one with the most events; for another one first: set variable incident = '2024-001';
with busiest as (
    select incident_id
    from timeline_event
    group by incident_id
    order by count(*) desc, incident_id
    limit 1
)

select
    timeline_event.sequence,
    timeline_event.event_on,
    wareki(timeline_event.event_on) as wareki,
    timeline_event.precision,
    timeline_event.event_time,
    event_type.name_ja,
    event_type.name_en,
    timeline_event.description,
    timeline_event.incident_id
from timeline_event
join event_type using (event_type_code)
where timeline_event.incident_id = coalesce(getvariable('incident'), (select incident_id from busiest))
order by timeline_event.sequence
