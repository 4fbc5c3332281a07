-- The values of incidents that an analyst gave
-- Grain: one row per incident and field, named as in evidence.
-- Columns:
--   field: a column of incident, sector_code, data_category:CODE or timeline_event:ID
--   target: the correction it comes from
select incident_id, field, target from correction_set
union all
select incident_id, target, target from correction_ruling where ruling = 'stands' and operation = 'add' and field = 'data_category'
union all
select incident.incident_id, organization_correction.field, organization_correction.field
from organization_correction
join incident using (organization_id)              -- its other incidents have that sector too
where organization_correction.ruling = 'stands'
union all
select timeline_event.incident_id, 'timeline_event:' || timeline_event.timeline_event_id, event_correction.target
from event_correction
join timeline_event
    on timeline_event.incident_id = event_correction.incident_id and timeline_event.event_on = event_correction.event_on
    and timeline_event.precision = event_correction.precision and timeline_event.event_type_code = event_correction.event_type_code
    and timeline_event.event_time is not distinct from event_correction.event_time
where event_correction.operation = 'add'
